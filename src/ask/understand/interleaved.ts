import type { AskContext, Question } from '../question.ts';
import type { Span } from '../types.ts';
import { measuresSaid, type Draft } from './draft.ts';
import { questionOf } from './finish.ts';
import { whenOf } from './default-when.ts';
import type { Reading } from './reading.ts';

/** "bereik Q1 en uitstroom Q2": two of one thing with two of another between them belong together in pairs. */

function crosses(a: readonly Span[], b: readonly Span[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  const [firstA, lastA] = [Math.min(...a.map(([start]) => start)), Math.max(...a.map(([start]) => start))];
  const [firstB, lastB] = [Math.min(...b.map(([start]) => start)), Math.max(...b.map(([start]) => start))];
  return !(lastA < firstB || lastB < firstA);
}

export function areInterleaved(reading: Reading, measures: readonly Span[]): boolean {
  const places = reading.names.map(({ span }) => span);
  const periods = reading.when.periods.length > 1 ? reading.when.periodSpans : [];
  return crosses(measures, places) || crosses(measures, periods) || crosses(places, periods);
}

/** Each figure with the period and the place of the same rank, which is how such sentences are mostly meant. */
export function interleavedOptions({ when, names }: Reading, draft: Draft, context: AskContext): Question[] {
  const count = Math.max(draft.measures.length, when.periods.length, names.length);
  const at = <T>(list: readonly T[], index: number): readonly T[] => (list.length === 0 ? [] : [list[Math.min(index, list.length - 1)]].flatMap((each) => each ?? []));
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const one: Draft = { ...draft, measures: at(draft.measures, index), periods: at(when.periods, index), scopes: at(draft.scopes, index) };
    const found = whenOf(one, context);
    if (found !== undefined && one.measures.length > 0) return [questionOf(one, found)];
    return context.measures.slice(0, 2).flatMap(({ id }): Question[] => {
      const named: Draft = { ...one, measures: [id] };
      const time = whenOf(named, context);
      return time === undefined ? [] : [questionOf(named, time)];
    });
  });
}

const joins = /(?<![\p{L}])(?:en|and|met|plus|versus|vs|tegenover|tov|opzichte|of|als|with|alsook|evenals)(?![\p{L}])|[,&+/;.?!]/u;

/** "uitstroom elders": two figures with nothing that joins them may be one that we do not have. */
export function areLoose(reading: Reading): boolean {
  const spans = [...measuresSaid(reading).spans].sort((a, b) => a[0] - b[0]);
  return spans.some((span, index) => {
    const next = spans[index + 1];
    return next !== undefined && !joins.test(reading.text.slice(span[1], next[0]));
  });
}

/** Each figure alone, and all of them. */
export function separately(draft: Draft, context: AskContext): Question[] {
  const sets = [...draft.measures.map((name) => [name]), draft.measures.slice(0, 3)];
  return sets.flatMap((measures) => {
    const one: Draft = { ...draft, measures };
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf(one, when)];
  });
}
