import { addDays, addMonths } from '../../src/policy/engine/days.ts';
import type { Folder } from '../records/support.ts';
import { csv } from './support.ts';

/**
 * Invented children whose records give the published monitor of IJsselstein over 2023, line
 * by line. Nothing is random: a child follows from its number. Beside the children that the
 * monitor counts there are others that it must not count.
 *
 * How the monitor is read where it does not say so:
 * - 89 used VE: 63 are placed on 01-01-2024, 26 stopped early in 2023. So no child with an
 *   indication left for school in 2023; of the 63, nine turned 4 in December and leave after
 *   the Christmas holidays. They are placed and no longer between 2,5 and 4: 63 - 9 is the
 *   54 of 77 that were reached.
 * - Average start age 2,5/2,8: two of the providers have the one, two the other.
 * - Language is counted per characteristic: 72 + 33 = 105 for 77 children.
 */
const DAY = '2024-01-01';
export const IJSSELSTEIN = '0353';
const ELSEWHERE = '0356';

/** Groups of the monitor's providers, and the months of age at which children start there: 30 is 2,5 years, 34 is 2,8. */
const GROUPS = {
  krokodillen: 34, eigenwijsjes: 30, singeltje: 34, petteflet: 30, zazas: 30, wij: 30, klimladder: 30, puzzelgroep: 30,
} as const;
type GroupId = keyof typeof GROUPS;

