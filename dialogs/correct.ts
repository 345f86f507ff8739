import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { inOrder } from '../src/policy/engine/findings.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { checkCorrection } from '../src/policy/national/correction.ts';
import { MENU, open } from './buttons.ts';
import { chooseRecord, recordGone } from './choose-record.ts';
import type { AnyCorrection } from './corrections/correction.ts';
import { exitCorrection } from './corrections/exit.ts';
import { guidanceCorrection } from './corrections/guidance.ts';
import { indicationCorrection } from './corrections/indication.ts';
import { placementCorrection } from './corrections/placement.ts';
import { targetCorrection } from './corrections/target.ts';
import { vePlacesCorrection } from './corrections/ve-places.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { freeText, NOTE_MAX, required } from './fields.ts';
import { recordChanged } from './findings.ts';
import { RECORD_LABELS, recordLabel } from './labels.ts';
import type { RecordKind } from './ports.ts';
import { ownRecord, parseRecordRef, recordRef, type RecordRef } from './record-ref.ts';
import { readForForm, toPrefill } from './sentence.ts';

/** A join says only that two codes are one child: it can be withdrawn, there is nothing else to correct. */
const CORRECTIONS: Readonly<Record<RecordKind, AnyCorrection | undefined>> = {
  indication: indicationCorrection,
  guidance: guidanceCorrection,
  placement: placementCorrection,
  exit: exitCorrection,
  join: undefined,
  ve_places: vePlacesCorrection,
  target: targetCorrection,
};

interface CorrectionInput { readonly ref: RecordRef; readonly correction: AnyCorrection; readonly answers: unknown; readonly why: string }

const whyShape = z.object({ why: required(freeText('Schrijf kort waarom u dit corrigeert.')) });

/** The record decides which fields there are. */
const input: z.ZodType<CorrectionInput> = z.record(z.string(), z.unknown()).transform((values, context) => {
  const ref = parseRecordRef(values['record']);
  const correction = ref && CORRECTIONS[ref.kind];
  if (!ref || !correction) {
    context.issues.push({ code: 'custom', path: ['record'], message: 'Kies eerst wat u wilt corrigeren.', input: values });
    return z.NEVER;
  }
  const answers = correction.answers.safeParse(values);
  const reason = whyShape.safeParse(values);
  for (const { path, message } of [...(answers.error?.issues ?? []), ...(reason.error?.issues ?? [])]) {
    context.issues.push({ code: 'custom', path: [...path], message, input: values });
  }
  return answers.success && reason.success ? { ref, correction, answers: answers.data, why: reason.data.why } : z.NEVER;
});

async function prefill(sentence: string, context: DialogContext): Promise<Prefill> {
  const { childCode, doubtfulCode } = readForForm(sentence, context.today, { called: 'datum', latest: context.today });
  const doubt = doubtfulCode === undefined ? [] : [`‘${doubtfulCode}’ is geen geldige code van een kind. Hieronder staat wat het laatst is vastgelegd.`];
  if (childCode === undefined) return toPrefill(aboutOf(sentence, context), doubt);
  return toPrefill({ childCode }, []);
}

/** An official names a location or a measure instead of a child. */
function aboutOf(sentence: string, { grants }: DialogContext): FormValues {
  const isOfficial = grants.some(({ role }) => role === 'official');
  return isOfficial && sentence !== '' ? { about: sentence.slice(0, 100) } : {};
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  if (!values['record']) return chooseRecord(context, values);
  const ref = parseRecordRef(values['record']);
  const record = ref && (await ownRecord(context.ports.records, ref));
  if (!record) return recordGone();
  const shown = await CORRECTIONS[record.kind]?.form(context, record.versionId);
  if (!shown) return record.kind === 'join' ? onlyWithdraw(record) : recordGone();
  return {
    kind: 'form',
    title: `${RECORD_LABELS[record.kind]} corrigeren`,
    intro: `U corrigeert: ${recordLabel(record)}.`,
    fields: [...shown.fields, whyField('Waarom corrigeert u dit?')],
    hidden: { record: recordRef(record) },
    defaults: shown.values,
    submitTitle: 'Correctie opslaan',
  };
}

export const whyField = (label: string): Field => ({ kind: 'text', id: 'why', label, required: true, maxLength: NOTE_MAX, multiline: true, hint: 'Zonder namen.' });

function onlyWithdraw(record: RecordRef): View {
  return {
    kind: 'notice',
    title: 'Een samenvoeging kunt u intrekken',
    paragraphs: ['Aan een samenvoeging is niets te wijzigen. Hoort zij er niet te zijn, trek haar dan in: de twee codes tellen dan weer als twee kinderen.'],
    buttons: [open('withdraw', 'Intrekken', { record: recordRef(record) }), MENU],
  };
}

async function check(context: DialogContext, { ref, correction, answers, why }: CorrectionInput): Promise<readonly Finding[]> {
  if (!(await ownRecord(context.ports.records, ref))) return [recordChanged()];
  return inOrder([...checkCorrection({ reason: why }), ...(await correction.check(context, ref.versionId, answers))]);
}

async function commit(context: DialogContext, { ref, correction, answers, why }: CorrectionInput, confirmations: readonly string[]): Promise<Receipt> {
  const facts = await correction.commit(context, ref.versionId, answers, why, confirmations);
  if (!facts) throw new RecordChangedError(ref.kind);
  return {
    title: `${RECORD_LABELS[ref.kind]} gecorrigeerd`,
    facts: [...facts, { label: 'Waarom', value: why }],
    buttons: [open('correct', 'Nog iets corrigeren'), MENU],
  };
}

export const correctDialog = defineDialog<CorrectionInput>({
  id: 'correct',
  title: 'Corrigeren of intrekken',
  phrases: ['corrigeer', 'corrigeren', 'correctie', 'wijzig', 'wijzigen', 'herstel', 'intrekken', 'trek in'],
  roles: ['childcare', 'health', 'official'],
  prefill,
  form,
  input,
  check,
  commit,
});
