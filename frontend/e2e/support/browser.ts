import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--lang=fr-FR',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}

/** The screens the product is made for. */
export const screens = {
  desk: { viewport: { width: 1600, height: 1000 } },
  tablet: { viewport: { width: 1180, height: 820 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>;

/** What a page complained about: errors of the console, exceptions, refusals of the Content-Security-Policy. */
export class Complaints {
  readonly all: string[] = [];
  readonly #expected: { status: number; path: RegExp }[] = [{ status: 401, path: /\/api\/session$/ }];
  #withoutServer = false;

  constructor(page: Page) {
    page.on('pageerror', (error) => this.all.push(`exception: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && !/Content Security Policy/.test(message.text())) return;
      const { url } = message.location();
      if (!this.#isExpected(message.text(), url)) this.all.push(`console: ${message.text()} (${url})`);
    });
  }

  /** The journey leads to this refusal on purpose. */
  expect(status: number, path: RegExp): void {
    this.#expected.push({ status, path });
  }

  /** The journey cuts the network or ends the server on purpose. */
  expectNoServer(): void {
    this.#withoutServer = true;
  }

  #isExpected(text: string, url: string): boolean {
    if (this.#withoutServer && /net::ERR_/.test(text)) return true;
    return this.#expected.some(({ status, path }) => text.includes(`status of ${status}`) && path.test(url));
  }
}

/** A page of its own browser profile, with what it complains about. */
export interface Window {
  page: Page;
  context: BrowserContext;
  complaints: Complaints;
}

/** Opens a page that knows nothing of the others. */
export async function openWindow(browser: Browser, baseURL: string, options: BrowserContextOptions = screens.desk): Promise<Window> {
  const context = await browser.newContext({
    baseURL,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { page, context, complaints: new Complaints(page) };
}
