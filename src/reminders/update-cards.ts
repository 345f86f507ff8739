import type { OpenMessage } from '../../dialogs/reminders/port.ts';
import type { OutgoingMessage, SendTarget } from '../digest/types.ts';
import { addDays } from '../policy/engine/days.ts';
import { doneMessage, reminderMessage } from './message.ts';
import type { RemindOptions } from './types.ts';
import { holdingFor, itemsOf, waitingFor, type ReminderContext, type Waiting } from './waiting.ts';

/** Who looks further back than a week finds a card that is older than what it says. */
const DAYS_BACK = 7;

interface Change { readonly card: OpenMessage; readonly left: OpenMessage['items']; readonly message: OutgoingMessage }
type AsPerson = <T>(work: (context: ReminderContext) => Promise<T>) => Promise<T | undefined>;

/** Cards that name what was done since are updated: with what is left, or that all is done. Returns how many. */
export async function updateCards({ sender, now }: RemindOptions, target: SendTarget, asPerson: AsPerson): Promise<number> {
  const changes = (await asPerson(changesOf)) ?? [];
  let updated = 0;
  for (const { card, left, message } of changes) {
    const outcome = await sender.update(target, card.activityId, message).catch(() => ({ kind: 'unknown' as const }));
    // An update may be repeated: what did not come through is tried again next time. A card that is gone is left alone.
    if (outcome.kind === 'retry' || outcome.kind === 'unknown') continue;
    await asPerson(({ ports }) => ports.reminders.messages.updated(card.day, left, left.length === 0 || outcome.kind !== 'sent' ? now : undefined));
    updated += outcome.kind === 'sent' ? 1 : 0;
  }
  return updated;
}

async function changesOf(context: ReminderContext): Promise<readonly Change[]> {
  const cards = await context.ports.reminders.messages.open(addDays(context.today, -DAYS_BACK));
  if (cards.length === 0) return [];
  const holding = new Set(itemsOf(await holdingFor(context)).map(keyOf));
  const waiting = await waitingFor(context);
  return cards.flatMap((card) => {
    const left = card.items.filter((item) => holding.has(keyOf(item)));
    if (left.length === card.items.length) return [];
    const shown = only(waiting, new Set(left.map(keyOf)));
    // What is left was put off or is another's: the card stays as it is until that is done too.
    if (left.length > 0 && shown.length === 0) return [];
    return [{ card, left, message: left.length === 0 ? doneMessage() : reminderMessage(shown, context) }];
  });
}

const keyOf = ({ kind, subject }: { kind: string; subject: string }): string => `${kind} ${subject}`;

const only = (waiting: readonly Waiting[], keys: ReadonlySet<string>): readonly Waiting[] =>
  waiting.flatMap((each) => {
    const facts = each.facts.filter(({ subject }) => keys.has(keyOf({ kind: each.kind.id, subject })));
    return facts.length === 0 ? [] : [{ ...each, facts }];
  });
