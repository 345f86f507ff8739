import { maxMeasures, Question, type Answering, type AskContext, type MeasureName, type Option, type Period, type Scope, type Split, type When } from '../question.ts';
import { measureOf, optionOf, readAs, titleOf } from './options.ts';
import { insteadOf, isAnswerable, problemOf, problemText } from './check.ts';
import type { Draft } from './draft.ts';
import { defaultPeriod, whenOf } from './default-when.ts';
import { omit } from './omit.ts';
import { periodAround } from './make-periods.ts';

const maxOptions = 4;

/** What is counted over a period says little about today, so a question that nobody gave a day is of this year so far. */
export function overItsPeriod(question: Question, context: AskContext): Question {
  const { when, measures } = question;
  if (when.kind !== 'period' || !when.assumed || when.period.kind !== 'day') return question;
  return { ...question, when: { kind: 'period', assumed: true, period: defaultPeriod(measures, context) } };
}

/** More figures than one answer takes are offered one by one. */
const takable = (question: Question): Question[] => (question.measures.length <= maxMeasures ? [question] : question.measures.map((name) => ({ ...question, measures: [name] })));

/** Only questions that have an answer are offered, each once. */
export function optionsOf(questions: readonly Question[], context: AskContext, most = maxOptions): Option[] {
  const usable = questions.flatMap(takable).filter((question) => Question.safeParse(question).success).map((question) => overItsPeriod(question, context)).filter((question) => isAnswerable(question, context)).map((question) => optionOf(question, context));
  return [...new Map(usable.map((option) => [option.label, option])).values()].slice(0, most);
}

/** Asks back with at least two readings; with fewer there is nothing to choose, so it is explained. */
export function askBack(text: string, questions: readonly Question[], context: AskContext): Answering {
  const options = optionsOf(questions, context);
  return options.length >= 2 ? { kind: 'clarify', text, options } : { kind: 'explain', text, instead: options };
}

export function questionOf(draft: Draft, when: When, split = draft.splits[0]): Question {
  return {
    measures: draft.measures, when, scopes: draft.scopes,
    ...(split === undefined ? {} : { split }),
    ...(draft.order === undefined ? {} : { order: draft.order }),
    ...(draft.limit === undefined ? {} : { limit: draft.limit }),
    ...(draft.knownOn === undefined ? {} : { knownOn: draft.knownOn }),
  };
}

const plain = (period: Period, assumed = false): When => ({ kind: 'period', period, assumed });

/** Offered when no figure was named: what people ask most, where it means something. */
export function withoutMeasure(draft: Draft, context: AskContext, text: string): Answering {
  const questions = context.measures.flatMap(({ id }) => {
    const one = { ...draft, measures: [id] };
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf(one, when)];
  });
  if (optionsOf(questions, context).length < 2 && draft.steps.length + draft.splits.length > 0) return withoutMeasure({ ...draft, steps: [], splits: [], trend: false }, context, text);
  return askBack(text, questions, context);
}

function explainOrChoose(question: Question, context: AskContext): Answering | undefined {
  const problems = question.measures.map((name) => problemOf(question, name, context));
  const [first] = problems.flatMap((problem) => problem ?? []);
  if (first === undefined) return undefined;
  if (problems.some((problem) => problem === undefined)) {
    const bare: Question = omit(question, 'split', 'order', 'limit');
    const alone = question.measures.map((name): Question => ({ ...question, measures: [name] }));
    return askBack('Deze cijfers kunnen niet op dezelfde manier samen worden getoond. Wat wilt u zien?', [...alone, bare, ...question.measures.map((name): Question => ({ ...bare, measures: [name] }))], context);
  }
  return { kind: 'explain', text: problemText(first, context), instead: optionsOf(insteadOf(question, first, context), context) };
}

