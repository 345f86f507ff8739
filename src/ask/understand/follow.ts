import type { Answering, AskContext, Period, Question, When } from '../question.ts';
import { followStarts } from '../lexicon/filler.ts';
import { hasANotReached } from '../lexicon/two-measures.ts';
import { isLongerThan } from './check.ts';
import { defaultPeriod, whenOf } from './default-when.ts';
import { distinctScopes, placeSplit, whyMeasures, type Draft } from './draft.ts';
import { finish } from './finish.ts';
import { neighbourOf, periodAround, shiftYears } from './make-periods.ts';
import { measureOf } from './options.ts';
import type { PeriodPiece } from './period-pieces.ts';
import type { Reading } from './reading.ts';

/** A question that leans on the one before it. */

export const maxAgeMinutes = 30;

export function previousOf({ previous, previousAgeMinutes = 0 }: AskContext): Question | undefined {
  return previousAgeMinutes < maxAgeMinutes ? previous : undefined;
}

const says = (reading: Reading, ...kinds: readonly string[]): boolean => reading.said.some(({ meaning }) => kinds.includes(meaning.kind));

/** Something to change in the question before; a figure only after "en". A whole question stands on its own. */
export function isFollowUp(reading: Reading, draft: Draft): boolean {
  const leaning = followStarts.includes(reading.words[0]?.word ?? '');
  if (draft.measures.length > 0 || draft.doubtfulMeasures !== undefined) return leaning;
  const changes = draft.periods.length + draft.scopes.length + draft.splits.length + draft.steps.length > 0;
  return changes || draft.trend || draft.order !== undefined || draft.knownOn !== undefined || reading.stepFromPrevious !== undefined || says(reading, 'who-not', 'where');
}

const periodOf = (when: When): Period => (when.kind === 'comparison' ? when.periods[0] : when.period) ?? { kind: 'day', start: '', endExclusive: '', label: '' };
/** The period was ours: today, or this year. */
function namedNothing(when: When, today: string): boolean {
  if (when.kind === 'comparison' || !when.assumed) return false;
  return when.period.kind === 'day' ? when.period.start === today : when.period.kind === 'year' && when.period.start.slice(0, 4) === today.slice(0, 4);
}

/** "en Q2?" after a question about 2024 is about 2024; "en vorig jaar?" after Q1 about Q1. */
function inContext(piece: PeriodPiece, previous: Question, today: string): PeriodPiece {
  const before = periodOf(previous.when);
  if (piece.yearBefore) {
    const shorter = before.kind !== 'year' && before.kind !== 'school-year' && !namedNothing(previous.when, today);
    return shorter && !isLongerThan(before, 'year') ? { ...piece, period: shiftYears(before, Number(piece.period.start.slice(0, 4)) - Number(before.start.slice(0, 4))) } : piece;
  }
  const year = Number(before.start.slice(0, 4));
  if (!piece.yearless || year >= Number(today.slice(0, 4)) || isLongerThan(before, 'year')) return piece;
  return { ...piece, period: shiftYears(piece.period, year - Number(piece.period.start.slice(0, 4))) };
}

function keptWhen(draft: Draft, previous: Question, context: AskContext): When | undefined {
  const { when } = previous;
  const [piece] = draft.periods;
  if (draft.periods.length > 1 || draft.againstDefault) return undefined;
  if (piece !== undefined && draft.steps.length === 0 && !draft.trend) {
    return when.kind === 'series' && isLongerThan(piece.period, when.step) ? { ...when, period: piece.period, assumed: piece.assumed } : undefined;
  }
  if (piece === undefined && (draft.steps.length > 0 || draft.trend)) return over(draft, when, context);
  if (piece !== undefined) return undefined;
  const renamed = draft.measures.some((name) => !previous.measures.includes(name));
  if (renamed && when.kind === 'period' && namedNothing(when, context.today)) return { kind: 'period', period: defaultPeriod(draft.measures, context), assumed: true };
  return when;
}

