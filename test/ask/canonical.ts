import { addDays } from '../../src/ask/calendar.ts';
import type { Answering, Period, Question, When } from '../../src/ask/question.ts';

/** A reading in one readable line, as in questions.tsv: "exits | 2025 by quarter | in Putten | per reason | largest | top 3". */

function week({ start }: Period): string {
  const thursday = addDays(start, 3);
  const first = Date.UTC(Number(thursday.slice(0, 4)), 0, 1);
  return `${thursday.slice(0, 4)}-W${String(Math.floor((Date.parse(`${thursday}T00:00:00Z`) - first) / (7 * 86_400_000)) + 1).padStart(2, '0')}`;
}

const writers: Readonly<Record<Period['kind'], (period: Period) => string>> = {
  day: ({ start }) => start,
  week,
  month: ({ start }) => start.slice(0, 7),
  quarter: ({ start }) => `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`,
  'half-year': ({ start }) => `${start.slice(0, 4)}-H${start.slice(5, 7) === '01' ? 1 : 2}`,
  year: ({ start }) => start.slice(0, 4),
  'school-year': ({ start, endExclusive }) => `${start.slice(0, 4)}/${endExclusive.slice(2, 4)}`,
  range: ({ start, endExclusive }) => `${start}..${addDays(endExclusive, -1)}`,
};

export const periodLine = (period: Period): string => writers[period.kind](period);

function whenLine(when: When): string {
  if (when.kind === 'comparison') return when.periods.map(periodLine).join(' <> ');
  return when.kind === 'series' ? `${periodLine(when.period)} by ${when.step}` : periodLine(when.period);
}

export function questionLine({ measures, when, scopes, split, order, limit, knownOn }: Question): string {
  return [
    measures.join(' + '),
    whenLine(when),
    ...(scopes.length > 0 ? [`in ${scopes.map(({ name }) => name).join(' + ')}`] : []),
    ...(split ? [`per ${split}`] : []),
    ...(order ? [order] : []),
    ...(limit ? [`top ${limit}`] : []),
    ...(knownOn ? [`known ${knownOn}`] : []),
  ].join(' | ');
}

export function answeringLine(answering: Answering): string {
  if (answering.kind === 'question') return questionLine(answering.question);
  if (answering.kind === 'refused') return `refused:${answering.reason}`;
  return answering.kind === 'small-talk' ? `small-talk:${answering.which}` : answering.kind;
}
