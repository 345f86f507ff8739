import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { Button, Field, FormModel, FormValues, ReceiptModel, VerbButton } from '../../cards/models.ts';
import { RecordChangedError, type AnyDialog, type DialogContext, type FormView, type NextForm, type Receipt } from '../../dialogs/dialog.ts';
import { dialogById } from '../../dialogs/registry.ts';
import { AppError } from '../errors.ts';
import type { Finding } from '../policy/engine/types.ts';
import { ROLE_LABELS } from '../../dialogs/labels.ts';
import { actingAsLabel } from './acting-as.ts';
import type { KnownContext } from './context.ts';
import { MENU_BUTTON } from './menu.ts';
import { formReply, noticeReply, receiptReply } from './replies.ts';
import type { Reply } from './types.ts';

/**
 * Runs a dialog: opens its form, and stores what comes back once, after the rules. Values
 * travel in the card; nothing is kept between turns but what was stored.
 */

const MAX_VALUE_LENGTH = 4_000;

/** Opens the form of a dialog, filled in as far as a sentence or a button says. */
export async function openDialog(dialog: AnyDialog, context: KnownContext, start: { sentence?: string; values?: FormValues; notice?: string }): Promise<Reply> {
  const refused = refusal(dialog, context);
  if (refused) return refused;
  const dialogContext = contextOf(dialog, context);
  // An empty sentence gives what the dialog fills in by itself, such as today.
  const prefill = dialog.prefill ? await dialog.prefill(start.sentence ?? '', dialogContext) : { values: {} };
  return showForm(dialog, context, dialogContext, { ...prefill.values, ...start.values }, { notice: [start.notice, prefill.notice].filter(Boolean).join(' ') });
}

/** Handles a form that came back. Data is what the client sent: parsed, re-authorised and checked again. */
export async function submitDialog(dialog: AnyDialog, context: KnownContext, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  const refused = refusal(dialog, context);
  if (refused) return refused;
  const key = context.formKeys.open(data['formKey'], context.person.personId, dialog.id);
  if (!key) return outdatedForm(dialog, context);
  const claim = await context.ports.submissions.claim(key, dialog.id);
  if (!claim.claimed) return repeatReceipt(dialog, context, claim.receipt);

  const dialogContext = contextOf(dialog, context);
  const values = valuesOf(data);
  const again = async (shown: Shown): Promise<Reply> => {
    await context.ports.submissions.release(key);
    return showForm(dialog, context, dialogContext, values, { ...shown, formKey: String(data['formKey']) });
  };
  const parsed = dialog.input.safeParse(values);
  if (!parsed.success) return again({ errors: errorsByField(parsed.error) });
  const findings = await dialog.check(dialogContext, parsed.data);
  const confirmed = confirmedTokens(data);
  const open = findings.filter((finding) => finding.level === 'block' || (finding.level === 'confirm' && !confirmed.has(tokenOf(finding))));
  if (open.length > 0) return again({ findings });

  const confirmations = findings.filter((finding) => finding.level === 'confirm').map((finding) => finding.rule);
  const { next, ...stored } = await commit(dialog, dialogContext, parsed.data, confirmations);
  const receipt = receiptModel(stored, dialogContext, findings);
  await context.ports.submissions.keepReceipt(key, { ...keepable(dialog, receipt), ...(next ? { next } : {}) });
  return next ? openNext(next, context, receipt) : receiptReply(receipt);
}

/** The next step in the place of the receipt; it says what was stored, and what the rules remarked on it. */
async function openNext({ dialog: id, values }: NextForm, context: KnownContext, receipt: ReceiptModel): Promise<Reply> {
  const dialog = dialogById(id);
  if (!dialog) return receiptReply(receipt);
  const remarks = receipt.findings.filter(({ level }) => level === 'inform').map(({ text }) => text);
  return openDialog(dialog, context, { values, notice: [`✓ Opgeslagen: ${receipt.title.replace(/\.$/, '')}.`, ...remarks].join(' ') });
}

