import { fileURLToPath } from 'node:url';
import { loadHandovers } from './handovers.ts';
import { importFolder, type ImportResult } from '../../src/records/import-folder.ts';
import { startOfDay } from '../../src/dutch-time.ts';
import { describeProblem } from '../../src/records/problem.ts';

const SOURCE = 'demo';
const DEMO_TODAY = '2026-11-22';

export interface LoadDemoOptions {
  /** Login of the owner of the schema. */
  readonly ownerUrl: string;
  /** Tenant in which the demo people live. */
  readonly tenantId: string;
}

/**
 * Loads the demo: the quarter of 2024 as it was known shortly after, the autumn of 2026,
 * and one person for each role. Loading again changes nothing.
 */
export async function loadDemo({ ownerUrl, tenantId }: LoadDemoOptions): Promise<void> {
  const load = async (folder: string, knownOn?: string): Promise<void> => {
    const options = { ownerUrl, tenantId, source: SOURCE, today: DEMO_TODAY, folder: fileURLToPath(new URL(`./${folder}`, import.meta.url)) };
    refuseProblems(await importFolder(knownOn === undefined ? options : { ...options, knownAt: notInFuture(startOfDay(knownOn)) }));
  };
  await load('putten-2024-q1', '2024-04-05');
  await load('putten-2026', '2026-11-20');
  await load('kleuterresultaten', '2026-11-20');
  await load('people');
  await loadHandovers(ownerUrl);
}

/** A computer whose clock is behind shows the demo too. */
function notInFuture(moment: Date): Date {
  return new Date(Math.min(moment.getTime(), Date.now() - 1_000));
}

function refuseProblems(result: ImportResult): void {
  if (!result.ok) throw new Error(`the demo data do not fit this release: ${result.problems.map(describeProblem).join('; ')}`);
}
