import { dutchCount, dutchDay, dutchNumber } from '../engine/dutch.ts';
import { finding, type Rule } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { DECREE_GROUP_SIZE, PRIMARY_EDUCATION_ACT_SUPPLY } from './citations.ts';
import type { IntakeFacts } from './intake-facts.ts';
import { nationalValue } from './values.ts';

export const GROUP_OVER_16: Rule = { id: 'group-over-16', citation: DECREE_GROUP_SIZE };
export const NO_FREE_VE_PLACE: Rule = { id: 'no-free-ve-place', citation: PRIMARY_EDUCATION_ACT_SUPPLY };

/**
 * The law limits who is present, we know who is enrolled: children attend on different
 * days, so this asks and never blocks. Regular places count too, they fill the same room.
 */
export function groupOver16(facts: IntakeFacts): Finding | undefined {
  const limit = nationalValue('groupSize', facts.startDate);
  if (!limit || facts.groupEnrolledAfter <= limit.value) return undefined;
  const text =
    `In deze groep staan hierna ${dutchNumber(facts.groupEnrolledAfter)} kinderen ingeschreven; ` +
    `er mogen er ${limit.value} tegelijk aanwezig zijn. Past dit, omdat niet iedereen op dezelfde dagen komt?`;
  return finding(GROUP_OVER_16, 'confirm', text, limit.source);
}

/** Asks when all VE places of the location are taken, and when nobody recorded how many there are. */
export function noFreeVePlace(facts: IntakeFacts): Finding | undefined {
  if (!facts.vePlace) return undefined;
  const { placesOffered, placesTakenBefore, startDate } = facts;
  if (placesOffered === undefined) {
    return finding(NO_FREE_VE_PLACE, 'confirm', 'Voor deze locatie zijn geen VE-plekken vastgelegd. Of er een plek vrij is, is dus niet te zien. Toch plaatsen?');
  }
  if (placesTakenBefore < placesOffered) return undefined;
  const text =
    `Op ${dutchDay(startDate)} zijn ${dutchNumber(placesTakenBefore)} van de ` +
    `${dutchCount(placesOffered, 'VE-plek', 'VE-plekken')} van deze locatie bezet. Toch plaatsen?`;
  return finding(NO_FREE_VE_PLACE, 'confirm', text);
}
