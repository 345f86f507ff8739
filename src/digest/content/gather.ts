import { tellPlaces, type ToldPlaces } from '../../figures/disclosure-places.ts';
import type { PlaceRow } from '../../figures/place-rows.ts';
import { addBands, bandOf, type Band } from '../../figures/release-bands.ts';
import type { Dimension, MeasureId } from '../../figures/types.ts';
import { targetFor } from '../../policy/engine/resolve.ts';
import type { DisclosureMode, Meeting } from '../../policy/engine/types.ts';
import { policyWithTargets } from '../../turn/recorded-targets.ts';
import type { DigestTopic, WeekPostRequest } from '../types.ts';
import { on, readFigure, weekBefore, type Counting, type Days } from './read.ts';
import { readReach, type ReachByDay } from './reach.ts';
import type { Reference, ReferenceTopic } from './references.ts';
import { readLateResults, type LateResults } from './results.ts';

/** All that a post may tell of one municipality: bands of children, and what is no number of children. */
export interface Told {
  readonly name: string;
  /** The lowest band: of none as of a few. */
  readonly few: Band;
  readonly reach: ReachByDay;
  readonly targetPercent?: number | undefined;
  readonly intakes?: Band | undefined;
  readonly exits?: readonly { readonly reason: string; readonly band: Band }[] | undefined;
  readonly waiting?: Band | undefined;
  /** Places that are offered, which is public, and between which numbers those lie that are free. */
  readonly places?: Pick<ToldPlaces, 'offered' | 'free'> | undefined;
  /** Of the children who turned four that week: how many, and of how many the handover was late or is missing. */
  readonly handovers?: { readonly due: Band; readonly late: Band; readonly missing: Band } | undefined;
  /** Whether each group has the agreed number, of locations where that may be told; absent without an agreement or such groups. */
  readonly groups?: 'all' | 'not-all' | undefined;
  /** Which schools still owe kindergarten results, in the season of these. */
  readonly lateResults?: readonly LateResults[] | undefined;
  readonly meetings: readonly Meeting[];
  /** Locations with VE from which nothing came for a month. */
  readonly silent: readonly string[];
  /** Of the figures that are told, besides reach. */
  readonly references: readonly Reference[];
}

interface Tally { readonly numerator: number; readonly denominator: number; readonly lines?: readonly { readonly label: string; readonly numerator: number; readonly denominator: number }[] }
interface Delivery { readonly location: string; readonly recent: 0 | 1 }
type Place = Pick<PlaceRow, 'locationId' | 'locationName' | 'offered' | 'taken'>;
type Banding = (count: number) => Band;

export async function gather(counting: Counting, { today, topics }: WeekPostRequest): Promise<Told> {
  const { municipality: { code, name }, context } = counting;
  const policy = await policyWithTargets(code, name, today, context);
  const mode = policy?.disclosureMode?.value;
  const band: Banding = (count) => bandOf(count, mode);
  const has = (topic: DigestTopic): boolean => topics.includes(topic);
  const keeper = keeping(counting);
  const { read } = keeper;
  const week = weekBefore(today);
  const reach = await readReach(counting, today, mode);
  const places = has('places') || has('flow') || has('groups') || has('quality') ? await read<readonly Place[]>('places', 'vrije plekken', 'free-places', on(today)) : undefined;
  const intakes = has('flow') ? await read<Tally>('flow', 'instroom', 'intakes', week) : undefined;
  const exits = has('flow') ? await read<Tally>('flow', 'uitstroom', 'exits', week) : undefined;
  const waiting = has('places') ? await read<{ count: number }>('places', 'wachtend', 'waiting', on(today)) : undefined;
  const mix = has('groups') ? await read<Tally>('groups', 'groepsmix', 'group-mix', on(today), 'location') : undefined;
  const deliveries = has('quality') ? await read<readonly Delivery[]>('quality', 'laatste levering', 'last-delivery', on(today)) : undefined;
  return {
    name, few: band(0), reach, targetPercent: targetFor(policy, 'reach')?.value.atLeastPercent,
    intakes: intakes && besidePlaces(band(intakes.numerator), places ?? [], band),
    exits: exits?.lines?.map(({ label, numerator }) => ({ reason: label, band: band(numerator) })),
    waiting: waiting && band(waiting.count),
    places: places && has('places') ? toldPlaces(places, mode) : undefined,
    handovers: has('handovers') ? await handoversOf(keeper, week, band) : undefined,
    groups: toldGroups(mix, places ?? [], policy?.minimumTargetToddlersInGroup?.value, band),
    lateResults: has('results') ? await readLateResults(counting, today) : undefined,
    meetings: has('meetings') ? policy?.meetings?.value ?? [] : [],
    silent: silentOf(deliveries ?? [], places ?? []),
    references: keeper.references,
  };
}

