import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { file, firstList, formulas, genericList, longList, nextList, wrongFiles } from './support/import-files';
import { ImportScreen } from './support/import-screen';
import { chooseByKeyboard, pressOn } from './support/keyboard';
import { workbooks } from './support/new-house';
import { enter } from './support/people';
import { mended } from './support/workbook';

describe('importer des fichiers', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: ImportScreen;

  beforeAll(async () => {
    window = await house.open();
    window.complaints.expect(422, /\/api\/imports$/);
    page = window.page;
    screen = new ImportScreen(page);
    await enter(page, 'manager', '/importer');
  });

  const importAll = async (name: RegExp) => {
    await screen.button(name).click();
    await screen.title('L’import est terminé');
  };

  describe('à la souris', () => {
    const names = ['Abricotier', 'Boussole', 'Crécerelle'] as const;

    test('une première liste', async () => {
      await screen.open();
      await screen.read(firstList(...names));
      await eventually(() => screen.counts()).toEqual(['3 lignes lues', '3 à créer']);
      await importAll(/^Importer 3\slignes$/);
      await eventually(() => screen.lastNames()).toEqual(expect.arrayContaining([...names]));
    });

    test('un titre inconnu se dit une fois', async () => {
      await screen.open();
      await screen.read(nextList(...names));
      await eventually(() => screen.counts()).toEqual(['5 lignes lues', '1 à créer', '1 refusée', '1 à vérifier', '2 inchangées']);
      await screen.button('Modifier').click();
      await page.getByLabel('Colonne D, « Quartier »').selectOption({ label: 'Secteur' });
      await page.getByRole('button', { name: 'Relire avec ces choix' }).click();
      await page.getByText('Quartier → Secteur').waitFor();
      await eventually(() => screen.counts()).toEqual([
        '5 lignes lues',
        '1 à créer',
        '1 à modifier',
        '1 refusée',
        '1 à vérifier',
        '1 inchangée',
      ]);
      await screen.row(/modifié Abricotier .* Nord → Ouest/).waitFor();
    });

    test('un presque-doublon se tranche, un filtre montre les refus', async () => {
      await screen.row(/à vérifier CRÉCERELLE/).waitFor();
      await screen.button(/^C’est Crécerelle Timothée$/).click();
      await screen.row(/modifié .*CRÉCERELLE/).waitFor();
      await screen.button(/refusée/).click();
      await screen.row(/refusé Dahlia .*«\s*vers 2012\s*» n’est pas un nombre/).waitFor();
      await eventually(() => page.locator('.import-rows tbody tr').count()).toBe(1);
      await screen.button(/lignes? lues?/).click();
    });

    test('le reste s’importe, les refus reviennent, corrigés puis renvoyés', async () => {
      await importAll(/^Importer 3\slignes$/);
      const refused = await screen.download(() => page.getByRole('link', { name: 'Lignes refusées' }).click());
      await screen.button('Importer un autre fichier').click();
      await screen.title('Importer un fichier');
      await screen.read(file('lignes-refusees.xlsx', refused));
      await eventually(() => screen.counts()).toEqual(['1 ligne lue', '1 refusée']);
      await screen.read(file('lignes-corrigees.xlsx', mended(refused, 'vers 2012', '2012')));
      await eventually(() => screen.counts()).toEqual(['1 ligne lue', '1 à créer']);
      await page.getByText('Quartier → Secteur').waitFor(); // said once, known from now on
      await importAll(/^Importer 1\sligne$/);
      await eventually(() => screen.lastNames()).toContain('Dahlia');
    });

    test('importé deux fois, rien ne change', async () => {
      await screen.open();
      await screen.read(firstList(names[0], names[1], 'Crécerelle'));
      await page.getByText('Quartier → Secteur').waitFor({ state: 'detached' });
      await screen.open();
      await screen.read(
        file(
          'encore.csv',
          nextList(...names)
            .buffer.toString()
            .replace('vers 2012', '2012'),
        ),
      );
      await eventually(() => screen.counts()).toEqual(['5 lignes lues', '5 inchangées']);
      await page.getByText('Rien à importer : tout est déjà là.').waitFor();
    });

    test('un import s’annule, et le même fichier s’importe de nouveau', async () => {
      const list = file('classe.csv', 'N°;Nom;Prénom;Année de naissance\r\nIMP-1;Érable;Noa;2014\r\n');
      for (let times = 0; times < 2; times++) {
        await screen.open();
        await screen.read(list);
        await importAll(/^Importer 1\sligne$/);
        await eventually(() => screen.lastNames()).toContain('Érable');
        await screen.button('Annuler l’import').click();
        await screen.title('L’import est annulé');
        await eventually(() => screen.lastNames()).not.toContain('Érable');
      }
    });

    test('chaque ligne d’un long fichier se montre', async () => {
      await screen.open();
      await screen.read(longList);
      await page.getByText(/^Lignes 1 à 100 sur 1\s234$/).waitFor();
      for (let turn = 1; turn <= 12; turn++) await screen.button('Suivantes').click();
      await page.getByText(/^Lignes 1\s201 à 1\s234 sur 1\s234$/).waitFor();
      await screen.row(/1235 créé Nouveau 1233/).waitFor();
      await eventually(() => screen.button('Suivantes').isDisabled()).toBe(true);
    });
  });

  describe('au clavier seul', () => {
    const names = ['Girafe', 'Hortensia', 'Jonquille'] as const;
    const press = (name: string | RegExp) => pressOn(page, screen.button(name));

    /** Opens the window in which a file is chosen by keys, and chooses. */
    async function choose(button: string, sent: ReturnType<typeof file>) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(button)]);
      await chooser.setFiles(sent);
    }

    test('une liste, ce qu’elle contient, une colonne, un presque-doublon, un refus', async () => {
      await screen.open();
      await choose('Choisir un fichier', firstList(...names));
      await press(/^Importer 3\slignes$/);
      await screen.title('L’import est terminé');
      await press('Importer un autre fichier');
      const text = nextList(...names).buffer.toString();
      const second = file('octobre.csv', text.replace('Quartier', 'Coin').replace('Cerisier', 'Kiosque').replace('Dahlia', 'Lavande'));
      await choose('Choisir un fichier', second);
      await press('Modifier');
      const column = page.getByLabel('Colonne D, « Coin »');
      await chooseByKeyboard(page, column, /^Secteur$/);
      await pressOn(page, page.getByRole('button', { name: 'Relire avec ces choix' }));
      await page.getByText('Coin → Secteur').waitFor();
      await press(/^C’est Jonquille Timothée$/);
      await screen.row(/modifié .*JONQUILLE/).waitFor();
      await press(/refusée/);
      await eventually(() => page.locator('.import-rows tbody tr').count()).toBe(1);
      await press(/^Importer 3\slignes$/);
      await screen.title('L’import est terminé');
    });

    test('les refus se gardent, l’import s’annule', async () => {
      const refused = await screen.download(() => pressOn(page, page.getByRole('link', { name: 'Lignes refusées' })));
      expect(refused.subarray(0, 2).toString()).toBe('PK');
      await press('Annuler l’import');
      await screen.title('L’import est annulé');
      await eventually(() => screen.lastNames()).not.toContain('Kiosque');
      await press('Importer un autre fichier');
      await choose('Choisir un fichier', file('corrigees.xlsx', mended(refused, 'vers 2012', '2012')));
      await press(/^Importer 1\sligne$/);
      await screen.title('L’import est terminé');
    });

    test('un fichier dont les titres ne disent rien', async () => {
      await screen.open();
      await choose('Choisir un fichier', genericList);
      const question = page.getByRole('region', { name: 'Que contient ce fichier ?' });
      await question.waitFor();
      await chooseByKeyboard(page, question.getByLabel('Ce fichier contient'), /^Lieux$/);
      await pressOn(page, question.getByRole('button', { name: 'Relire avec ce choix' }));
      await screen.row(/créé École des Acacias/).waitFor();
    });
  });

  test('un fichier illisible : une phrase, et rien d’autre', async () => {
    const whole = await readFile(workbooks.right);
    for (const [wrong, sentence] of wrongFiles(whole)) {
      await screen.open();
      await screen.send(wrong);
      await page.getByRole('alert').getByText(sentence).waitFor();
      await screen.title('Importer un fichier');
    }
    await screen.read(formulas);
    await screen.row(/refusé Fougère .*Cette cellule est une formule/).waitFor();
  });
});
