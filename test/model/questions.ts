import fc from 'fast-check';
import { catalogue } from '../../src/figures/catalogue.ts';
import { MEASURE_IDS, type MeasureId } from '../../src/figures/types.ts';
import type { PolicyValue, ResolvedPolicy } from '../../src/policy/engine/types.ts';
import type { FigureScope } from '../../src/turn/figure-scope.ts';
import type { Question, Scope, Split } from './ask.ts';
import { dayBefore, plusDays, type Day } from './calendar.ts';
import { GROUPS, locationOf, LOCATIONS, municipalityOf, NEIGHBOURHOODS, REGION } from './world.ts';

/** A question as the product hears it, with what the model needs of it. */
export interface Asked {
  readonly question: Question;
  readonly scope: FigureScope;
  readonly period: { readonly start: Day; readonly endExclusive: Day; readonly label: string };
  readonly today: Day;
  /** Which part of the history is known, of a thousand; what was known by the end of a day. */
  readonly after: number;
  readonly known?: Day | undefined;
}

const value = <T>(content: T, unit: string): PolicyValue<T> => ({ value: content, unit, from: '2020-01-01', source: { document: 'Model', status: 'read' }, checkedOn: '2026-11-22' });
const GROUNDS = [
  { code: 'development', label: 'Ontwikkeling' },
  { code: 'language', label: 'Taal', countedApart: true, characteristics: [{ code: 'language_home', label: 'Thuis' }, { code: 'language_poor', label: 'Arm' }] },
] as const;

/** The policies of the small world, in the form in which the product resolves them. */
export function policyOf(code: string, day: Day): ResolvedPolicy {
  const { name, windowStart, hoursTotal, minimumInGroup } = municipalityOf(code);
  return {
    municipalityCode: code, municipalityName: name, day, targets: [], grounds: value(GROUNDS, 'grounds'),
    ...(windowStart === undefined ? {} : { windowStartMonths: value(windowStart, 'months') }),
    ...(hoursTotal === undefined ? {} : { hoursTotal: value(hoursTotal, 'hours') }),
    ...(minimumInGroup === undefined ? {} : { minimumTargetToddlersInGroup: value(minimumInGroup, 'children') }),
  };
}

const PERIODS: readonly (readonly [Day, Day])[] = [
  ['2024-01-01', '2024-04-01'], ['2023-10-01', '2024-01-01'], ['2023-01-01', '2024-01-01'], ['2023-01-01', '2024-01-01'], ['2024-01-01', '2025-01-01'], ['2024-01-01', '2025-01-01'], ['2023-08-01', '2024-08-01'],
  ['2024-02-01', '2024-03-01'], ['2024-01-01', '2024-01-02'], ['2024-02-29', '2024-03-01'], ['2024-03-31', '2024-04-01'],
];
const period = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PERIODS) }, { weight: 1, arbitrary: fc.nat(300).map((days) => [plusDays('2023-08-01', days), plusDays('2023-08-02', days)] as const) });

/** All places of which the measure can be asked, in one municipality. */
function scopesIn(measure: MeasureId, code: string): Scope[] {
  const { parts } = catalogue.get(measure);
  const locations = LOCATIONS.filter(({ municipality }) => municipality === code);
  const areas = NEIGHBOURHOODS.filter(({ municipality }) => municipality === code);
  const names = { provider: locations.map(({ provider }) => provider), neighbourhood: areas.map(({ name }) => name), cluster: areas.flatMap(({ cluster }) => cluster ?? []) };
  const ofPart = (kind: keyof typeof names): Scope[] => (parts.includes(kind) ? [...new Set(names[kind])].map((name) => ({ kind, code, name })) : []);
  return [
    { kind: 'municipality', code }, { kind: 'municipality', code }, { kind: 'municipality', code }, ...ofPart('provider'), ...ofPart('neighbourhood'), ...ofPart('cluster'),
    ...(parts.includes('location') ? locations.map(({ id }): Scope => ({ kind: 'location', location: id })) : []),
    ...(parts.includes('group') ? GROUPS.filter(({ location }) => locations.some(({ id }) => id === location)).map(({ id }): Scope => ({ kind: 'group', code, group: id })) : []),
  ];
}

function figureScope(scope: Scope): FigureScope {
  if (scope.kind === 'location') return { name: locationOf(scope.location).name, locationId: scope.location, policyOf: locationOf(scope.location).municipality, protected: false };
  const municipality = { name: municipalityOf(scope.code).name, municipalityCode: scope.code, protected: false };
  if (scope.kind === 'municipality') return municipality;
  if (scope.kind !== 'group') return { ...municipality, part: { kind: scope.kind, name: scope.name } };
  const group = GROUPS.find(({ id }) => id === scope.group)!;
  return { ...municipality, part: { kind: 'group', name: group.name, location: locationOf(group.location).name } };
}

export const regionScope: FigureScope = {
  name: REGION.name, region: { id: REGION.id, members: REGION.members.map((code) => ({ code, name: municipalityOf(code).name })) }, protected: false,
};

const pick = fc.record({
  second: fc.boolean(), place: fc.nat(1000), split: fc.nat(1000), period, running: fc.boolean(), after: fc.nat(1000), known: fc.option(fc.integer({ min: 200, max: 900 }), { nil: undefined, freq: 2 }),
});

/** Handovers have a history of their own (handovers.test.ts); results of schools are no history of children, and are checked in test/figures/results.test.ts. */
const MEASURES = MEASURE_IDS.filter((measure) => !/^(?:handover|results)/.test(measure));
/** Questions for each of the measures, each of one of the municipalities of the region. */
export const anyQuestions: fc.Arbitrary<readonly Asked[]> = fc.tuple(...MEASURES.map((measure) => pick.map((each): Asked => {
  const code = each.second ? REGION.members[1] : REGION.members[0];
  const [start, endExclusive] = each.period;
  const today = each.running && start <= '2024-02-29' ? '2024-02-29' : '2026-01-01';
  const last = dayBefore(endExclusive);
  const scopes = scopesIn(measure, code);
  const scope = scopes[each.place % scopes.length]!;
  const splits: readonly (Split | undefined)[] = [undefined, undefined, ...(catalogue.get(measure).breakdowns as readonly Split[])];
  const day = last < today ? last : today;
  return {
    question: { measure, scope, from: start, day, split: splits[each.split % splits.length], sees: [code] },
    scope: figureScope(scope), period: { start, endExclusive, label: `${start} tot ${endExclusive}` }, today,
    after: each.after, known: each.known === undefined ? undefined : plusDays('2022-11-15', each.known),
  };
})));
