import type { IsoDate } from '../src/policy/engine/types.ts';
import type { Indication } from './ports.ts';

/** The indication that holds on the day; else the latest, so that a rule can say what is wrong with it. */
export function indicationOn(indications: readonly Indication[], day: IsoDate): Indication | undefined {
  const holds = indications.find(({ issuedOn, endedOn }) => issuedOn <= day && (endedOn === undefined || day < endedOn));
  return holds ?? indications.at(-1);
}
