import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../src/api/comparison';
import type { Id } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { enter } from './support/people';
import { guideStep } from './support/pictures';
import { RotaScreen, type Session } from './support/rota';

const SEPTEMBER = '2027-W36';

/** How many of its choices a proposal is asked about before it is believed: two it left out, where it left so many, and the rest planned. */
const ASKED = 10;
const LEFT_ASKED = 2;

/** A week of September from nothing to its first version, as docs/guide/septembre.md tells it. */
describe('un septembre', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let first: Id;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', `/planning/${SEPTEMBER}`);
  });

  const address = () => new URL(page.url()).searchParams.get('planning') ?? '';
  const answer = (title: RegExp) => screen.panel.locator('section').filter({ has: page.getByRole('button', { name: title }) });

  /** Asks a question of the panel; one that is open already stays open from session to session. */
  const ask = async (title: RegExp) => {
    const question = screen.panel.getByRole('button', { name: title });
    if ((await question.getAttribute('aria-expanded')) !== 'true') await question.click();
    return answer(title);
  };
  const painted = () => screen.grid.locator('.painted.new');
  const inSight = async (stands: Locator) => {
    const [box, frame] = [await stands.boundingBox(), await screen.grid.boundingBox()];
    return box !== null && frame !== null && box.y + box.height < frame.y + frame.height;
  };
  const shown = (step: string) => guideStep(page, `septembre-${step}`);

  /** Has the draft on the screen planned and stops when enough of it is; the result is on the screen then. */
  async function propose(scope: RegExp, enough: number, onTheWay = async () => {}): Promise<void> {
    const before = address();
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('radio', { name: scope }).check();
    await screen.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    const bar = screen.panel.getByRole('progressbar');
    await eventually(async () => Number((await bar.getAttribute('value')) ?? 0)).toBeGreaterThanOrEqual(enough);
    await onTheWay();
    await screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }).click();
    await page.waitForURL((url) => ![null, before].includes(url.searchParams.get('planning')));
    await bar.waitFor({ state: 'detached' });
    await screen.ready();
  }

  const leftToAsk = async () => Math.min(LEFT_ASKED, (await screen.rota()).unplanned.length);

  /** One session of each person in sight, so that ten questions are about ten weeks and not about one. */
  async function ofDifferentPeople(count: number): Promise<Session[]> {
    const sessions = await screen.sessions(await screen.peopleInSight());
    const asked = sessions.filter(({ person }, index) => sessions.findIndex((other) => other.person === person) === index).slice(0, count);
    expect(asked).toHaveLength(count);
    return asked;
  }

  test('part d’une semaine vide', async () => {
    await page.getByRole('heading', { name: 'Aucun planning pour cette semaine' }).waitFor();
    await shown('1-vide');
    await page.getByRole('button', { name: 'Créer un brouillon' }).click();
    await page.waitForURL(/planning=/);
    await eventually(async () => (await screen.rota()).counters.unplanned).toBeGreaterThan(300);
  });

  test('vérifie, puis fait proposer un planning', async () => {
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByText('Ce qui compte le plus', { exact: true }).click();
    await screen.dialog.getByRole('button', { name: 'Vérifier' }).click();
    await screen.dialog.locator('.check .banner').waitFor();
    await shown('2-verifier');
    await page.keyboard.press('Escape');
    await screen.dialog.waitFor({ state: 'detached' });
    const { counters } = await screen.rota();
    await propose(/^Seulement les manques/, Math.floor(counters.wanted * 0.9), async () => {
      await screen.panel.getByRole('button', { name: 'Voir sur la grille' }).click();
      await painted().first().waitFor();
      await shown('3-recherche');
    });
    first = address();
    const { breaches, counters: planned } = await screen.rota();
    expect(breaches).toEqual([]);
    expect(planned.planned).toBeGreaterThan(counters.wanted * 0.9);
  });

  test('questionne ce qui est planifié : pourquoi ici, qui d’autre, à quel autre moment', async () => {
    /** The questions whose best answer was looked at on the grid. */
    const looked = new Set<string>();
    for (const [index, session] of (await ofDifferentPeople(ASKED - (await leftToAsk()))).entries()) {
      await screen.block(session).click();
      await screen.panel.getByRole('heading', { level: 2 }).getByText(session.child).waitFor();
      const here = await ask(/^Pourquoi ici/);
      await here
        .getByText(/possibilité/)
        .first()
        .waitFor();
      if (index === 0) await shown('4-pourquoi-ici');
      for (const [title, step] of [
        [/^Qui d’autre/, '5-qui-d-autre'],
        [/^À quel autre moment/, '6-autre-moment'],
      ] as const) {
        const question = await ask(title);
        const ways = question.locator('.way');
        await question.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        // Nobody else, or no other hour, is an answer too.
        await ways
          .or(question.getByText(/n’est possible/))
          .first()
          .waitFor();
        if ((await ways.count()) === 0) continue;
        // What another choice would change stands on the grid, beside what is; the guide shows one whose row is in sight.
        await ways.first().hover();
        await painted().first().waitFor();
        if (!looked.has(step) || (await inSight(painted().first()))) await shown(step);
        looked.add(step);
      }
    }
    expect([...looked]).toHaveLength(2);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('questionne ce qui a été laissé : pourquoi pas, et qu’est-ce qui le débloquerait', async () => {
    const tray = page.getByRole('region', { name: 'À planifier' });
    const left = await leftToAsk();
    if (left === 0) return;
    await tray.getByRole('button', { name: 'Tout voir' }).click();
    for (let index = 0; index < left; index++) {
      await tray.locator('li button').nth(index).click();
      await screen.panel.locator('.reason').first().waitFor();
      const unblock = answer(/^Qu’est-ce qui la débloquerait/);
      const proposed = unblock.getByRole('radio');
      await proposed
        .or(unblock.getByText(/^Aucun petit changement/))
        .first()
        .waitFor();
      if (index > 0 || (await proposed.count()) === 0) continue;
      await proposed.first().check();
      await shown('7-debloquer');
    }
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
    await tray.getByRole('button', { name: 'Réduire' }).click();
  });

  test('ajuste une séance d’une pression', async () => {
    const [session] = await screen.possibleMoves(await screen.peopleInSight(), 1);
    await screen.block(session!).click();
    const when = await ask(/^À quel autre moment/);
    await when.locator('.way').first().click();
    await eventually(async () => (await screen.rota()).undo).not.toBe(null);
    await screen.panel.locator('.way b').filter({ hasText: /^$/ }).first().waitFor({ state: 'detached' });
    await screen.panel.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await shown('8-ajuster');
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('demande mieux, compare, et reprend une équipe', async () => {
    await propose(/^Améliorer/, 1);
    const better = address();
    await page.goto(`/planning/${SEPTEMBER}/comparer?de=${first}&avec=${better}`);
    await page.getByRole('table', { name: 'Indicateurs' }).waitFor();
    await shown('9-comparer');
    const count = async () => (await screen.read<Comparison>(`/rotas/${first}/comparison?with=${better}`)).differences.length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Reprendre toute cette équipe/ }).click();
    await eventually(count).toBeLessThan(before);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Planning', exact: true }).last().click();
    await screen.ready();
  });

  test('publie la première version', async () => {
    await page.goto(`/planning/${SEPTEMBER}?planning=${first}`);
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    await shown('10-publier');
    for (const reason of await screen.dialog.getByLabel('Motif').all()) await reason.fill('Accord de la personne à la rentrée');
    await screen.dialog.getByLabel('Message aux personnes concernées').fill('Bonne rentrée.');
    await screen.dialog.getByRole('button', { name: 'Publier la version 1' }).click();
    await page.getByText('Semaine 36 publiée, version 1.').waitFor();
    await eventually(async () => (await screen.week(SEPTEMBER)).published?.version).toBe(1);
    await shown('11-publiee');
  });
});
