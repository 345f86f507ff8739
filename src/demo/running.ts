import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import { demoPath } from './files.ts';

const runningSchema = z.object({ ownerUrl: z.string(), identityKey: z.string(), tenantId: z.string() });

/** What the commands (`npm run kansenlijn`) need in order to work on the demo that runs. */
export type RunningDemoFacts = z.infer<typeof runningSchema>;

/** Leaves the facts in the data folder, for the owner of the folder only. Returns how to take them away. */
export async function announceDemo(dataDir: string, facts: RunningDemoFacts): Promise<() => Promise<void>> {
  const file = demoPath(dataDir, 'running');
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify(facts), { mode: 0o600, flag: 'wx' });
  return () => rm(file, { force: true });
}

/** The demo of this data folder; undefined when none runs. After a kill the address may be dead: connecting says so. */
export function runningDemo(dataDir: string): RunningDemoFacts | undefined {
  try {
    return runningSchema.parse(JSON.parse(readFileSync(demoPath(dataDir, 'running'), 'utf8')));
  } catch {
    return undefined;
  }
}
