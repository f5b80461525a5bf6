import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { eventually } from './condition';
import { RotaScreen } from './rota';

const workbook = (name: string) => fileURLToPath(new URL(`../../../models/exchange/testdata/${name}`, import.meta.url));

/** The workbooks of the invented house of 45 children: as it should be, and as it comes when nobody has read it again. */
export const workbooks = { right: workbook('maison-45-enfants.xlsx'), withMistakes: workbook('maison-45-fautes.xlsx') };

/** A Monday, a fortnight before the autumn holidays of zone A (17 October to 1 November 2026). */
export const BEFORE_AUTUMN = '2026-10-05T08:00:00+02:00';

/** What somebody does who enters a whole house for the first time, screen by screen. */
export class NewHouse {
  readonly screen: RotaScreen;

  constructor(readonly page: Page) {
    this.screen = new RotaScreen(page);
  }

  /** Sends a workbook and waits until it is read. */
  async read(file: keyof typeof workbooks): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(workbooks[file]);
    await this.page.getByRole('heading', { level: 1, name: 'Relire avant d’importer' }).waitFor();
    await this.page.getByText(file === 'right' ? 'Tout peut être importé.' : /lignes ne seront pas importées/).waitFor();
  }

  async importAll(): Promise<void> {
    await this.page.getByRole('button', { name: /^Importer \d+\slignes$/ }).click();
    await this.page
      .getByText(/\d+\slignes importées/)
      .first()
      .waitFor();
  }

  /** Makes the ordinary week of a letter and has it proposed. */
  async template(letter: 'A' | 'B'): Promise<void> {
    await this.page.goto('/semaine-type');
    await this.page.getByRole('button', { name: 'Nouvelle semaine type' }).click();
    await this.screen.dialog.getByLabel('Nom').fill(`Semaine ${letter}`);
    await this.screen.dialog.getByLabel('Vaut pour').selectOption({ label: `Semaines ${letter}` });
    await this.screen.dialog.getByRole('button', { name: 'Créer et ouvrir' }).click();
    await this.screen.propose();
  }

  /** Has the coming weeks made from the ordinary ones and waits for some of them. */
  async makeWeeks(weeks: readonly string[]): Promise<void> {
    await this.page.goto('/annee');
    await this.page.getByRole('button', { name: 'Préparer les semaines' }).click();
    for (const week of weeks) await eventually(async () => (await this.screen.week(week)).drafts.length).toBeGreaterThan(0);
  }

  /** Opens a week nobody has touched, once it follows the absences: what they took is to be planned again, nothing is in conflict. */
  async followed(week: string): Promise<void> {
    await eventually(async () => {
      await this.page.goto(`/planning/${week}`);
      await this.screen.ready();
      return this.screen.tools.getByText(/^0\sconflit$/).count();
    }).toBe(1);
  }

  /** Enters an absence of the one whose name begins like this. */
  async absent(typed: string, from: string, to: string): Promise<void> {
    const { dialog } = this.screen;
    const name = typed.replaceAll(' ', '\\s'); // a child's short name does not break
    await this.page.getByRole('button', { name: 'Nouvelle absence' }).click();
    await dialog.getByLabel('Qui').click();
    await this.page.keyboard.type(typed);
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await dialog.getByLabel('Du', { exact: true }).fill(from);
    await dialog.getByLabel('Au', { exact: true }).fill(to);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await this.page
      .getByText(new RegExp(`^Absence de ${name}.* enregistrée\\.`))
      .first()
      .waitFor();
  }
}
