import type { Answering, AskContext, Question, Scope } from '../question.ts';
import { isAnswerable } from './check.ts';
import { whenOf } from './default-when.ts';
import type { Draft } from './draft.ts';
import { askBack, finish, questionOf } from './finish.ts';
import type { Reading } from './reading.ts';

/** The question for each of these places; without a figure, each figure for each place. */
function questionsFor(scopes: readonly (Scope | undefined)[], draft: Draft, context: AskContext): Question[] {
  const measures = draft.measures.length > 0 ? [draft.measures] : context.measures.map(({ id }) => [id]);
  return measures.flatMap((each) => scopes.flatMap((scope) => {
    const one: Draft = { ...draft, measures: each, scopes: [...draft.scopes, ...(scope === undefined ? [] : [scope])] };
    const when = whenOf(one, context);
    return when === undefined ? [] : [questionOf(one, when)];
  }));
}

/** Two places of one name: which of them? Never one of two that a button could not tell apart. */
export function nameDoubt(reading: Reading, draft: Draft, context: AskContext): Answering | undefined {
  const doubtful = reading.names.find(({ scopes }) => scopes.length > 1);
  if (doubtful === undefined) return undefined;
  const meant = doubtful.scopes.filter((scope) => questionsFor([scope], draft, context).some((question) => isAnswerable(question, context)));
  const [first = doubtful.scopes[0]] = meant;
  if (new Set(meant.map(({ name }) => name)).size < meant.length) return { kind: 'clarify', text: `Er is meer dan één plek die ${first?.name ?? ''} heet; ik kan niet zien welke u bedoelt.`, options: [] };
  const answer = askBack('Die naam hoort bij meer dan één plek. Welke bedoelt u?', questionsFor(doubtful.scopes, draft, context), context);
  return answer.kind === 'clarify' || first === undefined ? answer : finish({ ...draft, scopes: [first] }, context, false);
}

/** "bij De WIJ", where a location has that name: the place may be meant, or nothing. */
export function everydayDoubt({ everydayNames: [scope] }: Reading, draft: Draft, context: AskContext): Answering | undefined {
  if (scope === undefined) return undefined;
  const answer = askBack(`Bedoelt u ${scope.name}, of niet alleen die plek?`, questionsFor([scope, undefined], draft, context), context);
  return answer.kind === 'clarify' ? answer : undefined;
}
