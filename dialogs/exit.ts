import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import { addMonths } from '../src/policy/engine/days.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { EXIT_AT_MOST_MONTHS_AHEAD } from '../src/policy/national/backdating.ts';
import { checkExit } from '../src/policy/national/exit.ts';
import { EXIT_REASONS } from '../src/policy/national/reasons.ts';
import { CORRECT, MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { chosenCode, chosenId, codesOf, isoDay, isUuid, note, NOTE_MAX, optionsOf, present, required } from './fields.ts';
import { recordChanged } from './findings.ts';
import { exitReasonLabel, placementLabel } from './labels.ts';
import type { Placement } from './ports.ts';
import { readLastDay, toPrefill } from './sentence.ts';

/** What an exit and its correction have in common. */
export const exitShape = {
  lastDay: required(isoDay('Vul de laatste dag in.')),
  reason: required(chosenCode(codesOf(EXIT_REASONS), 'Kies de reden.')),
  note: note(),
};
const input = z.object({ placement: required(chosenId('Kies het kind.')), ...exitShape });
type Exit = z.infer<typeof input>;

export const exitFields = (): Field[] => [
  { kind: 'date', id: 'lastDay', label: 'Laatste dag', required: true, hint: 'De laatste dag waarop het kind er is.' },
  { kind: 'choice', id: 'reason', label: 'Reden', required: true, placeholder: 'Kies een reden', options: optionsOf(EXIT_REASONS) },
  { kind: 'text', id: 'note', label: 'Toelichting', maxLength: NOTE_MAX, multiline: true, hint: 'Nodig bij “anders”. Zonder namen.' },
];

async function prefill(sentence: string, { ports, today }: DialogContext): Promise<Prefill> {
  const reading = readLastDay(sentence, today, addMonths(today, EXIT_AT_MOST_MONTHS_AHEAD), { reasons: EXIT_REASONS });
  const { childCode } = reading;
  const own = (await ports.placements.withoutExit()).filter(({ child }) => child.code === childCode);
  const [only] = own;
  const values: FormValues = {
    ...present('placement', own.length === 1 ? only?.versionId : undefined),
    ...present('lastDay', reading.dayValue),
    ...present('reason', reading.reason),
  };
  const isStranger = childCode !== undefined && own.length === 0;
  return toPrefill(values, [...(isStranger ? [`${childCode} staat niet bij de kinderen van uw locatie zonder uitstroom.`] : []), ...reading.remarks]);
}

async function form({ ports }: DialogContext): Promise<View> {
  const placements = await ports.placements.withoutExit();
  const [first] = placements;
  if (!first) return nobodyToLeave();
  return {
    kind: 'form',
    title: 'Uitstroom melden',
    fields: [
      { kind: 'choice', id: 'placement', label: 'Kind', required: true, placeholder: 'Kies een kind', options: placements.map((one) => ({ value: one.versionId, label: placementLabel(one) })) },
      ...exitFields(),
    ],
    ...(placements.length === 1 ? { defaults: { placement: first.versionId } } : {}),
  };
}

function nobodyToLeave(): View {
  return {
    kind: 'notice',
    title: 'Geen kinderen om uit te schrijven',
    paragraphs: ['Bij uw locatie staat geen kind zonder uitstroom. Is er iets verkeerd vastgelegd, kies dan Corrigeren.'],
    buttons: [open('intake', 'Instroom melden'), CORRECT, MENU],
  };
}

/** A current placement at an own location that has no exit yet. */
async function openPlacement({ ports }: DialogContext, versionId: string): Promise<Placement | undefined> {
  const placement = isUuid(versionId) ? await ports.placements.byVersion(versionId) : undefined;
  return placement?.end === undefined ? placement : undefined;
}

async function check(context: DialogContext, answers: Exit): Promise<readonly Finding[]> {
  const placement = await openPlacement(context, answers.placement);
  if (!placement) return [recordChanged()];
  return checkExit(exitFacts(placement, answers), context.today);
}

/** Also for the correction of an exit, which has the same rules. */
export function exitFacts({ child, start }: Placement, { lastDay, reason, note: text }: Pick<Exit, 'lastDay' | 'reason' | 'note'>) {
  return { birthDate: child.birthDate, start, lastDay, reason, ...present('note', text) };
}

async function commit(context: DialogContext, answers: Exit, confirmations: readonly string[]): Promise<Receipt> {
  const { placement: versionId, lastDay, reason, note: text } = answers;
  const placement = await openPlacement(context, versionId);
  const isStored = placement && (await context.ports.placements.end({ versionId, lastDay, reason, confirmations, ...present('note', text) }));
  if (!isStored) throw new RecordChangedError('placement');
  return {
    title: 'Uitstroom vastgelegd',
    facts: exitReceiptFacts(placement, answers),
    buttons: [open('exit', 'Nog een uitstroom'), CORRECT, MENU],
  };
}

export function exitReceiptFacts(placement: Placement, { lastDay, reason, note: text }: Pick<Exit, 'lastDay' | 'reason' | 'note'>) {
  return [
    { label: 'Kind', value: placement.child.code },
    { label: 'Laatste dag', value: dutchDay(lastDay) },
    { label: 'Reden', value: exitReasonLabel(reason) },
    ...(text === undefined ? [] : [{ label: 'Toelichting', value: text }]),
    { label: 'Groep', value: placement.group.name },
    { label: 'Start', value: dutchDay(placement.start) },
  ];
}

export const exitDialog = defineDialog<Exit>({
  id: 'exit',
  title: 'Uitstroom melden',
  phrases: ['uitstroom', 'exit', 'afmelden', 'uitschrijven'],
  roles: ['childcare'],
  prefill,
  form,
  input,
  check,
  commit,
});
