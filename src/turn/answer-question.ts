import { ask } from '../ask/ask.ts';
import { KNOWN_MEASURES } from '../ask/known-measures.ts';
import { Question, type Answering, type Option } from '../ask/question.ts';
import { formatDay } from '../ask/numbers.ts';
import { maxAgeMinutes } from '../ask/understand/follow.ts';
import { buttonTitles } from '../ask/understand/options.ts';
import { addDays } from '../policy/engine/days.ts';
import { actingAsLabel } from './acting-as.ts';
import { answerAsked } from './answer-asked.ts';
import type { KnownContext } from './context.ts';
import { municipalitiesOf } from './figure-scope.ts';
import { askButton, help, menu, MENU_BUTTON } from './menu.ts';
import { exactButton } from './question-again.ts';
import { noticeReply } from './replies.ts';
import type { Reply } from './types.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Answers typed text with a figure, or asks back. Never a figure for a question that was not fully understood. */
export const answerQuestion = async (text: string, context: KnownContext): Promise<Reply> => reply(await read(text, context), context);

/** The answer when the text was fully understood as a question for a figure. */
export async function answerIfQuestion(text: string, context: KnownContext): Promise<Reply | undefined> {
  const answering = await read(text, context);
  return answering.kind === 'question' || answering.kind === 'clarify' || answering.kind === 'period-problem' ? reply(answering, context) : undefined;
}

/** A question from a button: parsed, and its rights looked up, as if it had been typed. */
export async function answerExact(data: unknown, context: KnownContext): Promise<Reply> {
  const question = Question.safeParse(data);
  return question.success ? answerAsked(question.data, context, {}) : unclear(context, []);
}

/** What was understood, and whether it goes on from the weekly post above it instead of from a question. */
type Understood = Answering & { readonly afterPost?: boolean };

async function read(typed: string, context: KnownContext): Promise<Understood> {
  const post = context.where === 'channel' ? await aboutPost(context) : undefined;
  const lately = await context.ports.conversation.last(context.conversationId);
  // What was asked long ago is forgotten; the post above the thread still stands there.
  const asked = post && lately && lately.ageMinutes >= maxAgeMinutes ? undefined : lately;
  const last = asked ?? post;
  const previous = Question.safeParse(last?.question);
  const isWhy = post !== undefined && WHY.test(typed.trim());
  const text = isWhy ? WHY_QUESTION : typed;
  const answering = ask(text, {
    today: context.today, measures: KNOWN_MEASURES, vocabulary: vocabularyOf(await context.ports.figures.names(), context.person),
    ...(last && previous.success ? { previous: previous.data, previousAgeMinutes: last.ageMinutes } : {}),
  });
  const afterPost = asked === undefined && post !== undefined;
  if (answering.kind !== 'question' || !previous.success) return { ...answering, afterPost };
  if (!isWhy) return { ...answering, question: ofPost(answering.question, post?.question, context), afterPost };
  return { ...whyOf(answering, previous.data), afterPost };
}

/** Why of what was told: of its days and places. */
function whyOf(why: Extract<Answering, { kind: 'question' }>, { when, scopes }: Question): Answering {
  const days = when.kind === 'comparison' ? when.periods.map(({ label }) => label).join(' en ') : when.period.label;
  return {
    ...why, question: { ...why.question, when, scopes }, followUp: true,
    readAs: [...why.readAs.filter(({ part }) => part === 'measure'), { part: 'period', text: days, assumed: true }, ...scopes.map(({ name }) => ({ part: 'scope' as const, text: name, assumed: true }))],
  };
}

/** Below a post a question without a place is about the post's, for who would be asked which place otherwise. */
const ofPost = (question: Question, post: Question | undefined, { person }: KnownContext): Question =>
  (post && question.scopes.length === 0 && municipalitiesOf(person).length > 1 ? { ...question, scopes: post.scopes } : question);

/** "Waarom?" below a post asks why not all are reached. */
const WHY = /^(?:waarom|hoezo|hoe komt dat|waardoor)(?:\s+is\s+dat)?\s*\??$/i;
const WHY_QUESTION = 'niet bereikt';

/** A thread of a weekly post begins where the post does: with the reach of today, of whom the post is. */
async function aboutPost({ ports, conversationId, today }: KnownContext): Promise<{ readonly question: Question; readonly ageMinutes: number } | undefined> {
  const scope = await ports.conversation.postOfThread(conversationId);
  if (!scope) return undefined;
  const period = { kind: 'day' as const, start: today, endExclusive: addDays(today, 1), label: formatDay(today) };
  return { question: { measures: ['reach'], when: { kind: 'period', period, assumed: true }, scopes: [scope] }, ageMinutes: 0 };
}

function reply(answering: Understood, context: KnownContext): Promise<Reply> | Reply {
  switch (answering.kind) {
    case 'question': return answerAsked(answering.question, context, { readAs: answering.readAs, followUp: answering.followUp, afterPost: answering.afterPost === true });
    case 'clarify': return options('Wat bedoelt u?', answering.text, answering.options, context);
    case 'not-recorded': return options('Dat wordt niet vastgelegd', answering.text, answering.instead, context);
    case 'explain': return options('Dat zegt hier niets', answering.text, answering.instead, context);
    case 'period-problem': return options('Deze periode kan ik niet gebruiken', answering.text, answering.suggestions ?? [], context);
    case 'refused': return options('Dat doe ik niet', answering.text, [], context);
    case 'not-understood': return answering.near && answering.near.length > 0 ? options('Bedoelt u dit?', `Ik ken dit niet: ${quoted(answering.words)}.`, answering.near, context) : unclear(context, answering.words);
    case 'small-talk': return smallTalk(answering.which, context);
  }
}

const quoted = (words: readonly string[]): string => words.slice(0, 5).map((word) => `“${word.slice(0, 40)}”`).join(', ');

/** Says what is the matter, with what can be asked instead: one press each. Without any, the menu is the way forward. */
export function options(title: string, text: string, choices: readonly Option[], context: KnownContext): Reply {
  const questions = choices.slice(0, 5).map(({ question }) => question);
  const titles = buttonTitles(questions, { measures: KNOWN_MEASURES });
  const buttons = questions.map((question, index) => exactButton(titles[index]!, question));
  return noticeReply({ title, actingAs: actingAsLabel(context.person.roles), paragraphs: [text], buttons: buttons.length > 0 ? [...buttons, MENU_BUTTON] : menu(context).buttons });
}

function smallTalk(which: Extract<Answering, { kind: 'small-talk' }>['which'], context: KnownContext): Reply {
  if (which === 'thanks') return noticeReply({ ...menu(context), title: 'Graag gedaan', paragraphs: [] });
  if (which === 'goodbye') return noticeReply({ ...menu(context), title: 'Tot ziens', paragraphs: ['U kunt hier altijd verder.'] });
  return noticeReply({ ...help(context), ...(which === 'greeting' ? { title: 'Goedendag' } : {}) });
}

/** What was not understood is named, and no number is given. */
export function unclear(context: KnownContext, words: readonly string[]): Reply {
  return noticeReply({
    title: 'Dat begrijp ik niet',
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: [
      ...(words.length > 0 ? [`Ik ken dit niet, of het hoort niet bij uw rol: ${quoted(words)}. Ik geef liever geen cijfer dan een verkeerd cijfer.`] : []),
      'Kies een knop, of typ bijvoorbeeld “bereik Q1”, “vrije plekken” of “help”.',
    ],
    buttons: [...menu(context).buttons.slice(0, 4), askButton('Wat kan ik vragen?', 'help'), MENU_BUTTON],
  });
}
