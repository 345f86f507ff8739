import type { AskContext, KnownMeasure, MeasureName, Option, Question, ReadAs, When } from '../question.ts';
import { formatDay } from '../numbers.ts';
import { orderTexts, splitNouns, stepTexts } from '../lexicon/splits.ts';

/** A question in Dutch, in parts: what a button asks, and how a question was read. */

export const measureOf = ({ measures }: Pick<AskContext, 'measures'>, name: MeasureName): KnownMeasure | undefined => measures.find(({ id }) => id === name);
export const titleOf = (context: Pick<AskContext, 'measures'>, name: MeasureName): string => measureOf(context, name)?.title ?? name;

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} en ${texts.at(-1) ?? ''}`;
}

export function whenText(when: When): string {
  if (when.kind === 'comparison') return when.periods.map(({ label }) => label).join(' tegenover ');
  return when.kind === 'series' ? `${when.period.label}, ${stepTexts[when.step]}` : when.period.label;
}

function orderText({ order, limit }: Question): string | undefined {
  const texts = [...(limit === undefined ? [] : [`top ${limit}`]), ...(order === undefined ? [] : [orderTexts[order]])];
  return texts.length === 0 ? undefined : texts.join(', ');
}

export function readAs(question: Question, context: AskContext): ReadAs[] {
  const { measures, when, scopes, split, knownOn } = question;
  const order = orderText(question);
  return [
    { part: 'measure', text: listed(measures.map((name) => titleOf(context, name))), assumed: false },
    { part: 'period', text: whenText(when), assumed: when.kind !== 'comparison' && when.assumed },
    ...(scopes.length === 0 ? [] : [{ part: 'scope' as const, text: listed(scopes.map(({ name }) => name)), assumed: false }]),
    ...(split === undefined ? [] : [{ part: 'split' as const, text: splitNouns[split].text, assumed: false }]),
    ...(order === undefined ? [] : [{ part: 'order' as const, text: order, assumed: false }]),
    ...(knownOn === undefined ? [] : [{ part: 'known' as const, text: `zoals bekend op ${formatDay(knownOn)}`, assumed: false }]),
  ];
}

/** "Bereik · kwartaal 1 van 2026 · Putten". */
export function optionOf(question: Question, context: AskContext): Option {
  return { label: readAs(question, context).map(({ text }) => text).join(' · '), question };
}
