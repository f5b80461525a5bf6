import type { Page } from 'playwright-core';
import { answers as answersEn } from '../../src/lib/i18n/messages/en/answers';
import { calendars as calendarsEn } from '../../src/lib/i18n/messages/en/calendars';
import { compare as compareEn } from '../../src/lib/i18n/messages/en/compare';
import { common as commonEn } from '../../src/lib/i18n/messages/en/common';
import { meetings as meetingsEn } from '../../src/lib/i18n/messages/en/meetings';
import { myWeek as myWeekEn } from '../../src/lib/i18n/messages/en/my-week';
import { propose as proposeEn } from '../../src/lib/i18n/messages/en/propose';
import { rota as rotaEn } from '../../src/lib/i18n/messages/en/rota';
import { signIn as signInEn } from '../../src/lib/i18n/messages/en/sign-in';
import { answers } from '../../src/lib/i18n/messages/fr/answers';
import { calendars } from '../../src/lib/i18n/messages/fr/calendars';
import { compare } from '../../src/lib/i18n/messages/fr/compare';
import { common } from '../../src/lib/i18n/messages/fr/common';
import { meetings } from '../../src/lib/i18n/messages/fr/meetings';
import { myWeek } from '../../src/lib/i18n/messages/fr/my-week';
import { propose } from '../../src/lib/i18n/messages/fr/propose';
import { rota } from '../../src/lib/i18n/messages/fr/rota';
import { signIn } from '../../src/lib/i18n/messages/fr/sign-in';
import { RotaScreen } from './rota';

export type Language = 'fr' | 'en';

const dictionaries = {
  fr: { answers, calendars, common, compare, meetings, myWeek, propose, rota, signIn },
  en: {
    answers: answersEn,
    calendars: calendarsEn,
    common: commonEn,
    compare: compareEn,
    meetings: meetingsEn,
    myWeek: myWeekEn,
    propose: proposeEn,
    rota: rotaEn,
    signIn: signInEn,
  },
};

export interface Walk {
  page: Page;
  language: Language;
  /** A phone shows the team's day instead of the grid. */
  phone: boolean;
  /** Called on every state, once it stands still. */
  visit: (name: string) => Promise<void>;
}

/** Leads a page through every screen, panel and dialog. The page starts signed out. */
export async function walkEverywhere(walk: Walk): Promise<void> {
  await speak(walk.page, walk.language);
  await signedOut(walk);
  await become(walk.page, 'manager');
  await rotaStates(walk);
  await become(walk.page, 'professional');
  await ownWeekStates(walk);
  await become(walk.page, 'coordinator');
  await meetingStates(walk);
}

/** Has a page speak a language from its next address on. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('maillage.language', chosen), language);
}

/** Makes somebody of the demo house the one who is signed in. */
export async function become(page: Page, key: string): Promise<void> {
  await page.context().clearCookies();
  await page.request.post('/api/session/demo', { data: { key } });
}

const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await closed(page);
}

async function signedOut({ page, language, visit }: Walk): Promise<void> {
  const words = dictionaries[language].signIn;
  await page.goto('/connexion');
  await page.getByRole('heading', { name: words.demo.title }).waitFor();
  await visit('sign-in');
  await page.getByRole('button', { name: words.submit, exact: true }).click();
  await page.getByText(words.emailMissing).waitFor();
  await visit('sign-in-errors');
}

