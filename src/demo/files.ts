import { join } from 'node:path';

/** What the demo itself keeps in its data folder, beside the embedded database. */
export const DEMO_FILES = { identityKey: 'identity-key', loaded: 'demo-loaded', running: 'demo-running', playground: 'playground' } as const;

export type DemoFile = keyof typeof DEMO_FILES;

export function demoPath(dataDir: string, file: DemoFile): string {
  return join(dataDir, DEMO_FILES[file]);
}

/** Also those that a start which was cut off left half done (`identity-key.a1b2c3`). */
export function isDemoFile(name: string): boolean {
  return Object.values(DEMO_FILES).some((file) => name === file || name.startsWith(`${file}.`));
}
