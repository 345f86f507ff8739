import type { AskContext, KnownMeasure, MeasureName, Option, Question, ReadAs, When } from '../question.ts';
import { formatDay } from '../numbers.ts';
import { orderTexts, splitNouns, stepTexts } from '../lexicon/splits.ts';

/** A question in Dutch, in parts: what a button asks, and how a question was read. */

type Known = Pick<AskContext, 'measures'>;

export const measureOf = ({ measures }: Known, name: MeasureName): KnownMeasure | undefined => measures.find(({ id }) => id === name);
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

export function readAs(question: Question, context: Known): ReadAs[] {
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A button is one line on a phone: "Q1 2026". */
const brief = (text: string): string => capital(text.replace(/kwartaal (\d) van (\d{4})/g, 'Q$1 $2'));

/**
 * What buttons next to each other say: only that in which they differ. The period that goes
 * without saying is left out; when nothing would be left, or two would be alike, all is said.
 */
export function buttonTitles(questions: readonly Question[], context: Known): string[] {
  const all = questions.map((question) => readAs(question, context).filter(({ part, assumed }) => part !== 'period' || !assumed));
  const isShared = (text: string): boolean => all.length > 1 && all.every((parts) => parts.some((other) => other.text === text));
  const short = all.map((parts) => {
    const own = parts.filter(({ text }) => !isShared(text));
    return brief((own.length > 0 ? own : parts.slice(0, 1)).map(({ text }) => text).join(' · '));
  });
  return new Set(short).size === short.length ? short : questions.map((question) => readAs(question, context).map(({ text }) => text).join(' · '));
}