async function rotaStates(walk: Walk): Promise<void> {
  const { page, language, phone, visit } = walk;
  const { rota: words, common: shared } = dictionaries[language];
  await page.goto('/planning/2026-W48');
  const screen = new RotaScreen(page);
  const shown = phone ? page.locator('section.person li').first() : screen.grid.locator('[data-key]').first();
  await shown.waitFor();
  await visit('rota-draft');
  if (phone) {
    await page
      .getByRole('button', { name: new RegExp(words.phone.move('.+')) })
      .first()
      .click();
    await screen.dialog.getByRole('status').locator('.banner').waitFor();
    await visit('rota-move');
    await escape(page);
    await page
      .getByRole('button', { name: words.phone.ask('').trim() })
      .last()
      .click();
    await screen.dialog.locator('.answer .told, .answer .reason, .answer .ways').first().waitFor();
    await visit('rota-ask');
    await escape(page);
  } else {
    await gridStates(walk, screen);
    await lookStates(walk, screen);
  }

  await screen.tools.getByRole('button', { name: words.tools.chooseRota('') }).click();
  await page.getByText(words.tools.newDraftFrom).waitFor();
  await visit('rota-choose');
  await page.getByRole('button', { name: words.tools.points }).click();
  await screen.dialog.getByRole('textbox').waitFor();
  await visit('rota-points');
  await escape(page);
  await page.getByRole('button', { name: /Claire Vasseur, / }).click();
  await page.getByRole('button', { name: shared.account.signOut }).waitFor();
  await visit('account');
  await page.keyboard.press('Escape');

  await screen.tools.getByRole('button', { name: words.tools.propose }).click();
  await screen.dialog.waitFor();
  const more = dictionaries[language].propose;
  for (const title of [more.touch.title, more.goals.title]) await screen.dialog.getByText(title, { exact: true }).click();
  await screen.dialog.getByLabel(more.goals.names.few_trips).waitFor();
  await screen.dialog.getByRole('button', { name: words.check.button, exact: true }).click();
  await screen.dialog.locator('.check .banner').waitFor();
  await visit('rota-propose');
  await escape(page);
  await screen.tools.getByRole('button', { name: words.tools.publish }).click();
  await screen.dialog.getByRole('heading', { name: words.publish.who }).waitFor();
  await visit('rota-publish');
  await escape(page);
  if (!phone) await runState(walk, screen);

  if (!phone) {
    await page.getByRole('button', { name: /choisir un autre planning|choose another rota/ }).click();
    await page.getByRole('button', { name: words.tools.versions }).click();
    await screen.dialog.getByRole('listitem').first().waitFor();
    await visit('rota-versions');
    await escape(page);
  }
  await page.goto('/planning/2026-W48/comparer');
  await page.getByRole('table', { name: dictionaries[language].compare.indicators.title }).waitFor();
  await visit('rota-compare');

  const { published } = await screen.week();
  await page.goto(`/planning/2026-W48?planning=${published?.id}`);
  await shown.waitFor();
  await visit('rota-published');
  await page.goto('/planning/2027-W10');
  await page.getByRole('heading', { name: words.empty.title }).waitFor();
  await visit('rota-empty');
  await page.goto('/rencontres/nulle-part');
  await page.getByRole('heading', { name: shared.notFound }).waitFor();
  await visit('not-found');
  await page.goto('/plan-du-site');
  await page.getByRole('heading', { level: 1, name: shared.titles.siteMap }).waitFor();
  await visit('site-map');
}

/** The same week looked at in the other ways there are. */
async function lookStates({ page, visit }: Walk, screen: RotaScreen): Promise<void> {
  for (const [name, look] of [
    ['children', 'lignes=enfants'],
    ['rooms', 'lignes=salles&couleurs=equipes'],
    ['cards', 'vue=cartes'],
    ['two-weeks', 'semaines=2'],
  ]) {
    await page.goto(`/planning/2026-W4${name === 'two-weeks' ? 7 : 8}?${look}`);
    await screen.ready();
    await visit(`rota-${name}`);
  }
  await page.goto('/planning/2026-W48');
  await screen.ready();
}

async function gridStates({ page, language, visit }: Walk, screen: RotaScreen): Promise<void> {
  const { rota: words, answers: asks } = dictionaries[language];
  const tray = page.getByRole('region', { name: words.tray.label });
  await tray.getByRole('button', { name: words.tray.open }).click();
  await visit('rota-tray');
  await tray.locator('li button').first().click();
  await screen.panel.locator('ol li').first().waitFor();
  await screen.panel.getByRole('radio').first().check();
  await visit('rota-why');
  await tray.getByRole('button', { name: words.tray.close }).click();

  const [session] = await screen.sessions(await screen.peopleInSight());
  await screen.block(session!).click();
  await screen.panel.getByRole('button', { name: words.panel.move }).waitFor();
  for (const question of [asks.who, asks.when]) await screen.panel.getByRole('button', { name: question.title }).click();
  await screen.panel.locator('details').last().waitFor();
  await visit('rota-session');
  for (const named of ['h2', 'dd']) {
    await screen.panel.locator(named).getByRole('button').first().click();
    await screen.panel.locator('.ps li').first().waitFor();
    await visit(`rota-card-${named}`);
    await screen.panel.getByRole('button', { name: asks.card.back }).click();
  }
  await screen.panel.getByRole('button', { name: words.panel.move }).click();
  await screen.dialog.getByRole('status').locator('.banner').waitFor();
  await visit('rota-move');
  await escape(page);
  await screen.panel.getByRole('button', { name: words.panel.close }).click();

  await page.keyboard.press('?');
  await screen.dialog.getByRole('heading', { name: words.help.title }).waitFor();
  await visit('rota-help');
  await escape(page);
  await screen.walkTo(session!);
  await page.getByRole('tooltip').waitFor();
  await visit('rota-hover');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await screen.grid.locator('.slot').first().waitFor();
  await visit('rota-carrying');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.locator('.chosen-bar').waitFor();
  await visit('rota-chosen');
  await page.locator('.chosen-bar').getByRole('button').first().click();
  await screen.dialog.getByRole('combobox').first().waitFor();
  await visit('rota-chosen-move');
  await escape(page);
  await page.keyboard.press('Escape');
  await page.locator('.chosen-bar').waitFor({ state: 'detached' });
}

