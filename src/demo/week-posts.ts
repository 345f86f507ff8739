import type { Log } from '../log.ts';
import type { Product } from '../product.ts';
import { deliverOutbox } from '../digest/outbox/deliver.ts';
import type { Sender } from '../digest/types.ts';
import { prepareWeekPosts } from '../digest/week-posts.ts';
import type { HandleTurn, Turn } from '../turn/types.ts';

/** Posts of a whole municipality are spread over two minutes; nobody waits that long in a demo. */
const SPREAD_MS = 130_000;
const ABOUT_THE_POST = /^(?:week-posts?\.|week-post-settings\.)/;
const SPOKEN = /kanaal|weekpost|koppel|proef/i;

export interface SendingSoon {
  readonly sender: Sender;
  /** The one personal chat, in which the user of the Playground speaks as each of the demo people. */
  readonly personalChat: string;
  readonly actingAs: () => string;
  readonly log: Log;
}

/** In the demo what concerns the weekly post goes out right after the turn, instead of by the clock. */
export function sendingSoon(product: Product, { sender, personalChat, actingAs, log }: SendingSoon): HandleTurn {
  let running: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    // Who is acted as gets what is for that person in the one chat there is.
    const personal = await product.conversations.find(personalChat);
    if (personal) await product.conversations.remember({ ...personal, aadObjectId: actingAs() });
    const now = (): Date => new Date(product.now().getTime() + SPREAD_MS);
    await prepareWeekPosts({ ...product, compose: product.composeWeekPost, now: product.now, log });
    await deliverOutbox({ database: product.database, sender, now, log });
  };
  return async (turn) => {
    const replies = await product.handleTurn(turn);
    // One after the other, and after the answer, which the person sees first.
    if (isAboutThePost(turn)) running = running.then(() => send()).catch((error: unknown) => log.error({ err: error }, 'weekly post of the demo'));
    return replies;
  };
}

function isAboutThePost(turn: Turn): boolean {
  return turn.kind === 'action' ? ABOUT_THE_POST.test(turn.verb) : turn.kind === 'message' && SPOKEN.test(turn.text);
}
