import type { MeasureName, Split } from '../question.ts';

/** Phrases that name two figures at once, or a figure with its split. */
export const twoAtOnce: readonly { readonly phrases: readonly string[]; readonly measures: readonly MeasureName[] }[] = [
  { phrases: ['(vrije|lege|beschikbare) en (bezette|gevulde) {plek}', '{plek} vrij en bezet', '{plek} zijn vrij en bezet', 'free and taken places'], measures: ['free-places', 'taken-places'] },
  { phrases: ['(bezette|gevulde) en (vrije|lege) {plek}'], measures: ['taken-places', 'free-places'] },
  { phrases: ['in en uitstroom', 'in uitstroom', 'ingestroomd en uitgestroomd', 'intake and exit'], measures: ['intakes', 'exits'] },
  { phrases: ['uit en instroom'], measures: ['exits', 'intakes'] },
  { phrases: ['(bereikt|bereikte|wel) en niet (bereikt|bereikte) [{doelgroep}|{kind}]', 'wel en niet {bereik}'], measures: ['reach', 'not-reached'] },
];

export const withSplit: readonly { readonly phrases: readonly string[]; readonly measure: MeasureName; readonly split: Split }[] = [
  { phrases: ['(uitstroomredenen|uitstroomreden|vertrekredenen|vertrekreden)', 'exit reasons'], measure: 'exits', split: 'reason' },
  { phrases: ['[redenen|reden] (nonbereiksredenen|nonbereikredenen)'], measure: 'not-reached', split: 'reason' },
  { phrases: ['(welke|welk) (grond|gronden) indicaties [afgegeven]', '(welke|welk) (grond|gronden) geindiceerd'], measure: 'indications', split: 'ground' },
];

/**
 * What a figure already says: "vroegtijdige uitstroom" is no question for uitstroom as well,
 * and "bereik van doelgroeppeuters" none for their number. Unless "en" stands between them.
 */
export const background: Readonly<Partial<Record<MeasureName, readonly MeasureName[]>>> = {
  reach: ['target-toddlers', 'placements'],
  'reach-inspectorate': ['reach', 'target-toddlers'],
  'reach-all-toddlers': ['reach', 'placements'],
  'not-reached': ['target-toddlers', 'reach'],
  unknown: ['target-toddlers'],
  'placed-elsewhere': ['target-toddlers', 'reach', 'placements', 've-places'],
  indications: ['target-toddlers'],
  waiting: ['target-toddlers', 've-places', 'placements'],
  supply: ['target-toddlers', 've-places'],
  've-places': ['target-toddlers'],
  'free-places': ['target-toddlers', 've-places'],
  'taken-places': ['ve-places'],
  occupancy: ['ve-places', 'groups', 'placements'],
  placements: ['ve-places', 'groups'],
  'group-mix': ['groups', 'target-toddlers'],
  hours: ['placements'],
  'hours-shortfall': ['hours', 'placements', 'target-toddlers'],
  'policy-officer-hours': ['hours'],
  'without-indication': ['placements', 've-places', 'target-toddlers'],
  'without-outcome': ['indications'],
  intakes: ['target-toddlers', 'placements'],
  exits: ['target-toddlers', 'placements'],
  'early-exits': ['exits', 'target-toddlers'],
  'start-age': ['intakes', 'target-toddlers'],
  used: ['target-toddlers', 'placements'],
  'guidance-time': ['indications', 'intakes', 'placements'],
  'other-reasons': ['exits', 'not-reached'],
  'handovers-due': ['handovers-done', 'placements'],
  'handovers-with-consent': ['handovers-done'],
  'handovers-refused': ['handovers-done', 'handovers-with-consent'],
  'handovers-late': ['handovers-done'],
  'handovers-missing': ['handovers-done'],
  'handover-days': ['handovers-done'],
  'handover-talk': ['handovers-done'],
  'handover-feedback': ['handovers-done'],
};

/** Who the figure is about, whatever it is. */
export const alwaysBackground: readonly MeasureName[] = ['toddlers'];

/** "Waar" asks for wijken where children live, and for locations where they are placed. */
export const countedAtHome: readonly MeasureName[] = ['reach', 'reach-inspectorate', 'reach-all-toddlers', 'toddlers', 'target-toddlers', 'not-reached', 'unknown', 'waiting', 'supply', 'indications', 'without-outcome'];

/** "Waarom?" after these is about the children that are not there. */
export const askedWhyAs: Readonly<Partial<Record<MeasureName, MeasureName>>> = { reach: 'not-reached', 'reach-inspectorate': 'not-reached', unknown: 'not-reached' };
/** "Wie niet?" after these. */
export const hasANotReached: readonly MeasureName[] = ['reach', 'reach-inspectorate', 'target-toddlers', 'not-reached'];