/** A proposal under way, and the end of it. */
async function runState({ page, language, visit }: Walk, screen: RotaScreen): Promise<void> {
  const { propose } = dictionaries[language].rota;
  await screen.tools.getByRole('button', { name: dictionaries[language].rota.tools.propose }).click();
  await screen.dialog.getByRole('radio').nth(2).check();
  await screen.dialog.getByRole('button', { name: propose.start, exact: true }).click();
  await screen.panel.getByRole('progressbar').waitFor();
  await visit('rota-running');
  await screen.panel.getByRole('button', { name: propose.stop }).click();
  await page.waitForURL(/planning=/);
}

async function ownWeekStates({ page, language, phone, visit }: Walk): Promise<void> {
  const { myWeek: words, calendars: address } = dictionaries[language];
  await page.goto('/mon-planning/2026-W48');
  await page.getByText(new RegExp(words.version(2, '.+'))).waitFor();
  await visit('my-week');
  if (phone) {
    await page.getByRole('group', { name: words.days }).getByRole('button').nth(1).click();
    await visit('my-week-tuesday');
  }
  await page.goto('/abonnement');
  await page.getByRole('heading', { name: address.none }).waitFor();
  await visit('calendars-none');
  await page.getByRole('button', { name: address.create }).click();
  await page.getByText(address.nameMissing).waitFor();
  await page.getByLabel(address.name).fill('Téléphone');
  await page.getByRole('button', { name: address.create }).click();
  await page.getByRole('dialog', { name: address.createdTitle }).waitFor();
  await visit('calendars-address');
  await escape(page);
  await visit('calendars');
  await page.getByRole('button', { name: address.revokeName('Téléphone') }).click();
  await page.getByRole('dialog').waitFor();
  await visit('calendars-revoke');
  await page.getByRole('button', { name: address.revokeConfirm }).click();
  await page.getByRole('heading', { name: address.none }).waitFor();
}

async function meetingStates({ page, language, visit }: Walk): Promise<void> {
  const { meetings: words } = dictionaries[language];
  await page.goto('/rencontres');
  await page.getByRole('listitem').first().waitFor();
  await visit('meetings');
  await page.getByRole('button', { name: words.cancel }).first().click();
  await page.getByRole('dialog').waitFor();
  await visit('meetings-cancel');
  await escape(page);
  await page.goto('/rencontres/nouvelle');
  await page.getByRole('button', { name: words.form.search }).click();
  await page.getByText(words.errors.subject).waitFor();
  await visit('meeting-errors');
  await page.getByLabel(words.form.subject).fill('Équipe éducative');
  await choose(page, words.form.child, 'Lina');
  await choose(page, words.form.ours, 'gueguen');
  await choose(page, words.form.ours, 'colas');
  await choose(page, words.form.ours, 'caron');
  await choose(page, words.form.partners, 'taillefer');
  await choose(page, words.form.partners, 'marchetti');
  await page.getByLabel(words.form.need('Inès Caron')).selectOption('useful');
  await page.getByRole('button', { name: words.form.wheres.partner }).click();
  await page.getByLabel(words.form.from, { exact: true }).fill('2026-11-24');
  await page.getByLabel(words.form.to, { exact: true }).fill('2026-12-04');
  await page.getByLabel(words.form.ours).click();
  await page.keyboard.type('a');
  await page.getByRole('option').filter({ visible: true }).first().waitFor();
  await visit('meeting-choosing');
  await page.keyboard.press('Escape');
  await visit('meeting-people');
  await page.getByRole('button', { name: words.form.search }).click();
  await page.getByRole('button', { name: words.find.choose }).waitFor();
  await visit('meeting-slots');
  await page.getByRole('button', { name: words.find.choose }).click();
  await page.getByRole('dialog').waitFor();
  await visit('meeting-confirm');
  await page.getByRole('dialog').locator('.dialog-foot button').last().click();
  await page.getByRole('heading', { level: 1, name: words.fixed.title }).waitFor();
  await visit('meeting-fixed');
}

async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.keyboard.type(typed);
  await page.getByRole('option').filter({ visible: true }).first().click();
}
