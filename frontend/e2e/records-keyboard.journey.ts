import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, pressOn, tabTo } from './support/keyboard';
import { signInByKeyboard } from './support/people';

/** A child, a professional and a place through their whole life, without ever touching a mouse. */
describe('les fiches de la maison, au clavier seul', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const toast = (text: RegExp) => page.getByRole('status').getByText(text);
  const title = (name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();

  /** Goes to a field and types over what stands in it. */
  async function type(label: string, text: string) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }

  async function open(section: string, wanted: RegExp | string) {
    await pressOn(page, page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: section }));
    await title(wanted);
  }

  /** Looks for a record with « / » and opens the one line that stays. */
  async function find(typed: string) {
    await page.getByRole('table').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(typed);
    await eventually(() => page.locator('tbody tr:not(.space)').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  async function chooseTab(from: string, to: string) {
    await tabTo(page, page.getByRole('tab', { name: from, selected: true }));
    while ((await page.getByRole('tab', { selected: true }).textContent()) !== to) await page.keyboard.press('ArrowRight');
  }

  /** Archives the open sheet, looks at what it is then, and restores it. */
  async function archiveAndRestore() {
    await pressOn(page, button('Archiver…'));
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Archiver', exact: true }));
    await page.getByText(/^Archivé le/).waitFor();
    await pressOn(page, button('Restaurer'));
    await page.getByText(/^Archivé le/).waitFor({ state: 'detached' });
  }

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    await signInByKeyboard(page, 'manager');
  });

  test('un lieu : créer, avec ses heures', async () => {
    await open('Maison', 'Maison');
    await pressOn(page, page.getByRole('link', { name: /^Lieux/ }));
    await title('Lieux');
    await pressOn(page, page.getByRole('link', { name: 'Nouveau lieu' }));
    await title('Nouveau lieu');
    await type('Nom', 'École des Acacias');
    await chooseByKeyboard(page, page.getByLabel('Sorte'), /^École/);
    await type('Code de trois lettres', 'aca');
    await type('Coordonnées', '45,76, 4,83');
    await type('Les mêmes heures, en texte', 'lun-ven 8h30-11h30, 13h30-16h30');
    await page.keyboard.press('Control+s');
    await title(/École des\sAcacias/);
    await toast(/créé/).waitFor();
    await eventually(() => page.getByLabel('Code de trois lettres').inputValue()).toBe('ACA');
    await page.keyboard.press('Shift+Tab');
    await eventually(() => page.getByLabel('Les mêmes heures, en texte').inputValue()).toMatch(
      /^lun\.\s–\sven\. 8\sh\s30\s–\s11\sh\s30, 13/,
    );
  });

  test('un lieu : dessiner une heure dans la grille, enregistrer, annuler', async () => {
    const text = page.getByLabel('Les mêmes heures, en texte');
    const before = await text.inputValue();
    await tabTo(page, page.getByRole('grid').locator('[tabindex="0"]'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(() => text.inputValue()).toMatch(/^lun\. 7\sh\s–\s8\sh, 8/);
    await page.keyboard.press('Control+s');
    await toast(/Modification enregistrée/).waitFor();
    await pressOn(page, page.getByRole('status').getByRole('button', { name: 'Annuler' }).last());
    await toast(/Modification annulée/).waitFor();
    await eventually(() => text.inputValue()).toBe(before);
  });

  test('un lieu : archiver, restaurer', archiveAndRestore);

  test('un enfant : ce qui manque est dit à sa place, puis il est créé', async () => {
    await open('Enfants', 'Enfants');
    await pressOn(page, page.getByRole('link', { name: 'Nouvel enfant' }));
    await title('Nouvel enfant');
    await type('Prénom', 'Zélie');
    await page.keyboard.press('Control+s');
    await page.getByText('2 valeurs à corriger').waitFor();
    await eventually(() => page.getByLabel('Nom', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Quentin');
    await type('Année de naissance', '2016');
    await pressOn(page, button('Ajouter une modalité'));
    await type('Par semaine', '1h30');
    await chooseByKeyboard(page, page.getByLabel('École'), /École des Acacias/);
    await page.keyboard.press('Control+s');
    await title(/Zélie\sQuentin/);
  });

  test('un enfant : sa semaine reprend les heures de l’école', async () => {
    await chooseTab('Parcours', 'Semaine');
    await pressOn(page, button('Reprendre les heures de l’école'));
    await page.keyboard.press('Control+s');
    await toast(/Modification enregistrée/).waitFor();
    await eventually(() => page.getByLabel('Les mêmes heures, en texte').inputValue()).toContain('(ACA)');
  });

  test('un enfant : l’historique dit qui, quand, avant et après', async () => {
    await chooseTab('Semaine', 'Historique');
    const history = page.getByRole('tabpanel', { name: 'Historique' });
    await history
      .getByText(/Claire Vasseur/)
      .first()
      .waitFor();
    await eventually(() => history.getByRole('listitem').count()).toBe(2);
    await eventually(() => history.innerText()).toMatch(/Où et quand[\s\S]*vide[\s\S]*8\sh\s30/);
    await pressOn(page, button('Annuler cette modification'));
    await eventually(() => history.getByRole('listitem').count()).toBe(3);
  });

  test('un enfant : partir sans enregistrer se demande', async () => {
    await chooseTab('Historique', 'Parcours');
    await chooseTab('Parcours', 'Fiche');
    await type('Prénom', 'Zoé');
    await pressOn(page, page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: 'Équipe' }));
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Rester sur la fiche' }));
    await eventually(() => page.getByLabel('Prénom').inputValue()).toBe('Zoé');
    await pressOn(page, button('Annuler les modifications'));
    await eventually(() => page.getByLabel('Prénom').inputValue()).toBe('Zélie');
  });

  test('un enfant : archiver, restaurer', archiveAndRestore);

  test('un besoin s’ajoute depuis la fiche de l’enfant et y revient', async () => {
    await chooseTab('Fiche', 'Besoins et souhaits');
    await pressOn(page, page.getByRole('link', { name: 'Ajouter un besoin' }));
    await title('Nouveau besoin');
    await type('Nom', 'orthophonie');
    await type('Métiers possibles', 'ortho');
    await page.getByRole('option', { name: 'Orthophoniste' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await title(/Zélie\sQuentin/);
    await page
      .getByRole('link', { name: 'Orthophonie' })
      .or(page.getByRole('link', { name: 'orthophonie' }))
      .first()
      .waitFor();
  });

  test('un professionnel : créer, changer, annuler', async () => {
    await open('Équipe', 'Équipe');
    await pressOn(page, page.getByRole('link', { name: 'Nouveau professionnel' }));
    await title('Nouveau professionnel');
    await type('Prénom', 'Basile');
    await type('Nom', 'Ravel');
    await chooseByKeyboard(page, page.getByLabel('Métier', { exact: true }), /^Infirmier/);
    await type('Heures par semaine', '17,75');
    await pressOn(page, button('Ajouter une équipe'));
    await page.keyboard.press('Control+s');
    await title(/Basile\sRavel/);
    await tabTo(page, page.getByRole('tab', { selected: true }));
    while ((await page.getByRole('tab', { selected: true }).textContent()) !== 'Fiche') await page.keyboard.press('ArrowRight');
    await eventually(() => page.getByLabel('Heures par semaine').inputValue()).toMatch(/^17\sh\s45$/);
    await type('Heures par semaine', '17,75,');
    await page.getByText(/«\s17,75,\s» n’est pas une durée/).waitFor();
    await type('Heures par semaine', '21h');
    await page.keyboard.press('Control+s');
    await toast(/Modification enregistrée/).waitFor();
    await pressOn(page, page.getByRole('status').getByRole('button', { name: 'Annuler' }).last());
    await eventually(() => page.getByLabel('Heures par semaine').inputValue()).toMatch(/^17\sh\s45$/);
  });

  test('un professionnel : archiver, restaurer, et le retrouver dans la liste', async () => {
    await archiveAndRestore();
    await open('Équipe', 'Équipe');
    await chooseByKeyboard(page, page.getByLabel(/^Filtrer.*Métier/i), /^Infirmi/);
    await eventually(() => page.getByRole('status').filter({ hasText: / sur / }).innerText()).toMatch(/^2 sur 39/);
    await find('basile rav');
    await title(/Basile\sRavel/);
  });

  test('la recherche de la maison s’ouvre par « / » et mène à la fiche', async () => {
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('zelie');
    await page.getByRole('option', { name: /Zélie/ }).waitFor();
    await page.keyboard.press('Enter');
    await title(/Zélie\sQuentin/);
  });

  test('deux personnes changent la même fiche : rien ne se perd', async () => {
    window.complaints.expect(409, /\/api\/records\/child\/[^/]+$/);
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await chooseTab('Parcours', 'Fiche');
    await type('Secteur', 'Nord');
    const theirs = (await (await page.request.get(`/api/records/child/${id}`)).json()) as Record<string, unknown>;
    const kept = ['id', 'created_at', 'updated_at', 'archived_at', 'can'];
    const fields = Object.fromEntries(Object.entries(theirs).filter(([name]) => !kept.includes(name)));
    const saved = await page.request.put(`/api/records/child/${id}`, { data: { ...fields, sector: 'Sud', internal_number: 'Z-1' } });
    expect(saved.status()).toBe(200);
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Cette fiche a changé entre-temps' });
    await dialog.getByText('Sud').waitFor();
    await tabTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await pressOn(page, dialog.getByRole('button', { name: 'Enregistrer ce choix' }));
    await toast(/Modification enregistrée/).waitFor();
    await eventually(() => page.getByLabel('Secteur').inputValue()).toBe('Nord');
    await eventually(() => page.getByLabel('Numéro interne').inputValue()).toBe('Z-1');
  });
});
