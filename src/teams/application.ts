import { Application, TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { TurnKind, TurnOutcome } from '../metrics.ts';
import type { HandleTurn, Turn } from '../turn/types.ts';
import type { SafeActivity } from './activity.ts';
import type { ChannelAdapter } from './adapter.ts';
import { acknowledgeInvoke, answerInvoke, deliver } from './reply.ts';
import { retryReply } from './retry-card.ts';
import { toTurn, UNUSABLE_ACTION } from './to-turn.ts';

export const FAULT_TEXT = 'Er ging iets mis aan onze kant; er is niets opgeslagen. Probeer het over een minuut opnieuw.';
export const UNUSABLE_TEXT = 'Deze knop werkt niet meer. Vraag de kaart opnieuw aan, of typ "help".';

/** What belongs to one HTTP request; travels in the turn state of its context. */
export interface TurnScope {
  readonly requestId: string;
  readonly log: Log;
  /** Set during the turn, read by the request's measurement. */
  kind: TurnKind;
  outcome: TurnOutcome;
}
export const TURN_SCOPE = Symbol('turn scope');

interface Route {
  readonly matches: (activity: SafeActivity) => boolean;
  readonly run: (context: TurnContext) => Promise<void>;
  readonly invoke: boolean;
}

/**
 * All that we react to. Selectors are exact: teams-ai's own match substrings, and throw on a
 * value that is null. An activity without a route gets 200 and nothing happens.
 */
function routeTable(takeTurn: Route['run']): readonly Route[] {
  return [
    { matches: ({ type, name }) => type === 'invoke' && name === 'adaptiveCard/action', run: takeTurn, invoke: true },
    { matches: ({ type }) => type === 'invoke', run: acknowledgeInvoke, invoke: true },
    { matches: ({ type }) => type === 'message', run: takeTurn, invoke: false },
    { matches: ({ type, action }) => type === 'installationUpdate' && (action === 'add' || action === 'remove'), run: takeTurn, invoke: false },
    { matches: ({ type, channelData }) => type === 'conversationUpdate' && channelData.eventType !== undefined, run: takeTurn, invoke: false },
  ];
}

/** teams-ai without its storage, typing timer and mention removal, each of which is defective in 1.7.4. */
export function createApplication(adapter: ChannelAdapter, handleTurn: HandleTurn): Application {
  const app = new Application({ adapter, removeRecipientMention: false, startTypingTimer: false, longRunningMessages: false, turnStateFactory: () => new TurnState() });
  for (const { matches, run, invoke } of routeTable((context) => takeTurn(context, handleTurn))) {
    app.addRoute((context) => Promise.resolve(matches(activityOf(context))), run, invoke);
  }
  adapter.onTurnError = answerFault;
  return app;
}

/** One turn. What `handleTurn` throws is for `answerFault`; what sending throws is not: the work is done by then. */
async function takeTurn(context: TurnContext, handleTurn: HandleTurn): Promise<void> {
  const scope = scopeOf(context);
  const turn = toTurn(activityOf(context), scope?.requestId ?? '');
  if (turn === undefined) return;
  if (turn === UNUSABLE_ACTION) return answerInvoke(context, { kind: 'text', text: UNUSABLE_TEXT });
  if (scope !== undefined) scope.kind = turn.kind;
  const replies = await handleTurn(turn);
  try {
    await deliver(context, replies);
    if (scope !== undefined) scope.outcome = 'ok';
  } catch (error) {
    if (scope !== undefined) scope.outcome = 'unsent';
    scope?.log.warn({ err: error, kind: turn.kind }, 'reply not delivered');
  }
}

/**
 * The framework's last resort. Never throws, never passes an error's message on. Silent for
 * proactive turns, which nobody asked for, and for an installation, which nobody waits for.
 */
async function answerFault(context: TurnContext, error: Error): Promise<void> {
  const scope = scopeOf(context);
  if (scope !== undefined) scope.outcome = 'fault';
  scope?.log.error({ err: error, code: error instanceof AppError ? error.code : 'unexpected', kind: scope.kind }, 'turn failed');
  const text = error instanceof AppError ? error.userText : FAULT_TEXT;
  const turn = toTurn(activityOf(context), '');
  try {
    if (context.activity.type === 'invoke') await answerInvoke(context, isAction(turn) ? retryReply(text, turn.verb, turn.data) : { kind: 'text', text });
    // After an Action.Submit too: the form is still there.
    if (context.activity.type === 'message') await deliver(context, [{ kind: 'text', text }]);
  } catch (sending) {
    scope?.log.warn({ err: sending }, 'fault not delivered');
  }
}

const isAction = (turn: ReturnType<typeof toTurn>): turn is Extract<Turn, { kind: 'action' }> => typeof turn === 'object' && turn.kind === 'action';
const activityOf = (context: TurnContext): SafeActivity => context.activity as unknown as SafeActivity;
const scopeOf = (context: TurnContext): TurnScope | undefined => context.turnState.get<TurnScope | undefined>(TURN_SCOPE);
