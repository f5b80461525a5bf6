import type { Page } from 'playwright-core';
import { recordKinds as kindsEn } from '../../src/lib/i18n/messages/en/record-kinds';
import { recordKinds as kindsFr } from '../../src/lib/i18n/messages/fr/record-kinds';
import { imports as importsEn } from '../../src/lib/i18n/messages/en/import';
import { imports as importsFr } from '../../src/lib/i18n/messages/fr/import';
import { founder } from './server';
import { workbooks } from './new-house';
import { become, speak, type Walk } from './states';

const dictionaries = {
  fr: { kinds: kindsFr.kinds, imports: importsFr },
  en: { kinds: kindsEn.kinds, imports: importsEn },
};

type Kind = keyof typeof kindsFr.kinds;

/** Every kind of record with a list of its own, and the tabs of its sheet that are not its form. */
const lists: { kind: Kind; path: string; tabs?: string[] }[] = [
  { kind: 'child', path: '/enfants', tabs: ['path', 'sheet', 'week', 'needs'] },
  { kind: 'professional', path: '/equipe', tabs: ['state', 'sheet', 'hours'] },
  { kind: 'worked_day', path: '/heures' },
  { kind: 'unit', path: '/maison/etablissements' },
  { kind: 'modality', path: '/maison/modalites' },
  { kind: 'place', path: '/maison/lieux' },
  { kind: 'room', path: '/maison/salles' },
  { kind: 'travel', path: '/maison/trajets' },
  { kind: 'team', path: '/maison/equipes' },
  { kind: 'group', path: '/maison/groupes' },
  { kind: 'need', path: '/maison/besoins' },
  { kind: 'duty', path: '/maison/permanences' },
  { kind: 'recurring_meeting', path: '/maison/reunions' },
  { kind: 'protected_time', path: '/maison/temps-proteges' },
  { kind: 'partner', path: '/maison/partenaires' },
  { kind: 'contact', path: '/maison/contacts' },
];

/** Follows a link the application itself could have: screens change without the whole page being loaded again. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    document.querySelector('h1')?.setAttribute('data-before', '');
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await page.locator('h1:not([data-before])').first().waitFor({ state: 'attached' });
  await settled(page);
}

/** Waits until nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => !document.querySelector('.skeleton'));
}

/** Leads a manager's page through the filled house: the list and an open sheet of every kind, the weeks of the year, the reading of a file. */
export async function walkHouse({ page, language, visit }: Walk): Promise<void> {
  const { kinds, imports } = dictionaries[language];
  await speak(page, language);
  await become(page, 'manager');
  await page.goto('/maison');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visit('house');
  for (const { kind, path, tabs = [] } of lists) {
    await go(page, path);
    await page.getByRole('heading', { level: 1, name: kinds[kind].many }).waitFor();
    await visit(`list-${kind}`);
    const sheet = await sheetOf(page, kind, path);
    if (!sheet) continue;
    await go(page, sheet);
    await visit(['sheet', kind, tabs[0]].filter(Boolean).join('-'));
    for (const [index, tab] of tabs.slice(1).entries()) {
      await page
        .getByRole('tab')
        .nth(index + 1)
        .click();
      await settled(page);
      await visit(`sheet-${kind}-${tab}`);
    }
  }
  await historyStates(page, visit);
  await go(page, '/maison/reglages');
  await visit('settings-read');
  await yearStates(page, visit);
  await go(page, '/importer');
  await visit('import');
  await page.locator('input[type=file]').setInputFiles(workbooks.withMistakes);
  await page.getByRole('heading', { level: 1, name: imports.review }).waitFor();
  await settled(page);
  await visit('import-review');
}

/** The address of the first record of a kind; of a new one where there is none and the manager may make one. */
async function sheetOf(page: Page, kind: Kind, path: string): Promise<string | null> {
  const { records } = (await (await page.request.get(`/api/records/${kind}`)).json()) as { records: { id: string }[] };
  if (records[0]) return `${path}/${records[0].id}`;
  return kind === 'unit' ? null : `${path}/nouveau`;
}

/** A changed sheet, its history, and the question before it is archived. */
async function historyStates(page: Page, visit: Walk['visit']): Promise<void> {
  const answer = await page.request.get('/api/records/partner');
  const { records } = (await answer.json()) as { records: Record<string, unknown>[] };
  const { id, can, created_at, updated_at, archived_at, ...fields } = records[0]!;
  void [can, created_at, updated_at, archived_at];
  await page.request.put(`/api/records/partner/${String(id)}`, { data: { ...fields, name: `${String(fields['name'])} (Nord)` } });
  await go(page, `/maison/partenaires/${String(id)}?onglet=history`);
  await page.getByRole('listitem').first().waitFor();
  await visit('sheet-history');
  await page.locator('header button').last().click();
  await page.getByRole('dialog').waitFor();
  await visit('sheet-archive');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The year, absences, and the ordinary weeks with one of them open. */
async function yearStates(page: Page, visit: Walk['visit']): Promise<void> {
  await go(page, '/annee');
  await page.locator('[data-date]').first().waitFor();
  await visit('year');
  await go(page, '/absences');
  await visit('absences');
  await go(page, '/semaine-type');
  await visit('templates-none');
  const week = (await (await page.request.get('/api/weeks/2026-W48')).json()) as { published: { id: string } };
  const fields = { name: 'Semaine ordinaire', letter: '', from_date: '2026-08-31', to_date: null };
  const made = (await (await page.request.post('/api/records/week_template', { data: fields })).json()) as { id: string };
  await page.request.post(`/api/templates/${made.id}/drafts`, { data: { based_on: week.published.id } });
  await page.goto('/semaine-type');
  await settled(page);
  await visit('templates');
  await page.goto(`/semaine-type/${made.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visit('template');
}

/** Leads the page of a house's founder through what a house is before anything is in it, and through its settings. */
export async function walkNewHouse({ page, language, visit }: Walk): Promise<void> {
  await speak(page, language);
  await page.request.post('/api/session', { data: { email: founder.email, password: founder.password } });
  await page.goto('/bienvenue');
  await settled(page);
  await visit('welcome');
  for (const [name, path] of [
    ['children', '/enfants'],
    ['places', '/maison/lieux'],
    ['travel', '/maison/trajets'],
    ['absences', '/absences'],
  ] as const) {
    await go(page, path);
    await visit(`empty-${name}`);
  }
  await go(page, '/maison/etablissements/nouveau');
  await visit('sheet-new');
  await page.locator('form button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await visit('sheet-wrong');
  await page.goto('/maison/reglages');
  await settled(page);
  await visit('settings');
}
