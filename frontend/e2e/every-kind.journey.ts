import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, startBrowser, type Window } from './support/browser';
import { signInAsFounder } from './support/people';
import { startNewHouse, type Server } from './support/server';

interface Kind {
  /** Its card on the page of the house, and the button that makes a new one. */
  card: RegExp;
  create: string;
  fields: Record<string, string>;
  /** The name it is given afterwards. */
  later: string;
  /** A profession to choose, or a partner, without which it may not be created. */
  also?: (page: Page) => Promise<void>;
}

const someProfession = async (page: Page) => {
  await page.getByLabel('Métiers possibles', { exact: true }).last().click();
  await page.keyboard.type('éduc');
  await page.getByRole('option', { name: 'Éducateur spécialisé', exact: true }).click();
};

const KINDS: Kind[] = [
  { card: /^Établissements/, create: 'Nouvel établissement ou service', fields: { Nom: 'SESSAD Nord' }, later: 'SESSAD Sud' },
  { card: /^Lieux/, create: 'Nouveau lieu', fields: { Nom: 'La Clairière', 'Code de trois lettres': 'cla' }, later: 'Le Bois' },
  { card: /^Salles/, create: 'Nouvelle salle', fields: { Nom: 'Salle ronde', 'Places assises': '6' }, later: 'Salle carrée' },
  { card: /^Modalités/, create: 'Nouvelle modalité', fields: { 'Code de deux lettres': 'JE', Nom: 'Jardin' }, later: 'Jardin d’enfants' },
  { card: /^Équipes/, create: 'Nouvelle équipe', fields: { Code: 'JAR', Nom: 'Équipe du jardin' }, later: 'Équipe des jardins' },
  { card: /^Groupes/, create: 'Nouveau groupe', fields: { Nom: 'Mésanges' }, later: 'Merles' },
  {
    card: /^Permanences/,
    create: 'Nouvelle permanence',
    fields: { Nom: 'Repas', Durée: '45', 'Nombre de fois': '5' },
    later: 'Repas de midi',
    also: someProfession,
  },
  {
    card: /^Réunions régulières/,
    create: 'Nouvelle réunion régulière',
    fields: { Nom: 'Équipe', Durée: '1h' },
    later: 'Équipe du lundi',
    also: someProfession,
  },
  {
    card: /^Temps protégés/,
    create: 'Nouvelle règle de temps protégé',
    fields: { Nom: 'Écrits' },
    later: 'Préparation et écrits',
    also: (page) => page.getByRole('checkbox', { name: 'Psychologue', exact: true }).check(),
  },
  { card: /^Partenaires/, create: 'Nouveau partenaire', fields: { Nom: 'MDPH 43' }, later: 'MDPH de la Haute-Loire' },
  {
    card: /^Contacts/,
    create: 'Nouveau contact',
    fields: { Nom: 'Mme Dupré' },
    later: 'Mme Dupré-Martin',
    also: async (page) => {
      await page.getByLabel('Partenaire', { exact: true }).selectOption({ label: 'MDPH 43' });
    },
  },
];

/** Every kind of record of the house by mouse: created, changed, taken back, archived, taken back, found in its list and taken as a file. */
describe('chaque fiche de la maison', () => {
  let server: Server;
  let browser: Browser;
  let window: Window;
  let page: Page;

  const title = (name: string) => page.getByRole('heading', { level: 1, name: new RegExp(`^${name.replaceAll(' ', '\\s')}$`) }).waitFor();

  beforeAll(async () => {
    [server, browser] = await Promise.all([startNewHouse('SESSAD de la Clairière', '2026-11-23T06:52:00+01:00'), startBrowser()]);
    window = await openWindow(browser, server.url);
    page = window.page;
    // That a rule of protected time is for somebody is the server's to say.
    window.complaints.expect(422, /\/api\/records\/protected_time$/);
    await signInAsFounder(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(window.complaints.all).toEqual([]));

  async function openList(card: RegExp) {
    await page.goto('/maison');
    await page.getByRole('link', { name: card }).first().click();
  }

  test.each(KINDS)('$create', async ({ card, create, fields, later, also }) => {
    const name = fields['Nom'] ?? '';
    await openList(card);
    await page.getByRole('link', { name: create }).first().click();
    await title(create);
    await page.getByRole('button', { name: 'Créer' }).click();
    await page.getByText('À remplir.').first().waitFor();
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
    await also?.(page);
    await page.keyboard.press('Tab'); // what is typed is read when the field is left
    await page.getByRole('button', { name: 'Créer' }).click();
    await title(name);

    await page.getByLabel('Nom', { exact: true }).fill(later);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await title(later);
    await page.getByRole('tab', { name: 'Historique' }).click();
    await page.getByRole('button', { name: 'Annuler cette modification' }).first().click();
    await title(name);

    await page.getByRole('button', { name: 'Archiver…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archiver', exact: true }).click();
    const archived = page.locator('.toast').filter({ hasText: ': archivé' }).last();
    await archived.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Archiver…' }).waitFor();

    await openList(card);
    await page.getByRole('table').getByText(name).first().waitFor();
    const file = page.getByRole('link', { name: 'Exporter (CSV)' }).or(page.getByRole('button', { name: 'Exporter (CSV)' }));
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });
});
