import type { AsOf, Believed, Ports } from '../../dialogs/ports.ts';
import { noFacts, type Facts } from '../figures/facts.ts';
import { withDistinctLocations } from '../figures/distinct-names.ts';
import { factsOfPart } from '../figures/filter-facts.ts';
import { inspectorateStartMonths } from '../figures/measures/reach-inspectorate.ts';
import { endMonths } from '../figures/targets.ts';
import type { Measure, MeasureParams, Part } from '../figures/types.ts';
import type { FigurePlace } from './figure-request.ts';

export interface Moment { readonly revision: number; readonly knownAt: string }

/** Reads the sets of facts that a measure needs of one place, all as believed at one moment. */
export async function readFacts(ports: Ports, measure: Measure, place: FigurePlace, params: MeasureParams, part: Part | undefined, asOf: AsOf): Promise<Believed<Facts>> {
  let facts: Facts = noFacts;
  let moment: Moment | undefined;
  for (const read of readersOf(measure, place)) {
    // The first statement decides the revision; the others read in the same one.
    const { facts: more, revision, knownAt } = await read(ports, params, moment ? { ...asOf, revision: moment.revision } : asOf);
    facts = { ...facts, ...more };
    moment = { revision, knownAt };
  }
  if (!moment) throw new Error(`${measure.id} is a figure of a municipality`);
  return { facts: withDistinctLocations(factsOfPart(facts, part)), ...moment };
}

type Reader = (ports: Ports, params: MeasureParams, asOf: AsOf) => Promise<Believed<Partial<Facts>>>;

function readersOf(measure: Measure, { municipalityCode, locationId, schoolId }: FigurePlace): Reader[] {
  const readers: Reader[] = [];
  const { reads } = measure;
  if (reads.includes('locations') || reads.includes('history')) {
    const history = reads.includes('history');
    readers.push(async ({ figures }, { referenceDate, from, until }, asOf) => {
      const { facts, ...moment } = await figures.locationFacts({ municipalityCode, locationId, referenceDate, from, until, history, asOf });
      return { facts: { locations: facts }, ...moment };
    });
  }
  // Of one location only what happens there can be known, not who lives around it.
  if (municipalityCode !== undefined && reads.includes('targets')) {
    readers.push(async ({ figures }, params, asOf) => {
      const { facts, ...moment } = await figures.targets({ municipalityCode, referenceDate: params.referenceDate, startMonths: startMonths(measure, params), endMonths, asOf });
      return { facts: { targets: facts }, ...moment };
    });
  }
  if (municipalityCode !== undefined && reads.includes('toddlers')) {
    readers.push(({ figures }, { referenceDate }, asOf) => figures.toddlers({ municipalityCode, referenceDate, asOf }));
  }
  if (reads.includes('handovers')) {
    readers.push(async ({ figures }, { referenceDate: day, from, until }, asOf) => {
      const { facts, ...moment } = await figures.handovers({ municipalityCode, locationId, schoolId, day, from, until, asOf });
      return { facts: { handovers: facts }, ...moment };
    });
  }
  if (reads.includes('kindergarten')) {
    readers.push(async ({ figures }, _, asOf) => {
      const { facts, ...moment } = await figures.kindergarten({ municipalityCode, locationId, schoolId, asOf });
      return { facts: { kindergarten: facts }, ...moment };
    });
  }
  return readers;
}

/** Both windows for the Inspectorate's figure, because it says how it differs from the municipality's. */
function startMonths({ window }: Measure, { windowStartMonths }: MeasureParams): number {
  if (window === 'inspectorate') return Math.min(inspectorateStartMonths, windowStartMonths ?? inspectorateStartMonths);
  return window === 'municipal' ? windowStartMonths ?? 0 : 0;
}
