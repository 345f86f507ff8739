import { labelOf, NON_REACH_REASONS } from '../policy/national/reasons.ts';
import { groundOf } from '../policy/engine/grounds.ts';
import type { Ground } from '../policy/engine/types.ts';
import type { LocationFact, TargetFact } from './facts.ts';
import type { Dimension, FigureRow, MeasureParams, PolicyUsed } from './types.ts';

/** Under which labels something comes when a figure is split. */

export const notPlaced = 'Niet geplaatst';
export const noNeighbourhood = 'Wijk onbekend';
export const noCluster = 'Geen cluster';
export const noSchool = 'School niet bekend';
export const noProgramme = 'Programma niet bekend';
export const noReason = 'Plek geweigerd, geen reden vastgelegd';

/** Groups of two locations may share a name. */
export const groupName = (group: string | undefined, location: string | undefined): string => [group ?? 'Groep onbekend', ...(location === undefined ? [] : [`(${location})`])].join(' ');

/** Of several municipalities together the grounds of each. */
export const groundsOfPolicy = (params: Pick<MeasureParams, 'policy' | 'members'>): readonly Ground[] => policiesOf(params).flatMap(({ policy }) => policy.grounds?.value ?? []);

/** The agreements that a figure rests on: those of its one place, or of each of several. */
export const policiesOf = ({ policy, members }: Pick<MeasureParams, 'policy' | 'members'>): readonly { readonly name?: string; readonly policy: PolicyUsed }[] => members ?? [{ policy }];

/** What all of these agreed; undefined when one agreed nothing or something else. */
export function agreedByAll<T>(params: Pick<MeasureParams, 'policy' | 'members'>, of: (policy: PolicyUsed) => T | undefined): T | undefined {
  const agreed = new Set(policiesOf(params).map(({ policy }) => of(policy)));
  return agreed.size === 1 ? [...agreed][0] : undefined;
}

/** A code that the definition of the day does not know is shown as it is. */
export const groundLabel = (grounds: readonly Ground[], code: string): string => groundOf(grounds, code)?.label ?? code;

/** Several for grounds and reasons: a child counts once under each. */
export function targetLabels(target: TargetFact, by: Dimension, params: MeasureParams): readonly string[] {
  switch (by) {
    case 'location': return [target.location ?? notPlaced];
    case 'provider': return [target.provider ?? notPlaced];
    case 'group': return [target.location === undefined ? notPlaced : groupName(target.group, target.location)];
    case 'neighbourhood': return [target.neighbourhood ?? noNeighbourhood];
    case 'cluster': return [target.cluster ?? noCluster];
    case 'ground': return target.grounds.length === 0 ? ['Geen grond vastgelegd'] : target.grounds.map((code) => groundLabel(groundsOfPolicy(params), code));
    case 'school': case 'programme': case 'board': throw new RangeError('a target toddler has no school yet');
    case 'reason': return target.reasons.length === 0 ? [noReason] : target.reasons.map((code) => labelOf(NON_REACH_REASONS, code) ?? code);
  }
}

/** Of a location: its own name, or that of what it belongs to. */
export function locationLabel({ location, provider, neighbourhood, cluster }: LocationFact, by: Dimension | undefined): string {
  if (by === 'provider') return provider;
  if (by === 'neighbourhood') return neighbourhood ?? noNeighbourhood;
  return by === 'cluster' ? cluster ?? noCluster : location;
}

/** Of a row behind a figure; its status is why it counts, for exits the reason. */
export function rowLabel(row: FigureRow, by: Dimension): string {
  switch (by) {
    case 'location': return row.location ?? notPlaced;
    case 'provider': return row.provider ?? notPlaced;
    case 'group': return groupName(row.group, row.location);
    case 'neighbourhood': return row.neighbourhood ?? noNeighbourhood;
    case 'cluster': return row.cluster ?? noCluster;
    case 'school': return row.school ?? noSchool;
    case 'programme': return row.programme ?? noProgramme;
    case 'board': throw new RangeError('a row has no board of its own');
    case 'reason': return row.status;
    case 'ground': throw new RangeError('a row has no ground of its own');
  }
}
