import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { checkGuidance } from '../src/policy/national/guidance.ts';
import { GUIDANCE_KINDS, NON_REACH_REASONS, type NonReachReason } from '../src/policy/national/reasons.ts';
import { CORRECT, MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { childCode, chosenCode, CODE_MAX, codesOf, isoDay, note, NOTE_MAX, optional, optionsOf, present, required } from './fields.ts';
import { childOrFinding, ownChild } from './health-scope.ts';
import { indicationOn } from './indications.ts';
import { guidanceKindLabel, nonReachLabels } from './labels.ts';
import type { Child } from './ports.ts';
import { dayFor, readForForm, toPrefill } from './sentence.ts';

const REASON_CODES = new Set<string>(codesOf(NON_REACH_REASONS));
const reasons = z.string({ error: 'Kies de redenen uit de lijst.' })
  .transform((text) => [...new Set(text.split(',').map((one) => one.trim()).filter(Boolean))])
  .refine((codes) => codes.every((code) => REASON_CODES.has(code)), 'Kies opnieuw uit de lijst.')
  .transform((codes) => codes as NonReachReason[]);

/** What an outcome and its correction have in common. */
export const guidanceShape = {
  onDate: required(isoDay('Vul de datum in.')),
  kind: required(chosenCode(codesOf(GUIDANCE_KINDS), 'Kies wat er is gebeurd.')),
  reasons: optional(reasons),
  note: note(),
};

/** An offer has no reason why not; leaving one out silently would lose what was typed. */
export function refuseReasonOfOffer({ kind, reasons: given }: { kind: string; reasons?: readonly string[] | undefined }, context: z.RefinementCtx): void {
  if (kind !== 'offer' || (given ?? []).length === 0) return;
  context.addIssue({ code: 'custom', path: ['reasons'], message: 'Bij een aanbod hoort geen reden van niet-deelnemen. Haal de keuze weg, of kies een andere uitkomst.' });
}

const input = z.object({ code: required(childCode()), ...guidanceShape }).superRefine(refuseReasonOfOffer);
type Guidance = z.infer<typeof input>;
export type GuidanceAnswers = Omit<Guidance, 'code'>;

export const guidanceFields = (): Field[] => [
  { kind: 'date', id: 'onDate', label: 'Datum', required: true },
  { kind: 'choice', id: 'kind', label: 'Wat is er gebeurd?', required: true, options: optionsOf(GUIDANCE_KINDS) },
  { kind: 'choice', id: 'reasons', label: 'Redenen', multiple: true, hint: 'Nodig als het kind niet deelneemt. U kunt er meer kiezen.', options: optionsOf(NON_REACH_REASONS) },
  { kind: 'text', id: 'note', label: 'Toelichting', maxLength: NOTE_MAX, multiline: true, hint: 'Nodig bij “anders”. Zonder namen of medische gegevens.' },
];

/** The phrase is part of the sentence: "weigering" says what happened. */
async function prefill(sentence: string, { today }: DialogContext): Promise<Prefill> {
  const [, phrase = '', rest = ''] = PHRASE_WITH_REST.exec(sentence) ?? [];
  const reading = readForForm(rest, today, { called: 'datum', latest: today }, { reasons: NON_REACH_REASONS });
  const kind = KIND_OF_PHRASE.get(phrase.toLowerCase().replace(/\s+/g, ' ')) ?? (reading.reason === undefined ? undefined : 'non_reach');
  const values: FormValues = {
    ...present('code', reading.childCode),
    ...present('kind', kind),
    ...present('reasons', kind === 'offer' ? undefined : reading.reason),
    ...dayFor('onDate', reading),
  };
  return toPrefill(values, reading.remarks);
}

const KIND_OF_PHRASE: ReadonlyMap<string, string> = new Map([
  ['aanbod', 'offer'], ['weigering', 'refusal'], ['non-bereik', 'non_reach'], ['niet bereikt', 'non_reach'],
]);
const PHRASE_WITH_REST = /^\s*(toeleiding|aanbod|non-bereik|niet\s+bereikt|weigering)(?=\s|$)\s*(.*)$/isu;

async function form({ today }: DialogContext): Promise<View> {
  return {
    kind: 'form',
    title: 'Toeleiding vastleggen',
    fields: [{ kind: 'text', id: 'code', label: 'Code van het kind', required: true, maxLength: CODE_MAX }, ...guidanceFields()],
    defaults: { onDate: today },
  };
}

async function check(context: DialogContext, answers: Guidance): Promise<readonly Finding[]> {
  const found = await childOrFinding(context, answers.code);
  return 'finding' in found ? [found.finding] : guidanceFindings(context, found.child, answers);
}

/** Also for the correction of an outcome, which has the same rules. */
export async function guidanceFindings(context: DialogContext, child: Child, answers: GuidanceAnswers): Promise<Finding[]> {
  const { onDate: day, kind, reasons: given = [], note: text } = answers;
  const indication = indicationOn(await context.ports.indications.of(child.childId), day);
  // The rule looks at one reason; "other" is the one that asks for more.
  const reason = given.find((code) => code === 'other') ?? given[0];
  return checkGuidance({ day, kind, ...present('indicationIssuedOn', indication?.issuedOn), ...present('reason', reason), ...present('note', text) }, context.today);
}

async function commit(context: DialogContext, answers: Guidance, confirmations: readonly string[]): Promise<Receipt> {
  const child = await ownChild(context, answers.code);
  if (!child) throw new RecordChangedError('child');
  await context.ports.guidance.record({ childId: child.childId, ...outcomeOf(answers), confirmations });
  return {
    title: 'Toeleiding vastgelegd',
    facts: guidanceReceiptFacts(child, answers),
    buttons: [open('guidance', 'Nog een toeleiding'), CORRECT, MENU],
  };
}

export const outcomeOf = ({ onDate, kind, reasons: given = [], note: text }: GuidanceAnswers) => ({ onDate, kind, reasons: given, ...present('note', text) });

export function guidanceReceiptFacts(child: Child, { onDate, kind, reasons: given = [], note: text }: GuidanceAnswers) {
  return [
    { label: 'Kind', value: child.code },
    { label: 'Datum', value: dutchDay(onDate) },
    { label: 'Uitkomst', value: guidanceKindLabel(kind) },
    ...(given.length === 0 ? [] : [{ label: 'Redenen', value: nonReachLabels(given) }]),
    ...(text === undefined ? [] : [{ label: 'Toelichting', value: text }]),
  ];
}

export const guidanceDialog = defineDialog<Guidance>({
  id: 'guidance',
  title: 'Toeleiding vastleggen',
  phrases: ['toeleiding', 'aanbod', 'non-bereik', 'niet bereikt', 'weigering'],
  roles: ['health'],
  readsPhrase: true,
  prefill,
  form,
  input,
  check,
  commit,
});