interface Keeper {
  readonly references: readonly Reference[];
  /** Reads a figure and notes its reference under what people call it. */
  readonly read: <Counts>(topic: ReferenceTopic, label: string, measure: MeasureId, days: Days, dimension?: Dimension) => Promise<Counts | undefined>;
}

function keeping(counting: Counting): Keeper {
  const references: Reference[] = [];
  return {
    references,
    async read<Counts>(topic: ReferenceTopic, label: string, measure: MeasureId, days: Days, dimension?: Dimension) {
      const figure = await readFigure<Counts>(counting, measure, days, dimension);
      if (figure) references.push({ topic, label, reference: figure.reference });
      return figure?.counts;
    },
  };
}

/** Only of locations that offer places: naming one that offers none would say that there is a child. */
export const silentOf = (deliveries: readonly Delivery[], places: readonly Pick<Place, 'locationName' | 'offered'>[]): string[] =>
  deliveries.filter(({ location, recent }) => recent === 0 && places.some(({ locationName, offered }) => locationName === location && offered !== null)).map(({ location }) => location);

function toldPlaces(places: readonly Place[], mode: DisclosureMode | undefined): NonNullable<Told['places']> {
  const { offered, free } = tellPlaces(places.flatMap(({ offered: known, ...place }) => (known === null ? [] : [{ ...place, offered: known }])), mode);
  return { offered, free };
}

async function handoversOf({ read }: Keeper, week: Days, band: Banding): Promise<NonNullable<Told['handovers']>> {
  const due = await read<Tally>('handovers', 'over te dragen', 'handovers-due', week);
  const late = await read<Tally>('handovers', 'te laat', 'handovers-late', week);
  const missing = await read<Tally>('handovers', 'ontbrekend', 'handovers-missing', week);
  return { due: band(due?.numerator ?? 0), late: band(late?.numerator ?? 0), missing: band(missing?.numerator ?? 0) };
}

/**
 * Who came last week is still there or left. More who came than are certainly there would say
 * of those who left how many they were at least, so then it is not told: see ADR 15.
 */
export function besidePlaces(intakes: Band, places: readonly Pick<Place, 'taken'>[], band: Banding): Band | undefined {
  return intakes.low <= addBands(places.map(({ taken }) => band(taken))).low ? intakes : undefined;
}

/** Only of locations where so many groups with so many children each are within what their band tells. */
export function toldGroups(mix: Tally | undefined, places: readonly Pick<Place, 'locationName' | 'taken'>[], minimum: number | undefined, band: Banding): Told['groups'] {
  if (!mix || minimum === undefined) return undefined;
  const lowest = (label: string): number => Math.min(...places.filter(({ locationName }) => locationName === label).map(({ taken }) => band(taken).low));
  const judged = (mix.lines ?? []).filter(({ label, denominator }) => denominator > 0 && denominator * minimum <= lowest(label) && Number.isFinite(lowest(label)));
  if (judged.length === 0) return undefined;
  return judged.every(({ numerator, denominator }) => numerator === denominator) ? 'all' : 'not-all';
}
