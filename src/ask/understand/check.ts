import type { AskContext, MeasureName, Question, ScopeKind, Split, Step } from '../question.ts';
import { nearest, scopeReasons } from '../lexicon/explained.ts';
import { scopeTexts, splitNouns } from '../lexicon/splits.ts';
import { defaultPeriod } from './default-when.ts';
import { omit } from './omit.ts';
import { measureOf, titleOf } from './options.ts';

/** What keeps a question from having an answer, one measure at a time. */
export type Problem =
  | { readonly kind: 'scope'; readonly measure: MeasureName; readonly scope: ScopeKind; readonly name: string }
  | { readonly kind: 'split'; readonly measure: MeasureName; readonly split: Split }
  | { readonly kind: 'series'; readonly measure: MeasureName }
  | { readonly kind: 'step'; readonly measure: MeasureName; readonly step: Step; readonly label: string };

const dayMs = 86_400_000;
const longest: Readonly<Record<Step, number>> = { month: 31, quarter: 92, year: 366, 'school-year': 366 };
const stepNouns: Readonly<Record<Step, string>> = { month: 'een maand', quarter: 'een kwartaal', year: 'een jaar', 'school-year': 'een schooljaar' };

export const isLongerThan = ({ start, endExclusive }: { readonly start: string; readonly endExclusive: string }, step: Step): boolean => (Date.parse(endExclusive) - Date.parse(start)) / dayMs > longest[step];

export function problemOf(question: Question, name: MeasureName, context: AskContext): Problem | undefined {
  const measure = measureOf(context, name);
  const { scopes, split, when } = question;
  const scope = scopes.find(({ kind }) => measure === undefined || !measure.scopes.includes(kind));
  if (scope !== undefined) return { kind: 'scope', measure: name, scope: scope.kind, name: scope.name };
  if (split !== undefined && !measure?.splits.includes(split)) return { kind: 'split', measure: name, split };
  if (when.kind !== 'series') return undefined;
  if (measure?.overTime === false) return { kind: 'series', measure: name };
  return isLongerThan(when.period, when.step) ? undefined : { kind: 'step', measure: name, step: when.step, label: when.period.label };
}

export const isAnswerable = (question: Question, context: AskContext): boolean => question.measures.every((name) => measureOf(context, name) !== undefined && problemOf(question, name, context) === undefined);

function scopeReason(scope: ScopeKind, measure: MeasureName, context: AskContext): string {
  if (scope === 'school') return scopeReasons.school;
  const known = measureOf(context, measure);
  if (scope === 'provider' || scope === 'location') return scopeReasons.places;
  if (scope === 'group') return known?.scopes.includes('location') ? scopeReasons.group : scopeReasons.places;
  return scopeReasons.area;
}

/** Dutch: why there is no such figure. */
export function problemText(problem: Problem, context: AskContext): string {
  const title = titleOf(context, problem.measure);
  if (problem.kind === 'scope') return `“${title}” ${scopeReason(problem.scope, problem.measure, context)}; het is er daarom niet voor ${scopeTexts[problem.scope]} ${problem.name}.`;
  if (problem.kind === 'split') return `“${title}” kan niet ${splitNouns[problem.split].text} worden uitgesplitst.`;
  if (problem.kind === 'series') return `“${title}” is er niet als verloop in de tijd.`;
  return `${problem.label.charAt(0).toUpperCase()}${problem.label.slice(1)} is niet langer dan ${stepNouns[problem.step]} en valt niet in delen uiteen.`;
}

const unsplit = (question: Question): Question => omit(question, 'split', 'order', 'limit');

const plainWhen = (question: Question): Question => (question.when.kind === 'series' ? { ...question, when: { kind: 'period', period: question.when.period, assumed: question.when.assumed } } : question);

/** By which split the place would be one of the lines. */
const splitOfScope: Readonly<Partial<Record<ScopeKind, Split>>> = { provider: 'provider', location: 'location', group: 'group', cluster: 'cluster', neighbourhood: 'neighbourhood' };

function* wider(question: Question, problem: Problem): Generator<Question> {
  const split = problem.kind === 'scope' ? splitOfScope[problem.scope] : undefined;
  if (problem.kind === 'scope') {
    if (split !== undefined) yield { ...unsplit(question), scopes: [], split };
    yield { ...unsplit(question), scopes: question.scopes.filter(({ kind }) => kind !== problem.scope) };
  }
  yield plainWhen(question);
  yield unsplit(question);
}

/** Questions that come nearest and do have an answer, at most three. */
/** Another figure may count over a period where this one speaks of today, or the other way round. */
function withItsOwnPeriod(question: Question, context: AskContext): Question {
  const { when } = question;
  const ours = when.kind === 'period' && when.assumed && (when.period.start === context.today || when.period.kind === 'year');
  return ours ? { ...question, when: { kind: 'period', period: defaultPeriod(question.measures, context), assumed: true } } : question;
}

export function insteadOf(question: Question, problem: Problem, context: AskContext): Question[] {
  const one: Question = { ...question, measures: [problem.measure] };
  const others = (nearest[problem.measure] ?? []).map(({ measure }): Question => withItsOwnPeriod({ ...one, measures: [measure] }, context));
  // What people ask by reason is mostly why children are not there.
  const byReason = problem.kind === 'split' && problem.split === 'reason' ? (['not-reached', 'exits'] as const).map((measure): Question => withItsOwnPeriod({ ...one, measures: [measure] }, context)) : [];
  const candidates = [...byReason, ...others, ...wider(one, problem), ...others.map((each) => unsplit(each)), ...others.map((each) => ({ ...unsplit(each), scopes: [] }))];
  const usable = candidates.filter((each) => isAnswerable(each, context));
  return [...new Map(usable.map((each) => [JSON.stringify(each), each])).values()].slice(0, 3);
}