/** A record that changed between check and commit undoes the whole turn; the edge keeps the form. */
async function commit(dialog: AnyDialog, context: DialogContext, input: unknown, confirmations: readonly string[]): Promise<Receipt> {
  try {
    return await dialog.commit(context, input, confirmations);
  } catch (error) {
    if (!(error instanceof RecordChangedError)) throw error;
    throw new AppError({ code: 'record-changed', userText: error.dutch, logText: error.message, cause: error });
  }
}

/** The receipt as a second press may see it: without what was for this moment only. */
function keepable(dialog: AnyDialog, { highlight, copyable, ...receipt }: ReceiptModel): ReceiptModel {
  const facts = receipt.facts.filter(({ shownOnce }) => !shownOnce);
  const isKept = !dialog.highlightIsSecret;
  return { ...receipt, facts, ...(highlight && isKept ? { highlight } : {}), ...(copyable && isKept ? { copyable } : {}) };
}

interface Shown {
  readonly notice?: string | undefined;
  readonly errors?: ReadonlyMap<string, string>;
  readonly findings?: readonly Finding[];
  /** The key of the form that is shown again: nothing was stored under it. */
  readonly formKey?: string;
}

async function showForm(dialog: AnyDialog, context: KnownContext, dialogContext: DialogContext, values: FormValues, shown: Shown): Promise<Reply> {
  const view = await dialog.form(dialogContext, values);
  if (view.kind === 'notice') return noticeReply({ ...view, actingAs: view.actingAs ?? actingAsLabel(dialogContext.grants) });
  const formKey = shown.formKey ?? context.formKeys.issue(context.person.personId, dialog.id);
  return formReply(formModel(dialog, view, dialogContext, { ...view.defaults, ...values }, shown, formKey));
}

function formModel(dialog: AnyDialog, view: FormView, context: DialogContext, values: FormValues, shown: Shown, formKey: string): FormModel {
  const findings = shown.findings ?? [];
  const errors = new Map(shown.errors ?? []);
  const fields = view.fields.map((field): Field => {
    const error = errors.get(field.id) ?? field.error;
    errors.delete(field.id);
    return error === undefined ? field : { ...field, error };
  });
  const otherErrors = [...errors.values()].join(' ');
  return {
    title: view.title,
    actingAs: actingAsLabel(context.grants),
    ...(view.intro === undefined ? {} : { intro: view.intro }),
    ...(view.facts === undefined ? {} : { facts: view.facts }),
    ...(shown.notice || otherErrors ? { notice: [shown.notice, otherErrors].filter(Boolean).join(' ') } : {}),
    fields,
    values,
    findings,
    buttons: view.buttons?.map((button) => withKey(button, dialog, view, findings, formKey)) ?? [saveButton(dialog, view, findings, formKey), view.cancel ?? cancelButton, ...(view.moreButtons ?? [])],
  };
}

/** A step with several ways to store, one a button: each carries the key, so that together they store once. */
function withKey(button: Button, dialog: AnyDialog, view: FormView, findings: readonly Finding[], formKey: string): Button {
  if (button.verb !== `${dialog.id}.submit`) return button;
  const { data } = saveButton(dialog, view, findings, formKey);
  return { ...button, data: { ...data, ...button.data } };
}

function saveButton(dialog: AnyDialog, view: FormView, findings: readonly Finding[], formKey: string): VerbButton {
  const toConfirm = findings.some((finding) => finding.level === 'block') ? [] : findings.filter((finding) => finding.level === 'confirm');
  return {
    title: toConfirm.length > 0 ? 'Ja, toch opslaan' : view.submitTitle ?? 'Opslaan',
    verb: `${dialog.id}.submit`,
    style: 'positive',
    withInputs: true,
    data: { ...view.hidden, formKey, confirmed: toConfirm.map(tokenOf).join(',') },
  };
}

