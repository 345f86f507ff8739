import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policyDefects } from '../engine/defects.ts';
import type { MunicipalPolicy } from '../engine/types.ts';

const FOLDER_NAME = /^(?<code>\d{4})-[a-z0-9][a-z0-9-]*$/;

/**
 * The policies in the folders of a directory, one a municipality: `<code>-<name>/index.ts`,
 * which exports `policyData`. Files beside the folders are for what several share.
 * Throws an Error that names the folder when one cannot be used: a policy that was left out
 * unseen would turn into "geen afspraak vastgelegd".
 */
export async function loadPolicies(directory: string): Promise<MunicipalPolicy[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return Promise.all(folders.map((folder) => loadPolicy(directory, folder)));
}

async function loadPolicy(directory: string, folder: string): Promise<MunicipalPolicy> {
  const fail = (what: string, cause?: unknown): never => {
    throw new Error(`policy folder ${join(directory, folder)}: ${what}`, { cause });
  };
  const code = FOLDER_NAME.exec(folder)?.groups?.['code'] ?? fail('is not called <CBS code>-<name in lower case with hyphens>');
  const policy = policyIn(await importFrom(join(directory, folder, 'index.ts')).catch((error: unknown) => fail(reasonOf(error), error)));
  if (!policy) return fail('its index.ts exports no policyData');
  if (policy.municipalityCode !== code) fail(`holds the policy of municipality ${policy.municipalityCode}`);
  const defects = defectsOf(policy);
  return defects.length === 0 ? policy : fail(defects.join('; '));
}

const importFrom = (path: string): Promise<unknown> => import(pathToFileURL(path).href);

/** Typed by the compiler when it was written; only whether it is there can be wrong. */
function policyIn(module: unknown): MunicipalPolicy | undefined {
  const exported = typeof module === 'object' && module !== null && 'policyData' in module ? module.policyData : undefined;
  return typeof exported === 'object' && exported !== null ? (exported as MunicipalPolicy) : undefined;
}

/** Data that the compiler never saw may lack whole topics. */
function defectsOf(policy: MunicipalPolicy): string[] {
  try {
    return policyDefects(policy);
  } catch (error) {
    return [`is not complete (${reasonOf(error)})`];
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
