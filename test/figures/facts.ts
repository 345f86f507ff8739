import fc from 'fast-check';
import type { Facts, LocationFact, PlacementFact, TargetFact } from '../../src/figures/facts.ts';
import type { MeasureParams } from '../../src/figures/types.ts';

/** Facts to count by hand. */
export const DAY = '2024-03-31';

export const params = (more: Partial<MeasureParams> = {}): MeasureParams => ({
  referenceDate: DAY, from: '2024-01-01', until: '2024-04-01', windowStartMonths: 24, groundLabels: { child_development: 'Ontwikkeling van het kind' }, oneLocation: false, protected: false, ...more,
});

export const target = (more: Partial<TargetFact> = {}): TargetFact => ({ birthDate: '2021-06-01', indicatedOn: '2023-12-01', standing: 'unknown', grounds: ['child_development'], reasons: [], ...more });
export const placement = (more: Partial<PlacementFact> = {}): PlacementFact => ({ child: 1, start: '2024-01-15', vePlace: true, birthDate: '2021-06-01', ...more });
export const location = (placements: readonly PlacementFact[], more: Partial<LocationFact> = {}): LocationFact => ({ locationId: 'a', location: 'De Waterlelie', provider: 'Peuterplein', offered: 16, placements, ...more });
export const facts = (targets: readonly TargetFact[], locations: readonly LocationFact[] = []): Facts => ({ targets, locations });

/** Days around the limits of the windows and of the period. */
const birthDay = fc.constantFrom('2020-03-30', '2020-03-31', '2020-04-01', '2021-06-01', '2021-09-30', '2021-10-01', '2022-03-31', '2022-04-01', '2022-05-01');
const day = fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-02', '2024-02-29', '2024-03-31', '2024-04-01', '2024-04-02');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

export const anyTarget: fc.Arbitrary<TargetFact> = fc.record({
  birthDate: birthDay, indicatedOn: day, standing: fc.constantFrom('here' as const, 'elsewhere' as const, 'notReached' as const, 'unknown' as const), neighbourhood: maybe(fc.constantFrom('Centrum', 'Noord')),
  location: maybe(fc.constantFrom('De Waterlelie', 'De Bosrand')), provider: maybe(fc.constantFrom('Peuterplein', 'Heideroos')),
  grounds: fc.subarray(['child_development', 'parents_situation']), reasons: fc.subarray(['practical', 'financial', 'waiting_list']),
});
const anyPlacement: fc.Arbitrary<PlacementFact> = fc.record({
  child: fc.integer({ min: 1, max: 5 }), start: day, end: maybe(day), vePlace: fc.boolean(), birthDate: maybe(birthDay), exitReason: maybe(fc.constantFrom('moved', 'school_at_4')),
}).filter(({ start, end }) => end === undefined || start < end);
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  targets: fc.array(anyTarget, { maxLength: 30 }),
  locations: fc.tuple(fc.array(anyPlacement, { maxLength: 8 }), fc.array(anyPlacement, { maxLength: 8 }), fc.option(fc.nat(20))).map(([one, two, offered]) => [
    location(one), location(two, { locationId: 'b', location: 'De Bosrand', provider: 'Heideroos', offered }),
  ]),
});
