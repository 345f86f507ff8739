import { addBands, type Band } from '../../figures/release-bands.ts';
import type { Told } from './gather.ts';

/**
 * Municipalities together: sums of the bands that are told of each, so that the sum tells
 * nothing more. What has no sum (a target, groups, names of places) stays with its own.
 */
export function together(all: readonly Told[]): Told {
  const sum = (bandsOf: (one: Told) => Band | undefined): Band | undefined => {
    const bands = all.flatMap((one) => bandsOf(one) ?? []);
    return bands.length === 0 ? undefined : addBands(bands);
  };
  const places = all.flatMap((one) => one.places ?? []);
  const handovers = all.flatMap((one) => one.handovers ?? []);
  return {
    name: 'Samen', few: addBands(all.map(({ few }) => few)), reach: new Map(), meetings: [], silent: [], references: [],
    // Without that of one there is no number of all.
    intakes: all.some(({ exits, intakes }) => exits && !intakes) ? undefined : sum(({ intakes }) => intakes),
    exits: exitsTogether(all),
    waiting: sum(({ waiting }) => waiting),
    places: places.length === 0 ? undefined : { offered: places.reduce((total, { offered }) => total + offered, 0), taken: addBands(places.map(({ taken }) => taken)) },
    handovers: handovers.length === 0 ? undefined : { due: addBands(handovers.map(({ due }) => due)), late: addBands(handovers.map(({ late }) => late)), missing: addBands(handovers.map(({ missing }) => missing)) },
  };
}

/** Where nobody left for a reason the lowest band is added, as where a few did: the sum must not tell these apart. */
function exitsTogether(all: readonly Told[]): Told['exits'] {
  const counted = all.filter((one) => one.exits !== undefined);
  if (counted.length === 0) return undefined;
  const reasons = [...new Set(counted.flatMap(({ exits = [] }) => exits.map(({ reason }) => reason)))].sort((a, b) => a.localeCompare(b, 'nl'));
  return reasons.map((reason) => ({
    reason, band: addBands(counted.map(({ exits = [], few }) => exits.find((exit) => exit.reason === reason)?.band ?? few)),
  }));
}
