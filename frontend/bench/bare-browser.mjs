// A browser that is asked for nothing but to open a page and say when its sessions are on the screen. Playwright, which the other measurements
// use, has the browser tell of every request: on two processors that took a fifth of the time to the first picture.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windowSettled } from './first-picture.mjs';

const WINDOW = { width: 1600, height: 1000 };

/** Starts Chromium without a window. `open` opens an address in a session of its own, as somebody does who was never there, in a window that has settled. */
export async function startBareBrowser(executable, flags) {
  const profile = await mkdtemp(join(tmpdir(), 'maillage-browser-'));
  const asked = ['--headless', '--hide-scrollbars', '--lang=fr-FR', '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'];
  const process = spawn(executable, [...flags, ...asked], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const talk = conversation(process.stdio[3], process.stdio[4]);
  return {
    open: (address, { slow }) => open(talk, address, slow),
    async close() {
      await talk.send('Browser.close');
      if (process.exitCode === null) await new Promise((resolve) => process.once('exit', resolve));
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The first picture of an address in milliseconds, and the processor time its page took until then. `slow` slows the processor so many times. */
async function open({ send, event }, address, slow) {
  const { browserContextId } = await send('Target.createBrowserContext');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tell = (method, params) => send(method, params, sessionId);
  await tell('Page.enable');
  await tell('Runtime.enable');
  await tell('Emulation.setDeviceMetricsOverride', { ...WINDOW, deviceScaleFactor: 1, mobile: false });
  await tell('Runtime.addBinding', { name: 'sessionsPainted' });
  await tell('Page.addScriptToEvaluateOnNewDocument', { source: await readFile(new URL('./measured.js', import.meta.url), 'utf8') });
  await tell('Performance.enable', { timeDomain: 'threadTicks' });
  if (slow > 1) await tell('Emulation.setCPUThrottlingRate', { rate: slow });
  const painted = event('Runtime.bindingCalled', sessionId);
  await windowSettled();
  await tell('Page.navigate', { url: address });
  await painted;
  const { metrics } = await tell('Performance.getMetrics');
  const { result } = await tell('Runtime.evaluate', { expression: 'window.measured.paint' });
  await send('Target.disposeBrowserContext', { browserContextId });
  return { paint: result.value, work: metrics.find(({ name }) => name === 'TaskDuration').value * 1000 };
}

/** Asks and answers over the two pipes of the browser: one message of JSON after the other, each ended by a zero. */
function conversation(output, input) {
  const waiting = new Map();
  const listening = [];
  let last = 0;
  let rest = '';
  input.on('data', (part) => {
    const messages = (rest + part).split('\0');
    rest = messages.pop();
    for (const { id, result, error, method, sessionId } of messages.map((message) => JSON.parse(message))) {
      if (id === undefined) for (const one of listening) one(method, sessionId);
      else if (error) waiting.get(id).reject(new Error(error.message));
      else waiting.get(id).resolve(result);
    }
  });
  return {
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    event: (wanted, session) =>
      new Promise((resolve) => listening.push((method, sessionId) => method === wanted && sessionId === session && resolve())),
  };
}