interface Stop { readonly lastDay: string; readonly reason: 'moved' | 'care_pathway' | 'other' | 'school_at_4' }
interface Child {
  readonly born: string;
  readonly municipality?: string;
  /** Absent: no indication. */
  readonly indication?: { readonly day?: string; readonly grounds: readonly string[]; readonly withdrawnOn?: string };
  readonly place?: { readonly group: GroupId; readonly start: string; readonly vePlace?: false; readonly stop?: Stop };
  readonly movedOn?: string;
  readonly guidance?: { readonly kind: 'niet_bereikt' | 'weigering' | 'aanbod'; readonly reasons?: string };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const repeated = (groups: Partial<Record<GroupId, number>>): GroupId[] => Object.entries(groups).flatMap(([group, count]) => range(count).map(() => group as GroupId));

/** Born so that the child is so many whole months old on the reference date. */
const bornAt = (months: number, number: number): string => addDays(addMonths(DAY, -months), -(1 + (number % 20)));
const startAt = (born: string, group: GroupId): string => addMonths(born, GROUPS[group]);

/** Grounds of the children between 2,5 and 4 with an indication, by number: 10 education, 72 + 33 language, 3 municipality-specific. */
const groundsOf = (number: number): string[] => [
  ...(number < 72 ? ['language_little_dutch'] : []),
  ...(number < 33 ? ['language_poor_environment'] : []),
  ...(number >= 67 ? ['education_two_years'] : []),
  ...(number < 3 ? ['concerns_about_parent'] : []),
];
/** Of children that the monitor does not count; their grounds must not come into it. */
const someGrounds = { grounds: ['education_vmbo_or_special', 'language_little_dutch', 'concerns_about_parent'] } as const;

/** 54 children between 2,5 and 4 on a VE place. */
const inWindow = repeated({ petteflet: 11, zazas: 10, wij: 7, klimladder: 3, puzzelgroep: 3, singeltje: 8, eigenwijsjes: 4, krokodillen: 8 });
function placed(group: GroupId, number: number): Child {
  const born = bornAt(GROUPS[group] + (number % (48 - GROUPS[group])), number);
  return { born, indication: { grounds: groundsOf(number) }, place: { group, start: startAt(born, group) } };
}

/** Nine that turned 4 in December and go to school after the holidays. */
const justFour = repeated({ petteflet: 1, zazas: 2, wij: 1, klimladder: 1, puzzelgroep: 1, singeltje: 1, krokodillen: 2 });
function placedAtFour(group: GroupId, number: number): Child {
  const born = bornAt(48, number);
  return { born, indication: someGrounds, place: { group, start: startAt(born, group), stop: { lastDay: '2024-01-05', reason: 'school_at_4' } } };
}

/** 26 that stopped before they were 4, some three to eight months before the reference date. */
const stoppers = repeated({ petteflet: 4, zazas: 4, wij: 2, klimladder: 2, singeltje: 5, eigenwijsjes: 3, krokodillen: 6 });
function stopped(months: number, number: number, reason: Stop['reason'], grounds: readonly string[]): Child {
  const group = stoppers[number]!;
  const born = bornAt(months, number);
  const lastDay = addDays(addMonths(DAY, -(3 + (number % 6))), -(number % 20));
  return {
    born, indication: { grounds }, place: { group, start: startAt(born, group), stop: { lastDay, reason } },
    ...(reason === 'moved' ? { movedOn: addDays(lastDay, 1) } : {}),
  };
}
const isKnownWhy = (number: number): Pick<Child, 'guidance'> => (number % 2 === 0 ? { guidance: { kind: 'niet_bereikt', reasons: 'other_day_care' } } : {});

const STOPPED: readonly Child[] = [
  ...range(7).map((number) => stopped(43 + (number % 5), number, 'moved', someGrounds.grounds)),
  // With an indication between 2,5 and 4 and no VE: 3 + 8 of the 23.
  ...range(3).map((index) => ({ ...stopped(44, 7 + index, 'care_pathway', groundsOf(54 + index)), ...isKnownWhy(index) })),
  ...range(8).map((index) => ({ ...stopped(43 + (index % 5), 10 + index, 'other', groundsOf(57 + index)), ...isKnownWhy(index) })),
  // Turned 4 since.
  ...range(8).map((index) => stopped(49 + (index % 2), 18 + index, 'other', someGrounds.grounds)),
];

/** The other 12 of the 23 never had a VE place; the last one starts a week later. */
const NEVER_PLACED: readonly Child[] = range(12).map((index) => {
  const born = bornAt(31 + index, index);
  const guidance: Child['guidance'] = index < 5 ? { kind: 'niet_bereikt', reasons: 'waiting_list|practical' } : index < 8 ? { kind: 'weigering' } : { kind: 'aanbod' };
  return { born, indication: { grounds: groundsOf(65 + index) }, guidance, ...(index === 11 ? { place: { group: 'puzzelgroep', start: '2024-01-08' } } : {}) };
});

/** Children that no line may count. */
const NOT_COUNTED: readonly Child[] = [
  ...range(6).map((index) => ({ born: bornAt(24 + index, index), indication: someGrounds })),
  ...range(3).map((index) => ({ born: bornAt(35, index), indication: { ...someGrounds, withdrawnOn: '2023-11-01' } })),
  ...range(2).map((index) => ({ born: bornAt(33, index), indication: { ...someGrounds, day: '2024-01-02' } })),
  ...range(2).map((index) => ({ born: bornAt(36, index), municipality: ELSEWHERE, indication: someGrounds })),
  ...range(4).map((index): Child => ({ born: bornAt(38, index), place: { group: 'zazas', start: '2023-03-06', vePlace: false } })),
  ...range(3).map((index): Child => {
    const born = bornAt(62, index);
    return { born, indication: someGrounds, place: { group: 'eigenwijsjes', start: startAt(born, 'eigenwijsjes'), stop: { lastDay: addDays(addMonths(born, 48), -1), reason: 'school_at_4' } } };
  }),
];

const CHILDREN: readonly (Child & { readonly id: string })[] = [
  ...inWindow.map(placed), ...justFour.map(placedAtFour), ...STOPPED, ...NEVER_PLACED, ...NOT_COUNTED,
].map((child, index) => ({ ...child, id: `k${index + 1}` }));

const PLACES = {
  gemeenten: csv(['code', 'naam', 'voorvoegsel'], [[IJSSELSTEIN, 'IJsselstein', 'IJ'], [ELSEWHERE, 'Nieuwegein', 'NG']]),
  organisaties: csv(['id', 'soort', 'naam'], [
    ['spelen', 'kinderopvang', 'Spelen Buitenshuis'], ['purkie', 'kinderopvang', 'Kinderopvang Purkie'], ['blos', 'kinderopvang', 'BLOS Kinderopvang'],
    ['ludens', 'kinderopvang', 'Kind & Co Ludens'], ['ggdru', 'jgz', 'GGDrU'],
  ]),
  locaties: csv(['id', 'organisatie', 'gemeente', 'naam'], [
    ['l-spelen', 'spelen', IJSSELSTEIN, 'Spelen Buitenshuis'], ['l-purkie', 'purkie', IJSSELSTEIN, 'Kinderopvang Purkie'], ['l-blos', 'blos', IJSSELSTEIN, "'t Singeltje"],
    ['l-petteflet', 'ludens', IJSSELSTEIN, 'De Petteflet'], ['l-zazas', 'ludens', IJSSELSTEIN, "De Zaza's"], ['l-wij', 'ludens', IJSSELSTEIN, 'De WIJ'], ['l-klimladder', 'ludens', IJSSELSTEIN, 'De Klimladder'],
  ]),
  groepen: csv(['id', 'locatie', 'naam'], [
    ['krokodillen', 'l-spelen', 'De Krokodillen'], ['eigenwijsjes', 'l-purkie', 'De Eigenwijsjes'], ['singeltje', 'l-blos', "'t Singeltje"], ['petteflet', 'l-petteflet', 'De Petteflet'],
    ['zazas', 'l-zazas', "De Zaza's"], ['wij', 'l-wij', 'De WIJ'], ['klimladder', 'l-klimladder', 'De Klimladder'], ['puzzelgroep', 'l-klimladder', 'Puzzelgroep'],
  ]),
  // Of the other providers the monitor names no number of places.
  've-plaatsen': csv(['id', 'locatie', 'plaatsen', 'van', 'tot_en_met'], [
    ...([['petteflet', 16], ['zazas', 16], ['wij', 12], ['klimladder', 12]] as const).map(([location, places]) => [`v-2022-${location}`, `l-${location}`, places, '01-08-2021', '31-12-2022']),
    ...([['petteflet', 12], ['zazas', 12], ['wij', 8], ['klimladder', 8]] as const).map(([location, places]) => [`v-2023-${location}`, `l-${location}`, places, '01-01-2023', '']),
  ]),
  bevolking: csv(['gemeente', 'peildatum', 'leeftijd_van', 'leeftijd_tot', 'aantal', 'bron'], [[IJSSELSTEIN, '01-01-2024', 2, 4, 678, 'Monitor over 2023']]),
  personen: csv(['aad_object_id', 'rol', 'gemeente'], [['official', 'gemeente', IJSSELSTEIN]]),
};

/** The records of the monitor over 2023, in the format of docs/import.md. */
export function ijsselsteinRecords(): Folder {
  const withPlace = CHILDREN.flatMap(({ id, place }) => (place ? [{ id, ...place }] : []));
  return {
    ...PLACES,
    kinderen: csv(['id', 'geboortedatum', 'gemeente'], CHILDREN.map(({ id, born, municipality = IJSSELSTEIN }) => [id, born, municipality])),
    verhuizingen: csv(['kind', 'datum', 'gemeente'], CHILDREN.flatMap(({ id, movedOn }) => (movedOn ? [[id, movedOn, ELSEWHERE]] : []))),
    indicaties: csv(['id', 'kind', 'datum', 'gronden', 'organisatie', 'ingetrokken_op'], CHILDREN.flatMap(({ id, born, indication }) =>
      (indication ? [[`i-${id}`, id, indication.day ?? addMonths(born, 23), indication.grounds.join('|'), 'ggdru', indication.withdrawnOn ?? '']] : []))),
    toeleiding: csv(['id', 'kind', 'datum', 'soort', 'redenen'], CHILDREN.flatMap(({ id, guidance }) => (guidance ? [[`t-${id}`, id, '01-12-2023', guidance.kind, guidance.reasons ?? '']] : []))),
    plaatsingen: csv(['id', 'kind', 'groep', 'start', 've_plaats', 'uren_per_week', 'dagen_per_week'], withPlace.map(({ id, group, start, vePlace }) => [`p-${id}`, id, group, start, vePlace === false ? 'nee' : 'ja', 16, 4])),
    uitstroom: csv(['id', 'plaatsing', 'laatste_dag', 'reden'], withPlace.flatMap(({ id, stop }) => (stop ? [[`u-${id}`, `p-${id}`, stop.lastDay, stop.reason]] : []))),
  };
}
