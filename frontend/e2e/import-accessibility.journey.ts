import { describe, expect, test } from 'vitest';
import { imports as english } from '../src/lib/i18n/messages/en/import';
import { imports as french } from '../src/lib/i18n/messages/fr/import';
import { faultsOn } from './support/accessibility';
import { screens } from './support/browser';
import { demoHouse } from './support/house';
import { file, firstList, genericList, nextList } from './support/import-files';
import { enter } from './support/people';

const dictionaries = { fr: french, en: english };

/** Each turn with children of its own: what one imported is not new to the next. */
const turns: ['desk' | 'phone', 'fr' | 'en', [string, string, string]][] = [
  ['desk', 'fr', ['Abricotier', 'Boussole', 'Crécerelle']],
  ['desk', 'en', ['Girafe', 'Hortensia', 'Jonquille']],
  ['phone', 'fr', ['Kiosque', 'Mirabelle', 'Nénuphar']],
  ['phone', 'en', ['Pivoine', 'Roseau', 'Tournesol']],
];

/** Every state of the import, at both widths and in both languages, in light and dark: no fault of axe, and no page wider than its screen. */
describe('axe, importer un fichier', () => {
  const house = demoHouse();

  test.for(turns)('%s, %s', async ([width, language, names]) => {
    const { page, complaints } = await house.open(screens[width]);
    complaints.expect(422, /\/api\/imports$/);
    const words = dictionaries[language];
    const found: string[] = [];
    const visit = async (name: string) =>
      found.push(...(await faultsOn(page, name, { colours: language === 'fr' ? 'dark' : 'forced', screen: width })));
    const send = (sent: ReturnType<typeof file>) => page.locator('input[type=file]').setInputFiles(sent);
    const main = page.getByRole('main');
    await page.addInitScript((chosen) => localStorage.setItem('maillage.language', chosen), language);

    await enter(page, 'manager', '/importer');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    await visit('start');
    await send(file('liste.xlsx', '%PDF-1.7'));
    await page.getByRole('alert').waitFor();
    await visit('unreadable');
    await send(genericList);
    await page.getByRole('heading', { name: words.unsure.file }).waitFor();
    await visit('question');
    await send(firstList(...names));
    await main.getByRole('button', { name: words.commit(3) }).waitFor();
    await visit('ready');
    await main.getByRole('button', { name: words.commit(3) }).click();
    await page.getByRole('heading', { level: 1, name: words.doneHeading }).waitFor();
    await visit('done');
    await main.getByRole('button', { name: words.again }).click();
    await send(nextList(...names));
    await main.getByRole('button', { name: words.edit, exact: true }).waitFor();
    await visit('rows');
    await main.getByRole('button', { name: words.edit, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await visit('columns');
    await page.keyboard.press('Escape');
    await main.getByRole('button', { name: words.commit(1) }).click();
    await page.getByRole('heading', { level: 1, name: words.doneHeading }).waitFor();
    await visit('done-with-refused');
    await main.getByRole('button', { name: words.undo }).click();
    await page.getByRole('heading', { level: 1, name: words.undoneTitle }).waitFor();
    await visit('undone');
    expect([...found, ...complaints.all]).toEqual([]);
  });
});
