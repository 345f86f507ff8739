import type { Answering, AskContext, Option, Question } from './question.ts';
import { fold, tokensOf } from './fold.ts';
import { readWords, type Reading, type Said } from './understand/reading.ts';
import { draftOf, measuresSaid, type Draft } from './understand/draft.ts';
import { askBack, finish, optionsOf, questionOf, withoutMeasure } from './understand/finish.ts';
import { follow, isFollowUp, previousOf } from './understand/follow.ts';
import { refused, refuseText, refuseWords } from './understand/refuse.ts';
import { whenOf } from './understand/default-when.ts';
import { omit } from './understand/omit.ts';
import { everydayDoubt, nameDoubt } from './understand/name-doubt.ts';
import { placed, placeQuestions } from './understand/nested.ts';
import { areInterleaved, areLoose, interleavedOptions, separately } from './understand/interleaved.ts';

/** A question is a sentence or two; longer text is something else. */
export const maxQuestionLength = 500;

const ofKind = <K extends Said['meaning']['kind']>(reading: Reading, kind: K): Extract<Said['meaning'], { readonly kind: K }>[] =>
  reading.said.flatMap(({ meaning }) => (meaning.kind === kind ? [meaning as Extract<Said['meaning'], { readonly kind: K }>] : []));

/** The figures that come nearest, with the period and place that were asked. */
function nearOptions(draft: Draft, wanted: readonly { readonly measure: Question['measures'][number]; readonly split?: Question['split'] }[], context: AskContext): Option[] {
  const previous = draft.periods.length === 0 && draft.measures.length === 0 ? previousOf(context) : undefined;
  const places = [...(previous === undefined || draft.scopes.length > 0 ? [] : [previous.scopes]), draft.scopes, []];
  const questions = wanted.flatMap(({ measure, split }) => places.flatMap((scopes) => {
    const one: Draft = { ...draft, measures: [measure], scopes, splits: split === undefined ? [] : [split] };
    const bare = omit(one, 'order', 'limit');
    const when = previous?.when ?? whenOf(bare, context);
    return when === undefined ? [] : [questionOf(bare, when)];
  }));
  const options = optionsOf(questions, context, 6);
  return [...new Map(options.map((option) => [option.question.measures.join() + (option.question.split ?? ''), option])).values()].slice(0, 3);
}

function smallTalk(reading: Reading, draft: Draft): Answering | undefined {
  const nothingElse = reading.names.length + reading.when.periods.length + draft.measures.length + draft.splits.length + draft.steps.length + draft.unread.length === 0
    && draft.doubtfulMeasures === undefined && !draft.trend && draft.order === undefined && ofKind(reading, 'who-not').length === 0;
  if (!nothingElse) return undefined;
  const said = ofKind(reading, 'small-talk').map(({ which }) => which);
  const order = ['thanks', 'goodbye', 'capabilities', 'help', 'greeting'] as const;
  const which = order.find((each) => said.includes(each));
  return which === undefined ? undefined : { kind: 'small-talk', which };
}

function notRecorded(reading: Reading, draft: Draft, context: AskContext): Answering | undefined {
  const [first] = ofKind(reading, 'topic');
  if (first === undefined) return undefined;
  return { kind: 'not-recorded', text: first.topic.text, instead: nearOptions(draft, first.topic.instead.map((measure) => ({ measure })), context) };
}

function periodProblem(reading: Reading): Answering | undefined {
  const { problem } = reading.when;
  return problem === undefined ? undefined : { kind: 'period-problem', text: problem };
}

function notUnderstood(draft: Draft): Answering | undefined {
  return draft.unread.length === 0 ? undefined : { kind: 'not-understood', words: [...new Set(draft.unread)] };
}

function partExplained(reading: Reading, draft: Draft, context: AskContext): Answering | undefined {
  const [first] = ofKind(reading, 'explained');
  if (first !== undefined) return { kind: 'explain', text: first.entry.text, instead: nearOptions(draft, first.entry.instead, context) };
  if (ofKind(reading, 'other-step').length === 0) return undefined;
  const measures = draft.measures.length > 0 ? draft.measures : (previousOf(context)?.measures ?? []);
  if (measures.length === 0) return undefined;
  const longer = draft.periods.filter(({ period }) => period.kind !== 'day');
  const drafts: readonly Draft[] = (['month', 'quarter'] as const).flatMap((step) => [longer, []].map((periods) => ({ ...draft, measures, steps: [step], trend: false, periods })));
  const questions = [...drafts, { ...draft, measures }].flatMap((one) => {
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf(one, when)];
  });
  return { kind: 'explain', text: 'Cijfers zijn er per maand, kwartaal, jaar of schooljaar, niet in kleinere of andere stukken.', instead: optionsOf(questions, context) };
}

