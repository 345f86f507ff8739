import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type AnyDialog, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { nothingChanged } from './findings.ts';

/** How one kind of thing is changed: choose it, see how it is, say how it has to be. */
interface Change<Item extends { readonly id: string }, Answers> {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
  /** Label of the list: "Locatie". */
  readonly what: string;
  /** Said when there is nothing to choose from. */
  readonly nothing: string;
  /** Of the person's own municipalities. */
  list(context: DialogContext): Promise<readonly Item[]>;
  label(context: DialogContext, item: Item): string;
  fields(item: Item): readonly Field[];
  readonly shape: { readonly [K in keyof Answers]: z.ZodType<Answers[K]> };
  /** How it is now, by field. */
  values(item: Item): FormValues;
  check(context: DialogContext, item: Item, answers: Answers): Promise<readonly (Finding | undefined)[]>;
  /** Facts of the receipt; undefined when it changed in the meantime. */
  commit(context: DialogContext, item: Item, answers: Answers): Promise<Receipt['facts'] | undefined>;
}

/** What the person saw. Not the values themselves: they need not travel twice. */
const seenOf = (values: FormValues): string => createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);

/** A dialog of two steps. A card that is out of date stores nothing: somebody else's change would be lost. */
export function defineChange<Item extends { readonly id: string }, Answers extends object>(change: Change<Item, Answers>): AnyDialog {
  type Input = Answers & { readonly item: string; readonly seen: string };
  const shape = { ...change.shape, item: required(chosenId(`Kies uit de lijst bij “${change.what}”.`)), seen: required(chosenId('Open het formulier opnieuw.')) };
  // The shape of the answers is known by its keys only, so the two together are put in words here.
  const input = z.object(shape) as unknown as z.ZodType<Input>;
  const find = async (context: DialogContext, id: string): Promise<Item | undefined> => (await change.list(context)).find((item) => item.id === id);
  return defineDialog<Input>({
    id: change.id, title: change.title, phrases: change.phrases, roles: ['official'], menu: 'admin', input,
    async form(context, values) {
      const item = values['item'] ? await find(context, values['item']) : undefined;
      return item ? details(change, context, item, values['seen']) : chooseItem(change, context);
    },
    async check(context, answers) {
      const item = await find(context, answers.item);
      if (!item || seenOf(change.values(item)) !== answers.seen) return [recordChanged()];
      if (isUnchanged(change.values(item), answers)) return [nothingChanged()];
      return inOrder(await change.check(context, item, answers));
    },
    async commit(context, answers) {
      const item = await find(context, answers.item);
      const facts = item && (await change.commit(context, item, answers));
      if (!facts) throw new RecordChangedError(change.id);
      return { title: `${change.what} gewijzigd`, facts, buttons: [open(change.id, 'Nog iets wijzigen'), open('admin', 'Beheer'), MENU] };
    },
  });
}

function details<Item extends { readonly id: string }, Answers>(change: Change<Item, Answers>, context: DialogContext, item: Item, seen: string | undefined): View {
  const values = change.values(item);
  return {
    kind: 'form', title: change.title, intro: `U wijzigt: ${change.label(context, item)}.`, fields: change.fields(item),
    // What was seen first stays: a form that comes back after somebody else's change must be opened anew.
    hidden: { item: item.id, seen: seen ?? seenOf(values) }, defaults: values,
  };
}

async function chooseItem<Item extends { readonly id: string }, Answers>(change: Change<Item, Answers>, context: DialogContext): Promise<View> {
  const items = await change.list(context);
  const [first] = items;
  if (!first) return { kind: 'notice', title: 'Nog niets om te wijzigen', paragraphs: [change.nothing], buttons: [open('admin', 'Beheer'), MENU] };
  return {
    kind: 'form', title: change.title,
    fields: [{ kind: 'choice', id: 'item', label: change.what, required: true, placeholder: 'Kies uit de lijst', options: items.map((item) => ({ value: item.id, label: change.label(context, item) })) }],
    ...(items.length === 1 ? { defaults: { item: first.id } } : {}),
    buttons: [{ title: 'Verder', verb: `${change.id}.open`, withInputs: true, style: 'positive' }, open('admin', 'Beheer'), MENU],
  };
}

/** Answers are parsed, so an empty field is absent and text is trimmed. */
function isUnchanged(values: FormValues, answers: object): boolean {
  const given = new Map(Object.entries(answers));
  return Object.entries(values).every(([id, value]) => String(given.get(id) ?? '') === value);
}
