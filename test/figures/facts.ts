import fc from 'fast-check';
import { noFacts, type ChildHistory, type Facts, type HandoverFact, type LocationFact, type PlacementFact, type PopulationFact, type TargetFact } from '../../src/figures/facts.ts';
import type { KindergartenFacts } from '../../src/figures/kindergarten-facts.ts';
import type { PolicyValue } from '../../src/policy/engine/types.ts';
import type { MeasureParams } from '../../src/figures/types.ts';

/** Facts to count by hand. */
export const DAY = '2024-03-31';

export const policyValue = <T>(value: T, unit: string): PolicyValue<T> => ({ value, unit, from: '2023-01-01', source: { document: 'Beleid', status: 'read' }, checkedOn: '2026-11-22' });
const count = (fromMonths: number, untilMonths: number, children: number, neighbourhood?: string): PopulationFact => ({ countedOn: '2024-01-01', fromMonths, untilMonths, children, neighbourhood });

export const params = (more: Partial<MeasureParams> = {}): MeasureParams => ({
  referenceDate: DAY, from: '2024-01-01', until: '2024-04-01', windowStartMonths: 24, policy: { grounds: policyValue([{ code: 'child_development', label: 'Ontwikkeling van het kind' }], 'grounds') }, isPart: false, protected: false, ...more,
});

export const target = (more: Partial<TargetFact> = {}): TargetFact => ({ child: 'a', everPlaced: false, hasOutcome: false, onWaitingList: false, birthDate: '2021-06-01', indicatedOn: '2023-12-01', standing: 'unknown', grounds: ['child_development'], reasons: [], ...more });
export const placement = (more: Partial<PlacementFact> = {}): PlacementFact => ({ child: '1', start: '2024-01-15', vePlace: true, birthDate: '2021-06-01', hoursPerWeek: 16, daysPerWeek: 4, ...more });
export const location = (placements: readonly PlacementFact[], more: Partial<LocationFact> = {}): LocationFact => ({ locationId: 'a', location: 'De Waterlelie', provider: 'Peuterplein', offered: 16, placements, ...more });
export const facts = (targets: readonly TargetFact[], locations: readonly LocationFact[] = []): Facts => ({ ...noFacts, targets, locations });

/** Days around the limits of the windows and of the period. */
const birthDay = fc.constantFrom('2020-03-30', '2020-03-31', '2020-04-01', '2021-06-01', '2021-09-30', '2021-10-01', '2022-03-31', '2022-04-01', '2022-05-01');
const day = fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-02', '2024-02-29', '2024-03-31', '2024-04-01', '2024-04-02');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

