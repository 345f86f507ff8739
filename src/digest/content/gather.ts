import { addBands, bandOf, type Band } from '../../figures/release-bands.ts';
import type { MeasureId } from '../../figures/types.ts';
import { targetFor } from '../../policy/engine/resolve.ts';
import type { Meeting } from '../../policy/engine/types.ts';
import { policyWithTargets } from '../../turn/recorded-targets.ts';
import type { DigestTopic, WeekPostRequest } from '../types.ts';
import { countsOf, weekBefore, type Counting } from './read.ts';
import { readReach, type ReachByDay } from './reach.ts';
import { readLateResults, type LateResults } from './results.ts';

/** All that a post may tell of one municipality: bands of children, and what is no number of children. */
export interface Told {
  readonly name: string;
  readonly reach: ReachByDay;
  readonly targetPercent?: number | undefined;
  readonly intakes?: Band | undefined;
  readonly exits?: readonly { readonly reason: string; readonly band: Band }[] | undefined;
  readonly waiting?: Band | undefined;
  /** Places that are offered, which is public, and how many children have one. */
  readonly places?: { readonly offered: number; readonly taken: Band } | undefined;
  /** Of the children who turned four that week: how many, and of how many the handover was late or is missing. */
  readonly handovers?: { readonly due: Band; readonly late: Band; readonly missing: Band } | undefined;
  /** Whether each group has the agreed number; absent without an agreement or groups. */
  readonly groups?: 'all' | 'not-all' | undefined;
  /** Which schools still owe kindergarten results, in the season of these. */
  readonly lateResults?: readonly LateResults[] | undefined;
  readonly meetings: readonly Meeting[];
  /** Locations with VE from which nothing came for a month. */
  readonly silent: readonly string[];
}

interface Tally { readonly numerator: number; readonly denominator: number; readonly lines?: readonly { readonly label: string; readonly numerator: number }[] }
interface Place { readonly offered: number | null; readonly taken: number }

export async function gather(counting: Counting, { today, topics }: WeekPostRequest): Promise<Told> {
  const { municipality: { code, name }, context } = counting;
  const policy = await policyWithTargets(code, name, today, context);
  const mode = policy?.disclosureMode?.value;
  const band = (count: number): Band => bandOf(count, mode);
  const has = (topic: DigestTopic): boolean => topics.includes(topic);
  const week = weekBefore(today);
  const flow = (measure: MeasureId): Promise<Tally | undefined> => countsOf<Tally>(counting, measure, week.until, week.from);
  const reach = await readReach(counting, today, mode);
  const intakes = has('flow') ? await flow('intakes') : undefined;
  const exits = has('flow') ? await flow('exits') : undefined;
  const waiting = has('places') ? await countsOf<{ count: number }>(counting, 'waiting', today) : undefined;
  const places = has('places') ? await countsOf<readonly Place[]>(counting, 'free-places', today) : undefined;
  const mix = has('groups') ? await countsOf<Tally>(counting, 'group-mix', today) : undefined;
  const deliveries = has('quality') ? await countsOf<readonly { location: string; recent: 0 | 1 }[]>(counting, 'last-delivery', today) : undefined;
  const handovers = has('handovers') ? { due: await flow('handovers-due'), late: await flow('handovers-late'), missing: await flow('handovers-missing') } : undefined;
  const known = places?.flatMap(({ offered, taken }) => (offered === null ? [] : [{ offered, taken: band(taken) }]));
  return {
    name, reach, targetPercent: targetFor(policy, 'reach')?.value.atLeastPercent,
    intakes: intakes && band(intakes.numerator),
    exits: exits?.lines?.map(({ label, numerator }) => ({ reason: label, band: band(numerator) })),
    waiting: waiting && band(waiting.count),
    places: known && { offered: known.reduce((sum, { offered }) => sum + offered, 0), taken: addBands(known.map(({ taken }) => taken)) },
    handovers: handovers && { due: band(handovers.due?.numerator ?? 0), late: band(handovers.late?.numerator ?? 0), missing: band(handovers.missing?.numerator ?? 0) },
    groups: !policy?.minimumTargetToddlersInGroup || !mix || mix.denominator === 0 ? undefined : mix.numerator === mix.denominator ? 'all' : 'not-all',
    lateResults: has('results') ? await readLateResults(counting, today) : undefined,
    meetings: has('meetings') ? policy?.meetings?.value ?? [] : [],
    silent: deliveries?.filter(({ recent }) => recent === 0).map(({ location }) => location) ?? [],
  };
}