const cancelButton: Button = { title: 'Annuleren', verb: 'cancel' };

function refusal(dialog: AnyDialog, context: KnownContext): Reply | undefined {
  if (context.where !== 'personal') {
    return noticeReply({
      title: 'Dit doet u in de persoonlijke chat',
      paragraphs: [`Hier lezen anderen mee. Typ “${dialog.phrases[0] ?? dialog.title}” in onze persoonlijke chat.`],
      buttons: [],
    });
  }
  if (context.person.roles.some((grant) => dialog.roles.includes(grant.role))) return undefined;
  return noticeReply({
    title: 'Dit hoort niet bij uw rol',
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: [`${dialog.title} is voor: ${dialog.roles.map((role) => ROLE_LABELS[role].toLowerCase()).join(', ')}.`,
      'Klopt uw rol niet? Vraag de beleidsadviseur van de gemeente om een uitnodiging.'],
    buttons: [MENU_BUTTON],
  });
}

function contextOf(dialog: AnyDialog, context: KnownContext): DialogContext {
  const grants = context.person.roles.filter((grant) => dialog.roles.includes(grant.role));
  return { ports: context.ports, person: context.person, grants, today: context.today, policy: (code, day) => context.policy(code, day) };
}

function outdatedForm(dialog: AnyDialog, context: KnownContext): Reply {
  return noticeReply({
    title: 'Dit formulier kan niet worden opgeslagen',
    actingAs: actingAsLabel(context.person.roles),
    tone: 'warning',
    paragraphs: ['Het formulier is niet voor u en uw huidige rol gemaakt, of het is beschadigd. Er is niets opgeslagen. Open een nieuw formulier.'],
    buttons: [{ title: dialog.title, verb: `${dialog.id}.open` }, MENU_BUTTON],
  });
}

const storedReceipt = z.custom<ReceiptModel>((value) => typeof value === 'object' && value !== null && 'title' in value && 'facts' in value);

const storedNext = z.object({ next: z.object({ dialog: z.string(), values: z.record(z.string(), z.string()) }) });

/** A step of several leads to the next form again, as it is now. */
async function repeatReceipt(dialog: AnyDialog, context: KnownContext, receipt: unknown): Promise<Reply> {
  const stored = storedReceipt.safeParse(receipt);
  if (!stored.success) return outdatedForm(dialog, context);
  const followed = storedNext.safeParse(receipt);
  return followed.success ? openNext(followed.data.next, context, stored.data) : receiptReply(stored.data);
}

function receiptModel(receipt: Receipt, context: DialogContext, findings: readonly Finding[]): ReceiptModel {
  return { ...receipt, actingAs: actingAsLabel(context.grants), findings: findings.filter((finding) => finding.level !== 'block') };
}

/** The first message a field, by the first element of its path. */
function errorsByField(error: z.ZodError): Map<string, string> {
  const errors = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!errors.has(field)) errors.set(field, issue.message);
  }
  return errors;
}

/** Strings, numbers and booleans of the card's data; anything else did not come from our form. */
export function valuesOf(data: Readonly<Record<string, unknown>>): FormValues {
  const values: Record<string, string> = {};
  for (const [id, value] of Object.entries(data)) {
    if (id === 'formKey' || id === 'confirmed' || id === 'verb' || id === '__proto__') continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[id] = String(value).trim().slice(0, MAX_VALUE_LENGTH);
  }
  return values;
}

/**
 * What was confirmed is the sentence that the person read, not only the rule: "32 days
 * back" does not confirm "320 days back".
 */
function tokenOf(finding: Finding): string {
  return `${finding.rule}.${createHash('sha256').update(finding.text).digest('hex').slice(0, 8)}`;
}

function confirmedTokens(data: Readonly<Record<string, unknown>>): Set<string> {
  const confirmed = data['confirmed'];
  return new Set(typeof confirmed === 'string' ? confirmed.split(',').slice(0, 50) : []);
}
