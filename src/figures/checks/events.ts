import { exitsIn, intakesIn, placedAt, placementRow, type PlacementAt } from '../events.ts';
import type { Facts } from '../facts.ts';
import { usedMeasure } from '../measures/used.ts';
import type { FigureRow, MeasureParams } from '../types.ts';
import type { Check } from './types.ts';

const rowOf = (placement: PlacementAt, status: string): FigureRow => placementRow(placement, { numerator: 1, denominator: 1, status });

/** Who used VE in the period is still placed at its end, or stopped. */
export const usedAddsUp: Check = {
  id: 'used-adds-up',
  statement: 'Nog geplaatst en gestopt zijn samen alle kinderen die in de periode VE gebruikten.',
  advice: 'Meld dit bij de beheerder.',
  run(facts, params) {
    const rows = usedMeasure.rows(facts, params).filter(({ numerator }) => numerator > 0);
    const [placed, stopped] = ['Nog geplaatst', 'Gestopt'].map((status) => rows.filter((row) => row.status === status).length);
    return { holds: placed! + stopped! === rows.length, numbers: `${placed} + ${stopped} = ${rows.length}`, rows: [] };
  },
};

export const exitsHaveReasons: Check = {
  id: 'exits-have-reasons',
  statement: 'De uitstroom per reden is samen alle uitstroom.',
  advice: 'Vraag de locatie om de reden aan te vullen met “corrigeer”.',
  run(facts, params) {
    const exits = exitsIn(facts, params);
    const without = exits.filter(({ exitReason }) => exitReason === undefined);
    return { holds: without.length === 0, numbers: `${exits.length - without.length} met reden van ${exits.length}`, rows: without.map((exit) => rowOf(exit, 'Geen reden vastgelegd')) };
  },
};

/** Places at the start plus intakes less exits are those at the end; each place of a child at a location is followed by itself. */
export const placementsAddUp: Check = {
  id: 'placements-add-up',
  statement: 'Geplaatst bij het begin, plus instroom, min uitstroom, is wie aan het einde blijft.',
  advice: 'Kijk of een kind op één locatie twee aansluitende of dubbele plaatsingen heeft.',
  run(facts, params) {
    const [before, after] = [stayingOn(facts, params.from), stayingOn(facts, params.until)];
    const [intakes, exits] = [intakesIn(facts, params), exitsIn(facts, params)];
    const unbalanced = [...new Map([...before, ...after, ...intakes, ...exits].map((placement) => [keyOf(placement), placement])).values()]
      .filter((placement) => balance(placement, before, intakes, exits, after) !== 0);
    return {
      holds: before.length + intakes.length - exits.length === after.length,
      numbers: `${before.length} + ${intakes.length} - ${exits.length} = ${before.length + intakes.length - exits.length}; aan het einde blijven er ${after.length}`,
      rows: unbalanced.map((placement) => rowOf(placement, 'Begin, instroom en uitstroom kloppen niet met het einde')),
    };
  },
};

/** Who was there before the day and stays: an exit counts on its last day, so who leaves that evening does not. */
const stayingOn = (facts: Facts, day: string): PlacementAt[] => placedAt(facts, day).filter(({ start }) => start < day);

const keyOf = ({ child, at }: PlacementAt): string => `${child} ${at.locationId}`;

function balance(placement: PlacementAt, ...[before, intakes, exits, after]: readonly (readonly PlacementAt[])[]): number {
  const count = (list: readonly PlacementAt[] = []): number => list.filter((other) => keyOf(other) === keyOf(placement)).length;
  return count(before) + count(intakes) - count(exits) - count(after);
}

/** More children than places: a place too few was recorded, or a child too many. */
export const nobodyIsOverfull: Check = {
  id: 'nobody-is-overfull',
  statement: 'Op geen locatie zijn meer VE-plekken bezet dan er worden aangeboden.',
  advice: 'Kijk of het aantal VE-plekken klopt (“ve-plaatsen”), en of alle uitstroom is gemeld.',
  run(facts, params) {
    const taken = placedAt(facts, params.referenceDate);
    const over = facts.locations.filter((location) => location.offered !== null && taken.filter(({ at }) => at.locationId === location.locationId).length > location.offered);
    return { holds: over.length === 0, numbers: overfullText(facts, over, params), rows: over.map(({ locationId, location, provider }) => ({ key: locationId, location, provider, numerator: 1, denominator: 1, status: 'Meer kinderen dan plekken' })) };
  },
};

function overfullText(facts: Facts, over: Facts['locations'], { referenceDate }: MeasureParams): string {
  if (over.length === 0) return `${facts.locations.length} locaties nagekeken`;
  return over.map(({ location, locationId, offered }) => `${location} ${placedAt(facts, referenceDate).filter(({ at }) => at.locationId === locationId).length} van ${offered}`).join(', ');
}
