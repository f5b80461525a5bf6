import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address of a server behind which a newer build of the application can be made believe. */
export interface Front {
  url: string;
  /** From now on worker.js has another version, as after an update of the program. */
  update(version: string): void;
  stop(): Promise<void>;
}

/** Passes every request on to a server. The browser's own requests for a service worker's script cannot be answered by a test otherwise. */
export async function frontOf(target: string): Promise<Front> {
  let version: string | undefined;
  const front = createServer((asked, answer) => {
    const plain = asked.url === '/worker.js' && version !== undefined;
    const headers = plain ? { ...asked.headers, 'accept-encoding': 'identity', 'if-none-match': '' } : asked.headers;
    const passed = request(new URL(asked.url ?? '/', target), { method: asked.method, headers }, (told) => {
      if (!plain) {
        answer.writeHead(told.statusCode ?? 502, told.headers);
        return told.pipe(answer);
      }
      let source = '';
      told.on('data', (chunk: Buffer) => (source += chunk.toString()));
      told.on('end', () =>
        answer.writeHead(200, { 'content-type': 'text/javascript' }).end(source.replace(/VERSION = '\w+'/, `VERSION = '${version}'`)),
      );
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    update: (next) => (version = next),
    stop: () =>
      new Promise((resolve) => {
        front.closeAllConnections();
        front.close(() => resolve());
      }),
  };
}
