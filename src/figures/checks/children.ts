import { addMonths } from '../../policy/engine/days.ts';
import { placedAt, placementRow } from '../events.ts';
import { endMonths, isReached, municipalTargets, reachCounts, targetRow } from '../targets.ts';
import type { Check } from './types.ts';

/** The parts of reach are all target toddlers. */
export const reachAddsUp: Check = {
  id: 'reach-adds-up',
  statement: 'Bereikt, niet bereikt en onbekend zijn samen alle doelgroeppeuters.',
  advice: 'Meld dit bij de beheerder.',
  run({ targets }, params) {
    if (params.windowStartMonths === undefined) return undefined;
    const { total, reachedHere, reachedElsewhere, notReached, unknown } = reachCounts(municipalTargets(targets, params));
    const reached = reachedHere + reachedElsewhere;
    return { holds: reached + notReached + unknown === total, numbers: `${reached} + ${notReached} + ${unknown} = ${total}`, rows: [] };
  },
};

/** Counted from the children and from the locations: whoever is reached in the municipality is on one of its VE places. */
export const reachedAreThere: Check = {
  id: 'reached-are-there',
  statement: 'Elke doelgroeppeuter die in de gemeente bereikt is, staat op een VE-plek van een locatie in de gemeente.',
  advice: 'Meld dit bij de beheerder, met de codes.',
  run(facts, params) {
    if (params.windowStartMonths === undefined) return undefined;
    const there = new Set(placedAt(facts, params.referenceDate).map(({ child }) => child));
    const reached = municipalTargets(facts.targets, params).filter(({ standing }) => standing === 'here');
    const missing = reached.filter(({ child }) => !there.has(child));
    return { holds: missing.length === 0, numbers: `${reached.length} bereikt, ${reached.length - missing.length} van hen op een locatie`, rows: missing.map((target) => targetRow(target, isReached(target) ? 1 : 0, 1)) };
  },
};

/** Preschool ends at four; who is still there was not signed off. */
export const nobodyIsFour: Check = {
  id: 'nobody-is-four',
  statement: 'Geen kind van 4 jaar of ouder staat nog op een VE-plek.',
  advice: 'Vraag de locatie om de uitstroom te melden; tot dan is de plek bezet.',
  run(facts, { referenceDate }) {
    const placed = placedAt(facts, referenceDate);
    const older = placed.filter(({ birthDate }) => birthDate !== undefined && addMonths(birthDate, endMonths) <= referenceDate);
    return { holds: older.length === 0, numbers: `${older.length} van ${placed.length} geplaatste kinderen is 4 of ouder`, rows: older.map((placement) => placementRow(placement, { numerator: 1, denominator: 1, status: '4 jaar of ouder' })) };
  },
};
