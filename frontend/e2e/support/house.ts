import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openWindow, startBrowser, type Window } from './browser';
import { startDemo, type Server } from './server';

/** A server on a copy of the demo house and a browser, for the tests of one group. */
export interface House {
  readonly server: Server;
  readonly browser: Browser;
  /** Opens a page of its own browser profile. Whatever it complains about fails the test that runs. */
  open(options?: BrowserContextOptions): Promise<Window>;
}

/** The demo house of a group of tests: there before the first of them and its own preparations, gone after the last. */
export function demoHouse(): House {
  let server: Server;
  let browser: Browser;
  const windows: Window[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(windows.flatMap(({ complaints }) => complaints.all)).toEqual([]));
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    async open(options) {
      const opened = await openWindow(browser, server.url, options);
      windows.push(opened);
      return opened;
    },
  };
}
