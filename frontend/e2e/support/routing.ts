import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A routing server that answers as OSRM does, every way in the same time. */
export interface Routing {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startRouting(seconds: number): Promise<Routing> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const [sources, destinations] = ['sources', 'destinations'].map((key) => (searchParams.get(key) ?? '').split(';'));
    const durations = sources!.map(() => destinations!.map(() => seconds));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ code: 'Ok', durations }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