export const anyTarget: fc.Arbitrary<TargetFact> = fc.record({
  child: fc.uuid(), everPlaced: fc.boolean(), hasOutcome: fc.boolean(), onWaitingList: fc.boolean(), startsOn: maybe(fc.constantFrom('2024-04-01', '2024-05-06')), cluster: maybe(fc.constantFrom('Oost', 'West')),
  birthDate: birthDay, indicatedOn: day, standing: fc.constantFrom('here' as const, 'elsewhere' as const, 'notReached' as const, 'unknown' as const), neighbourhood: maybe(fc.constantFrom('Centrum', 'Noord')),
  location: maybe(fc.constantFrom('De Waterlelie', 'De Bosrand')), provider: maybe(fc.constantFrom('Peuterplein', 'Heideroos')),
  grounds: fc.subarray(['child_development', 'parents_situation']), reasons: fc.subarray(['practical', 'financial', 'waiting_list']),
});
const anyHistory: fc.Arbitrary<ChildHistory> = fc.record({
  indications: fc.array(fc.record({ from: day, until: maybe(fc.constantFrom('2024-02-01', '2024-06-01')) }), { maxLength: 2 }),
  vePlaces: fc.array(fc.record({ from: day, until: maybe(fc.constantFrom('2024-02-01', '2024-06-01')), hoursPerWeek: fc.constantFrom(8, 16), daysPerWeek: fc.constantFrom(2, 4) }), { maxLength: 2 }),
});
const anyPlacement: fc.Arbitrary<PlacementFact> = fc.record({
  child: fc.constantFrom('1', '2', '3', '4', '5'), hoursPerWeek: fc.constantFrom(8, 12.5, 16, 30), daysPerWeek: fc.constantFrom(1, 2, 4), group: maybe(fc.constantFrom('Kikkers', 'Eekhoorns')), recordedOn: maybe(day), history: maybe(anyHistory), start: day, end: maybe(day), vePlace: fc.boolean(), birthDate: maybe(birthDay), exitReason: maybe(fc.constantFrom('moved', 'school_at_4')),
}).filter(({ start, end }) => end === undefined || start < end);
export const handover = (more: Partial<HandoverFact> = {}): HandoverFact => ({ child: 'h', birthDate: '2020-02-15', birthday4: '2024-02-15', locationElsewhere: false, schoolElsewhere: false, ...more });
/** Birth date with the 4th birthday that belongs to it, in and around the first quarter of 2024. */
const turning = fc.constantFrom(['2019-12-31', '2023-12-31'], ['2020-01-01', '2024-01-01'], ['2020-02-29', '2024-02-29'], ['2020-03-31', '2024-03-31'], ['2020-04-01', '2024-04-01']);
export const anyHandover: fc.Arbitrary<HandoverFact> = fc.tuple(turning, fc.record({
  child: fc.uuid(), locationElsewhere: fc.boolean(), schoolElsewhere: fc.boolean(), location: maybe(fc.constantFrom('De Waterlelie', 'De Bosrand')), provider: maybe(fc.constantFrom('Peuterplein', 'Heideroos')),
  neighbourhood: maybe(fc.constantFrom('Centrum', 'Noord')), cluster: maybe(fc.constantFrom('Oost', 'West')), school: maybe(fc.constantFrom('De Lindeboom', 'De Regenboog')), programme: maybe(fc.constantFrom('Peuterplein', 'Ander programma')),
  consent: maybe(fc.constantFrom('consent_asked' as const, 'consent_given' as const, 'consent_refused' as const, 'consent_withdrawn' as const)), doneOn: maybe(day), talkOn: maybe(day), feedbackOn: maybe(day),
})).map(([[birthDate, birthday4], rest]) => ({ birthDate: birthDate, birthday4: birthday4, ...rest }));
const SCHOOLS = ['De Lindeboom', 'De Regenboog', 'De Eik', 'De Es'].map((school, index) => ({ schoolId: `00000000-0000-4000-8000-00000000000${index}`, school, board: index < 2 ? 'De Linde' : 'De Kring', boardId: index < 2 ? 'b1' : 'b2', neighbourhood: index === 3 ? undefined : 'Centrum' }));
const taken = { schoolYear: fc.constantFrom(2022, 2023), moment: fc.constant('end_group_2' as const), domain: fc.constantFrom('language' as const, 'motor' as const), instrument: fc.constantFrom('kijk', 'bosos', 'other') };
/** Counts that can be: VE children with a part of all, at level and below. */
const counts = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)).map(([veAtLevel, veBelow, atLevel, below]) => ({ children: veAtLevel + veBelow + atLevel + below, atLevel: veAtLevel + atLevel, veChildren: veAtLevel + veBelow, veAtLevel }));
export const anyKindergarten: fc.Arbitrary<KindergartenFacts> = fc.record({
  schools: fc.constant(SCHOOLS),
  results: fc.uniqueArray(fc.tuple(fc.constantFrom(...SCHOOLS.map(({ schoolId }) => schoolId)), fc.record(taken), counts).map(([schoolId, of, numbers]) => ({ schoolId, ...of, ...numbers })), { maxLength: 16, selector: ({ schoolId, schoolYear, domain, instrument }) => `${schoolId} ${schoolYear} ${domain} ${instrument}` }),
  agreements: fc.uniqueArray(fc.record({ ...taken, instrument: fc.constantFrom('kijk', 'bosos'), boardId: maybe(fc.constantFrom('b1', 'b2')), population: fc.constantFrom('ve' as const, 'all' as const), level: fc.constant('fase 9'), targetPercent: fc.constantFrom(50, 80) }), { maxLength: 4, selector: ({ boardId, schoolYear, domain }) => `${boardId} ${schoolYear} ${domain}` }),
  totals: fc.constant([]), prepared: fc.constant([]),
});
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  targets: fc.array(anyTarget, { maxLength: 30 }),
  locations: fc.tuple(fc.array(anyPlacement, { maxLength: 8 }), fc.array(anyPlacement, { maxLength: 8 }), fc.option(fc.nat(20))).map(([one, two, offered]) => [
    location(one), location(two, { locationId: 'b', location: 'De Bosrand', provider: 'Heideroos', neighbourhood: 'Noord', cluster: 'Oost', offered }),
  ]),
  handovers: fc.array(anyHandover, { maxLength: 12 }),
  kindergarten: anyKindergarten,
  toddlers: fc.array(fc.record({ child: fc.uuid(), vePlace: fc.boolean(), neighbourhood: maybe(fc.constantFrom('Centrum', 'Noord')), cluster: maybe(fc.constantFrom('Oost', 'West')) }), { maxLength: 6 }),
  population: fc.constantFrom<Facts['population']>([], [count(24, 48, 60)], [count(24, 36, 30), count(36, 48, 28), count(24, 48, 20, 'Centrum')], [count(24, 36, 30)]),
});
