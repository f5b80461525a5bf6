import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory with the database of the filled demo house, which every server takes a copy of. */
    demoHouse: string;
  }
}

/** A little before the tests' own clock starts, so that nothing in the house lies in their future. */
const FILLED_AT = '2026-11-23T06:45:00+01:00';

/** Fills the demo house once; every test file then starts from a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'maillage-demo-'));
  const server = await startServer({ directory, clock: FILLED_AT });
  await server.stop();
  project.provide('demoHouse', directory);
  return () => rm(directory, { recursive: true, force: true });
}
