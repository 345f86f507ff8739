import { z } from 'zod/v4';
import type { FormValues } from '../cards/models.ts';
import { inOrder } from '../src/policy/engine/findings.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { checkCorrection } from '../src/policy/national/correction.ts';
import { MENU, open } from './buttons.ts';
import { chooseRecord, recordGone } from './choose-record.ts';
import { whyField } from './correct.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from './dialog.ts';
import { freeText, required } from './fields.ts';
import { recordChanged } from './findings.ts';
import { RECORD_LABELS, recordLabel } from './labels.ts';
import { overlapOf } from './overlap.ts';
import type { RecordKind } from './ports.ts';
import { ownRecord, parseRecordRef, recordRef } from './record-ref.ts';

const input = z.object({
  record: z.string({ error: 'Kies eerst wat u wilt intrekken.' }),
  why: required(freeText('Schrijf kort waarom u dit intrekt.')),
});
type Withdrawal = z.infer<typeof input>;

/** What it means for the figures, in words. */
const CONSEQUENCES: Readonly<Record<RecordKind, string>> = {
  indication: 'Het kind telt dan niet meer mee als doelgroeppeuter door deze indicatie.',
  guidance: 'Deze uitkomst telt dan niet meer mee.',
  placement: 'De plaatsing telt dan niet meer mee, alsof zij er niet was. Is het kind vertrokken, meld dan uitstroom.',
  exit: 'De plaatsing loopt dan weer door.',
  join: 'De twee codes tellen dan weer als twee kinderen.',
  ve_places: 'De locatie heeft in die tijd dan geen VE-plaatsen die meetellen. Gold er een ander aantal, kies dan Corrigeren.',
  target: 'Bij cijfers over die tijd staat dan geen doel meer dat hier is vastgelegd.',
};

async function form(context: DialogContext, values: FormValues): Promise<View> {
  if (!values['record']) return chooseRecord(context, values);
  const ref = parseRecordRef(values['record']);
  const record = ref && (await ownRecord(context.ports.records, ref));
  if (!record) return recordGone();
  return {
    kind: 'form',
    title: `${RECORD_LABELS[record.kind]} intrekken`,
    intro: `U trekt in: ${recordLabel(record)}. ${CONSEQUENCES[record.kind]}`,
    fields: [whyField('Waarom trekt u dit in?')],
    hidden: { record: recordRef(record) },
    submitTitle: 'Intrekken',
  };
}

async function check(context: DialogContext, { record, why }: Withdrawal): Promise<readonly Finding[]> {
  const ref = parseRecordRef(record);
  if (!ref || !(await ownRecord(context.ports.records, ref))) return [recordChanged()];
  const reopened = ref.kind === 'exit' ? await context.ports.placements.byVersion(ref.versionId) : undefined;
  return inOrder([...checkCorrection({ reason: why }), reopened && (await overlapOf(context, reopened))]);
}

async function commit({ ports: { records } }: DialogContext, { record, why }: Withdrawal): Promise<Receipt> {
  const ref = parseRecordRef(record);
  const shown = ref && (await ownRecord(records, ref));
  if (!shown || !(await records.withdraw(shown.kind, shown.versionId, why))) throw new RecordChangedError('withdrawal');
  return {
    title: `${RECORD_LABELS[shown.kind]} ingetrokken`,
    facts: [{ label: 'Ingetrokken', value: recordLabel(shown) }, { label: 'Gevolg', value: CONSEQUENCES[shown.kind] }, { label: 'Waarom', value: why }],
    buttons: [open('correct', 'Nog iets corrigeren'), MENU],
  };
}

/** Opened from the list of `correct`; with the same title, so that a menu shows the two as one. */
export const withdrawDialog = defineDialog<Withdrawal>({
  id: 'withdraw',
  title: 'Corrigeren of intrekken',
  phrases: [],
  roles: ['childcare', 'health', 'official'],
  form,
  input,
  check,
  commit,
});
