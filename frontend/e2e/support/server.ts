import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const program = process.env['MAILLAGE_BINARY'] ?? fileURLToPath(new URL('../../../bin/maillage', import.meta.url));

/** Monday of week 48, before the house opens. */
const MONDAY_MORNING = '2026-11-23T06:52:00+01:00';

interface Options {
  /** Where the database lies. */
  directory: string;
  /** Whether a new database is filled with the demo house; it is unless this says no. */
  demo?: boolean;
  clock?: string;
  /** 0 lets the system choose. */
  port?: number;
}

/** A running Maillage of its own. */
export interface Server {
  readonly url: string;
  readonly directory: string;
  /** Asks the process to end and waits for it. */
  stop(): Promise<void>;
  /** Kills the process as a power cut would. */
  kill(): Promise<void>;
}

/** Starts bin/maillage on a database and waits until it says its address. */
export async function startServer({ directory, demo = true, clock = MONDAY_MORNING, port = 0 }: Options): Promise<Server> {
  const addressed = ['serve', '--addr', `127.0.0.1:${port}`, '--db', databaseIn(directory), '--clock', clock];
  const child = spawn(program, demo ? [...addressed, '--demo'] : addressed, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return { url, directory, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Starts a server on a fresh copy of the demo house; `stop` throws the copy away. */
export async function startDemo(): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'maillage-e2e-'));
  await cp(inject('demoHouse'), directory, { recursive: true });
  return thrownAway(await startServer({ directory }));
}

/** How the first person of a new house signs in. */
export const founder = { email: 'claire.vasseur@exemple.fr', name: 'Claire Vasseur', password: 'une phrase de passe' };

/** Founds a house as its README says, with one account and nothing else, and serves it; `stop` throws it away. */
export async function startNewHouse(name: string, clock: string): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'maillage-new-'));
  const database = databaseIn(directory);
  const run = promisify(execFile);
  await run(program, ['facility', 'add', name, '--department', '43', '--school-zone', 'A', '--db', database]);
  const server = thrownAway(await startServer({ directory, demo: false, clock }));
  await addAccount(server, { ...founder, role: 'administrator' });
  return server;
}

/** Makes an account in the house of a running server, as whoever keeps it would on the command line. */
export async function addAccount(
  { directory }: Server,
  account: { email: string; name: string; role: string; password: string },
): Promise<void> {
  const { email, name, role, password } = account;
  const made = promisify(execFile)(program, ['user', 'add', email, '--name', name, '--role', role, '--db', databaseIn(directory)]);
  made.child.stdin?.end(`${password}\n`);
  await made;
}

const databaseIn = (directory: string) => `sqlite:${join(directory, 'maillage.db')}`;

function thrownAway(server: Server): Server {
  const stop = async () => {
    await server.stop();
    await rm(server.directory, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** The address a server says on its standard output; what it said on standard error where it ends before that. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.stderr?.on('data', (chunk: Buffer) => (complained = (complained + chunk.toString()).slice(-4000)));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready:\n${complained}`)));
  });
}
