import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkFreeText, FREE_TEXT_MAX, type ContentField } from '../../src/policy/handover/index.ts';
import { open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type AnyDialog, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, note, optional, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { alsoFilledIn, noConsent } from './findings.ts';
import { overview } from './overview.ts';
import type { HandoverContent } from './port.ts';
import { backButton, FIELDS_OF, neighbour, stepTitle } from './progress.ts';
import { childLine, handoverGone, hasConsent, isEditor, isFresh, lockedHandover, markOf, openHandover, stopButton } from './state.ts';

/** A card of the form that asks about the child: tier B, so only with consent. Everything on it may stay blank. */
export interface ContentForm {
  readonly id: string;
  readonly title: string;
  /** Said in the receipt: "Taal en rekenen bewaard". */
  readonly saved: string;
  readonly intro: string;
  readonly fields: readonly Field[];
}

interface Answers { readonly handover: string; readonly seen: string; readonly content: HandoverContent }

/** A choice cannot be taken back in a card, so there is one for "nothing". */
export const NO_LEVEL = 'none';
const level = optional(chosenCode(['1', '2', '3', '4', NO_LEVEL], 'Kies een niveau.'));
const isLevel = (field: string): boolean => field.endsWith('_level');

function inputOf(fields: readonly ContentField[]): z.ZodType<Answers> {
  const shape = Object.fromEntries(fields.map((field) => [field, isLevel(field) ? level : note(FREE_TEXT_MAX)]));
  return z.object({ handover: required(chosenId('Open de overdracht opnieuw.')), seen: z.string().max(64).default(''), ...shape }).transform((values) => {
    const typed = values as Readonly<Record<string, string | undefined>>;
    return { handover: values.handover, seen: values.seen, content: new Map(fields.map((field) => [field, typed[field] === NO_LEVEL && isLevel(field) ? '' : typed[field] ?? ''])) };
  });
}

export function contentDialog(card: ContentForm): AnyDialog {
  const fields = FIELDS_OF[card.id] ?? [];
  return defineDialog<Answers>({
    id: card.id, title: card.title, phrases: [], roles: ['childcare', 'school'], menuRoles: [],
    form: (context, values) => form(context, values, card, fields),
    input: inputOf(fields),
    check: (context, answers) => check(context, answers, card, fields),
    commit: (context, answers) => commit(context, answers, card),
  });
}

async function form(context: DialogContext, values: FormValues, card: ContentForm, fields: readonly ContentField[]): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values) && (!handover || !isEditor(context, handover))) return handoverGone();
  if (isFresh(values) && handover && !hasConsent(handover)) return overview(context, handover, noConsent().text);
  const stored: HandoverContent = handover ? await context.ports.handovers.content(handover.handoverId) : new Map();
  return {
    kind: 'form',
    title: stepTitle(card.id, true),
    intro: `${handover ? `${childLine(handover.child)}. ` : ''}${card.intro}`,
    fields: card.fields,
    hidden: { handover: values['handover'] ?? '', seen: markOf(stored, fields) },
    // Once something was typed, only that: what a colleague wrote must not come back in an emptied field.
    defaults: isFresh(values) ? Object.fromEntries(fields.flatMap((field) => (stored.has(field) ? [[field, stored.get(field)!]] : []))) : {},
    submitTitle: 'Opslaan en verder',
    cancel: stopButton(values['handover']),
    moreButtons: handover ? backButton(card.id, handover) : [],
  };
}

async function check(context: DialogContext, { handover: id, seen, content }: Answers, card: ContentForm, fields: readonly ContentField[]): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, id);
  if (!handover || !isEditor(context, handover)) return [recordChanged()];
  if (!hasConsent(handover)) return [noConsent()];
  const stored = await context.ports.handovers.content(id);
  const differs = fields.some((field) => (stored.get(field) ?? '') !== (content.get(field) ?? ''));
  const labels = new Map(card.fields.map((field) => [field.id, field.label]));
  return inOrder([
    differs && seen !== markOf(stored, fields) ? alsoFilledIn() : undefined,
    ...[...content].flatMap(([field, text]) => (isLevel(field) ? [] : checkFreeText(labels.get(field) ?? field, text))),
  ]);
}

/** The receipt says that it was kept, never what: receipts stay in the database and in the chat. */
async function commit(context: DialogContext, { handover: id, content }: Answers, card: ContentForm): Promise<Receipt> {
  const handover = await openHandover(context, id);
  if (!handover) throw new RecordChangedError('handover');
  await context.ports.handovers.saveContent(id, content);
  const dialog = neighbour(card.id, handover, 1) ?? 'handover-send';
  return {
    title: card.saved,
    facts: [{ label: 'Kind', value: handover.child.code }, { label: 'Ingevuld', value: `${[...content.values()].filter((text) => text !== '').length} van ${content.size} onderdelen` }],
    buttons: [open(dialog, 'Verder', { handover: id })],
    next: { dialog, values: { handover: id } },
  };
}
