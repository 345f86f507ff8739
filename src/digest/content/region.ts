import type { WeekPostModel } from '../../../cards/week-post.ts';
import { bandText, shareText } from '../../figures/release-bands.ts';
import { reachText, groupsLines, flowLines, handoverLines, placesLines, qualityLines, targetText, type Line } from './lines.ts';
import type { Told } from './gather.ts';
import { notable } from './notable.ts';
import { reachTogether, type ReachByDay } from './reach.ts';
import { resultsLines } from './results.ts';
import { together } from './together.ts';

/** What differs between the post of a municipality and that of a region. */
export interface PostParts {
  readonly reach: ReachByDay;
  readonly notable: string | undefined;
  /** Beside reach; of a region sums. */
  readonly lines: readonly Line[];
  readonly sections: NonNullable<WeekPostModel['sections']>;
  readonly remarks: readonly string[];
}

export const NO_MEMBERS = 'Er is niets te tellen: van deze regio zijn vandaag geen gemeenten vastgelegd waarvan wie het kanaal koppelde de cijfers mag zien.';

/** First all members together, then each by name. */
export function regionParts(told: readonly Told[], left: readonly string[], today: string): PostParts {
  const [counted, without] = [told.filter(({ reach }) => reach.has(today)), told.filter(({ reach }) => !reach.has(today))];
  const reach = reachTogether(counted.map((one) => one.reach));
  const all = together(told);
  return {
    reach,
    notable: notable({ ...all, reach }, today),
    lines: [...flowLines(all), ...placesLines(all), ...handoverLines(all)],
    sections: [
      { title: 'Bereik per gemeente', facts: told.map((one) => ({ label: one.name, value: reachOf(one, today) })) },
      { title: 'Aandacht', facts: told.flatMap((one) => attention(one, today)) },
    ].filter(({ facts }) => facts.length > 0),
    remarks: [
      ...(counted.length > 0 && without.length > 0 ? [`Bij bereik en wachtenden samen niet meegeteld, omdat geen beginleeftijd is vastgelegd: ${namesOf(without)}.`] : []),
      ...(left.length > 0 ? [`Niet meegeteld, omdat het niet hoort bij de rol van wie het kanaal koppelde: ${left.join(', ')}.`] : []),
    ],
  };
}

const namesOf = (told: readonly Told[]): string => told.map(({ name }) => name).join(', ');

/** Percentages, against the target of its own; the bands behind these are in a reply. */
function reachOf({ reach, targetPercent }: Told, today: string): string {
  const now = reach.get(today);
  if (!now?.share) return now ? reachText(now) : WITHOUT_WINDOW;
  return `${shareText(now.share)} (${targetPercent === undefined ? 'zonder doel' : targetText(now, targetPercent)})`;
}

const WITHOUT_WINDOW = 'niet te geven: geen beginleeftijd vastgelegd';

/** The bands of children behind the percentages of each member. */
export const reachBands = (told: readonly Told[], today: string): Line[] => told.map(({ name, reach }) => {
  const now = reach.get(today);
  return { label: name, value: now ? `${bandText(now.reached)} bereikt, ${bandText(now.others)} niet of onbekend` : WITHOUT_WINDOW };
});

/** One line a municipality, of what somebody could act on. */
function attention(one: Told, today: string): Line[] {
  const standsOut = notable(one, today);
  const parts = [
    ...(standsOut === undefined ? [] : [standsOut.replace(/\.$/, '')]),
    ...[...groupsLines(one), ...resultsLines(one), ...qualityLines(one)].map(({ label, value }) => `${lowered(label)}: ${value}`),
  ];
  return parts.length === 0 ? [] : [{ label: one.name, value: sentence(parts.join('; ')) }];
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A reply about members: first together where there is a sum, then each with a heading of its own; what is the same for all is said once. */
export function sectionsOf(told: readonly Told[], linesOf: (one: Told) => readonly Line[]): NonNullable<WeekPostModel['sections']> {
  const each = told.map((one) => ({ title: one.name, facts: linesOf(one) })).filter(({ facts }) => facts.length > 0);
  if (told.length < 2 || each.length === 0) return each;
  const sum = linesOf(together(told));
  if (sum.length > 0) return [{ title: 'Samen', facts: sum }, ...each];
  const isSame = each.length === told.length && new Set(each.map(({ facts }) => JSON.stringify(facts))).size === 1;
  return isSame ? [{ title: 'Elke gemeente', facts: each[0]!.facts }] : each;
}