/** "per maand" after a question: over its own period when that is long enough, else over the year around it. */
function over(draft: Draft, when: When, context: AskContext): When | undefined {
  const before = when.kind === 'comparison' ? (when.periods.at(-1) ?? periodOf(when)) : when.period;
  const step = draft.steps[0] ?? 'month';
  if (namedNothing(when, context.today) && before.kind === 'day') return whenOf({ ...draft, periods: [] }, context);
  const period = isLongerThan(before, step) ? before : periodAround(before.start, 'year');
  if (!isLongerThan(period, step)) return whenOf({ ...draft, periods: [] }, context);
  return { kind: 'series', period, assumed: period !== before || (when.kind !== 'comparison' && when.assumed), step };
}

/** A split that the new figure or place does not have is let go; the answer shows that it is not there. */
function keptSplit(draft: Draft, previous: Question, context: AskContext): Draft['splits'] {
  if (draft.splits.length > 0) return draft.splits;
  const { split } = previous;
  const fits = split !== undefined && draft.measures.every((name) => measureOf(context, name)?.splits.includes(split)) && !draft.scopes.some(({ kind }) => kind === split);
  return fits ? [split] : [];
}

function measuresFor(reading: Reading, draft: Draft, previous: Question): Draft['measures'] {
  if (draft.measures.length > 0) return draft.measures;
  if (says(reading, 'who-not') && previous.measures.every((name) => hasANotReached.includes(name))) return ['not-reached'];
  return says(reading, 'why') ? whyMeasures(previous.measures) : previous.measures;
}

function scopesFor(reading: Reading, draft: Draft, previous: Question): Draft['scopes'] {
  if (draft.scopes.length === 0) return previous.scopes;
  const adds = says(reading, 'also') || (says(reading, 'compare') && draft.periods.length === 0 && draft.scopes.length === 1) || (draft.scopes.length === 1 && /^(?:en )?(?:vergelijk|compare)/.test(reading.text));
  return adds ? distinctScopes([...previous.scopes, ...draft.scopes]) : draft.scopes;
}

/** The question before with what was said now; `undefined` when that says nothing about it. */
export function follow(reading: Reading, draft: Draft, previous: Question, context: AskContext): Answering | undefined {
  const measures = measuresFor(reading, draft, previous);
  const scopes = scopesFor(reading, draft, previous);
  const place = says(reading, 'where') && draft.splits.length === 0 ? placeSplit(measures, context) : undefined;
  const moved = reading.stepFromPrevious === undefined ? draft.periods : [{ period: neighbourOf(periodOf(previous.when), reading.stepFromPrevious), assumed: false, yearless: false, yearBefore: false, samePeriod: false }];
  const periods = draft.againstDefault ? moved : moved.map((piece) => inContext(piece, previous, context.today));
  const merged: Draft = { ...draft, measures, scopes, periods, splits: place === undefined ? draft.splits : [place] };
  const splits = keptSplit(merged, previous, context);
  const sameSplit = splits[0] === previous.split && splits[0] !== undefined;
  const order = draft.order ?? (sameSplit ? previous.order : undefined);
  const limit = draft.limit ?? (sameSplit && draft.order === undefined ? previous.limit : undefined);
  const knownOn = draft.knownOn ?? previous.knownOn;
  const whole: Draft = { ...merged, splits, ...(order === undefined ? {} : { order }), ...(limit === undefined ? {} : { limit }), ...(knownOn === undefined ? {} : { knownOn }) };
  const future = periods.find(({ period }) => period.start > context.today);
  if (future !== undefined) return { kind: 'period-problem', text: `${future.period.label.charAt(0).toUpperCase()}${future.period.label.slice(1)} is nog niet begonnen; daarover zijn nog geen cijfers.` };
  return finish(whole, context, true, periodOf(previous.when), keptWhen(whole, previous, context));
}
