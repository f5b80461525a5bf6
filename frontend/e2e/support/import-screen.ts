import type { Locator, Page } from 'playwright-core';
import type { Sent } from './import-files';

/** The screen on which a file is read through before it is imported. */
export class ImportScreen {
  constructor(readonly page: Page) {}

  /** Opens it with nothing sent yet. */
  async open(): Promise<void> {
    await this.page.goto('/importer');
    await this.title('Importer un fichier');
  }

  title(name: string): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name });
  }

  row(name: RegExp): Locator {
    return this.page.getByRole('row', { name });
  }

  /** How many rows the sheet shown has, of each state it has rows of: « 2 à créer ». */
  async counts(): Promise<string[]> {
    const texts = await this.page.getByRole('group', { name: 'Montrer les lignes' }).getByRole('button').allTextContents();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  async send(file: Sent): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Sends a file and waits until it is read. */
  async read(file: Sent): Promise<void> {
    await this.send(file);
    await this.page.getByText(new RegExp(`^${file.name}, .* Rien n’est encore enregistré\\.`)).waitFor();
  }

  /** The last names of the children of the house. */
  async lastNames(): Promise<string[]> {
    const answer = await this.page.request.get('/api/records/child');
    const { records } = (await answer.json()) as { records: { last_name: string }[] };
    return records.map((child) => child.last_name);
  }

  /** What a press gives to keep. */
  async download(press: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