/** "eind vorig jaar" is one day, and what starts or stops is counted over longer. */
function edgeDoubt(draft: Draft, context: AskContext): Answering | undefined {
  const edge = draft.periods.find(({ edgeOf }) => edgeOf !== undefined);
  const counted = draft.measures.find((name) => measureOf(context, name)?.kind === 'period');
  if (edge?.edgeOf === undefined || counted === undefined) return undefined;
  const { edgeOf, period } = edge;
  const periods = [edgeOf, ...(edgeOf.kind === 'month' ? [] : [periodAround(period.start, 'month')]), ...(edgeOf.kind === 'quarter' || edgeOf.kind === 'month' ? [] : [periodAround(period.start, 'quarter')]), period];
  return askBack(`“${titleOf(context, counted)}” wordt over een periode geteld. Welke bedoelt u?`, periods.map((each) => questionOf(draft, plain(each))), context);
}

function orderDoubt(draft: Draft, when: When, context: AskContext): Answering | undefined {
  if ((draft.order === undefined && draft.limit === undefined) || draft.splits.length > 0) return undefined;
  const splits = ['location', 'neighbourhood', 'provider', 'reason', 'group', 'municipality'] as const;
  return askBack('Waarvan wilt u de volgorde zien?', splits.map((split) => questionOf(draft, when, split)), context);
}

function splitDoubt(draft: Draft, when: When, context: AskContext): Answering | undefined {
  if (draft.splits.length < 2) return undefined;
  return askBack('U noemt meer dan één uitsplitsing. Welke wilt u zien?', draft.splits.map((split: Split) => questionOf(draft, when, split)), context);
}

function tooMany(draft: Draft, when: When, context: AskContext): Answering | undefined {
  if (draft.measures.length > maxMeasures) return askBack('Ik toon hoogstens drie cijfers tegelijk. Welk wilt u zien?', draft.measures.map((name: MeasureName) => questionOf({ ...draft, measures: [name] }, when)), context);
  if (draft.periods.length > 4) return askBack('Ik vergelijk hoogstens vier perioden. Welke wilt u zien?', draft.periods.map(({ period }) => questionOf(draft, plain(period))), context);
  if (draft.scopes.length > 12) return askBack('Ik vergelijk hoogstens twaalf plekken. Welke wilt u zien?', draft.scopes.map((scope: Scope) => questionOf({ ...draft, scopes: [scope] }, when)), context);
  return undefined;
}

function seriesDoubt(draft: Draft, context: AskContext): Answering | undefined {
  const [first] = draft.periods;
  if (draft.steps.length > 1) return askBack('Hoe wilt u het verloop zien?', draft.steps.map((step) => questionOf(draft, whenOf({ ...draft, steps: [step] }, context) ?? plain(periodAround(context.today, 'year')))), context);
  const isSeries = draft.steps.length > 0 || (draft.trend && draft.periods.length < 2 && !draft.againstDefault);
  if (draft.steps.length > 0 && draft.periods.length > 1) return askBack('Welke periode wilt u in delen zien?', draft.periods.map(({ period, assumed }) => questionOf(draft, { kind: 'series', period, assumed, step: draft.steps[0] ?? 'month' })), context);
  if (!isSeries || first?.period.kind !== 'day') return undefined;
  const step = draft.steps[0] ?? 'month';
  return askBack('Een dag valt niet in delen uiteen. Wat wilt u zien?', [questionOf(draft, { kind: 'series', period: periodAround(first.period.start, 'year'), assumed: true, step }), questionOf(draft, plain(first.period))], context);
}

/** Fills in what goes without saying, and answers only when nothing is left to choose. */
export function finish(draft: Draft, context: AskContext, followUp: boolean, base?: Period, kept?: When): Answering {
  const when = kept ?? whenOf(draft, context, base);
  if (when === undefined) return { kind: 'not-understood', words: draft.unread };
  const doubt = tooMany(draft, when, context) ?? seriesDoubt(draft, context) ?? splitDoubt(draft, when, context) ?? edgeDoubt(draft, context);
  if (doubt !== undefined) return doubt;
  const question = questionOf(draft, when);
  const problem = explainOrChoose(question, context) ?? orderDoubt(draft, when, context);
  return problem ?? { kind: 'question', question, readAs: readAs(question, context), followUp };
}
