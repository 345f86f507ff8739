import type { Activity, TurnContext } from 'botbuilder';
import type { Card } from '../../cards/types.ts';
import type { Reply } from '../turn/types.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/** The type meant for a text: the client shows it with the card, which it does not replace. */
const MESSAGE = 'application/vnd.microsoft.activity.message';
const RECEIVED = 'Uw keuze is ontvangen.';

/**
 * Sends the answer. For an invoke the first reply goes into the HTTP response and replaces
 * the card for the one who pressed; further replies are new messages. Throws what the
 * channel throws; the invoke's answer is in place by then.
 */
export async function deliver(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  if (context.activity.type !== 'invoke') return sendAll(context, replies);
  const [first, ...rest] = replies;
  await answerInvoke(context, first ?? { kind: 'text', text: RECEIVED });
  await sendAll(context, rest);
}

async function sendAll(context: TurnContext, replies: readonly Reply[]): Promise<void> {
  // One at a time: they must appear in order.
  for (const reply of replies) await context.sendActivity(toActivity(reply));
}

/**
 * Ours instead of `app.adaptiveCards.actionExecute`, which from the first card with
 * `refresh` on replaces every card of that route for everybody.
 */
export async function answerInvoke(context: TurnContext, reply: Reply): Promise<void> {
  const body = reply.kind === 'card' ? { statusCode: 200, type: ADAPTIVE_CARD, value: reply.card } : { statusCode: 200, type: MESSAGE, value: reply.text };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

/** For invokes that we do not know: an error status would show as a fault of the app. */
export async function acknowledgeInvoke(context: TurnContext): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
}

export function toActivity(reply: Reply): Partial<Activity> {
  if (reply.kind === 'text') return { type: 'message', text: reply.text, textFormat: 'plain' };
  // Without `summary` a notification says no more than "sent a card".
  return { type: 'message', summary: reply.summary, attachments: [attachment(reply.card)] };
}

function attachment(card: Card): { contentType: string; content: Card } {
  return { contentType: ADAPTIVE_CARD, content: card };
}