function periodDoubt(reading: Reading, draft: Draft, context: AskContext): Answering | undefined {
  const { doubt, loose, periods } = reading.when;
  const choices = doubt ?? (loose ? periods.map(({ period }) => period) : undefined);
  if (choices === undefined || draft.measures.length === 0) return undefined;
  const text = doubt === undefined ? 'U noemt meer dan één periode. Welke wilt u zien?' : 'Welke periode bedoelt u?';
  return askBack(text, choices.map((period) => questionOf(draft, { kind: 'period', period, assumed: false })), context);
}

function measureDoubt(draft: Draft, context: AskContext): Answering | undefined {
  const { doubtfulMeasures: entry } = draft;
  if (entry === undefined) return undefined;
  const questions = entry.measures.flatMap((name) => {
    const one: Draft = { ...draft, measures: [...new Set([...draft.measures, name])].slice(0, 3) };
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf(one, when)];
  });
  const answer = askBack(entry.text, questions, context);
  return answer.kind === 'clarify' ? answer : withoutMeasure({ ...draft, measures: [] }, context, entry.text);
}

function conclude(reading: Reading, draft: Draft, context: AskContext): Answering {
  const previous = previousOf(context);
  const alone = nameDoubt(reading, draft, context) ?? everydayDoubt(reading, draft, context) ?? measureDoubt(draft, context);
  if (alone !== undefined) return alone;
  if (previous !== undefined && isFollowUp(reading, draft)) {
    const answer = follow(reading, draft, previous, context);
    if (answer !== undefined) return answer;
  }
  if (ofKind(reading, 'also').length + ofKind(reading, 'same').length > 0 || reading.stepFromPrevious !== undefined) return withoutMeasure({ ...draft, measures: [] }, context, 'Waarover gaat uw vraag?');
  if (draft.measures.length === 0) {
    if (draft.splits.includes('reason')) return withoutMeasure(draft, context, 'Redenen waarvan?');
    return withoutMeasure({ ...draft, splits: draft.splits.slice(0, 1) }, context, 'Welk cijfer wilt u zien?');
  }
  return periodDoubt(reading, draft, context) ?? finish(draft, context, false);
}

/** "groet, Marian": who signs is no part of the question. */
const signature = /(?:,|\.|\s)\s*(?:(?:met )?(?:vriendelijke|hartelijke|vr\.?) (?:groet|groeten|gr\.?)|groet(?:en|jes)?|mvg|gr)[,.!]?\s+\p{L}+(?: (?:van |de |der |den )*\p{L}+)?[.!?]*\s*$/iu;

/**
 * Reads a Dutch question. A figure is asked for only when every word was understood; what can
 * be read in two ways is asked back. Pure: the day, the figures that exist and the names that
 * the asker may use are arguments.
 */
export function ask(text: string, context: AskContext): Answering {
  if (text.length > maxQuestionLength) return refused('too-long');
  const original = text.replace(signature, '');
  const folded = fold(original).text;
  if (tokensOf(folded).length === 0 && refuseText(folded) === undefined) return { kind: 'small-talk', which: 'help' };
  const early = refuseText(folded);
  if (early !== undefined) return early;
  const words = readWords(original, context.vocabulary, context.today);
  const { names, doubt } = placed(words, context);
  const reading = { ...words, names };
  const draft = draftOf(reading, context);
  const stopped = refuseWords(folded, reading, context) ?? notRecorded(reading, draft, context) ?? smallTalk(reading, draft) ?? periodProblem(reading) ?? notUnderstood(draft);
  if (stopped !== undefined) return stopped;
  if (areInterleaved(reading, measuresSaid(reading).spans)) return askBack('Ik kan niet zien wat bij wat hoort. Wat wilt u zien?', interleavedOptions(reading, draft, context), context);
  if (doubt !== undefined) return askBack(`${doubt[0].name} kan ook buiten ${doubt[1].name} werken. Wat wilt u zien?`, placeQuestions(doubt, draft, context), context);
  if (areLoose(reading)) return askBack('U noemt meer dan één cijfer. Welk wilt u zien?', separately(draft, context), context);
  return partExplained(reading, draft, context) ?? conclude(reading, draft, context);
}
