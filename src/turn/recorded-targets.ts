import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import type { KnownContext } from './context.ts';

/** The policy of a municipality on a day, with the targets that its officials recorded in place of those that came with the product. */
export async function policyWithTargets(municipalityCode: string, municipalityName: string, day: IsoDate, context: Pick<KnownContext, 'policy' | 'ports'>): Promise<ResolvedPolicy | undefined> {
  const own = context.policy(municipalityCode, day);
  const recorded = await context.ports.admin.targetsOn(municipalityCode, day);
  if (recorded.length === 0) return own;
  const replaced = new Set(recorded.map(({ value }) => value.measure));
  const targets = [...recorded, ...(own?.targets ?? []).filter(({ value }) => !replaced.has(value.measure))];
  return own ? { ...own, targets } : { municipalityCode, municipalityName, day, targets };
}
