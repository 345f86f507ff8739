import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { dutchDay, dutchNumber } from '../src/policy/engine/dutch.ts';
import { addMonths } from '../src/policy/engine/days.ts';
import { inOrder } from '../src/policy/engine/findings.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { START_AT_MOST_MONTHS_AHEAD } from '../src/policy/national/backdating.ts';
import { checkIntake } from '../src/policy/national/intake.ts';
import { CORRECT, MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { childCode, chosenId, CODE_MAX, isoDay, optional, OWN_REFERENCE_MAX, ownReference, present } from './fields.ts';
import { doubtsAbout, subjectOf, type Subject } from './intake-child.ts';
import { childLabel } from './labels.ts';
import { groupNotOpen, groupNotYours, intakeFacts, ownGroup, placementFields, placementReceiptFacts, placementShape, type PlacedChild } from './placement-form.ts';
import type { Child, Group } from './ports.ts';
import { dayFor, readForForm, toPrefill } from './sentence.ts';

const input = z.object({
  child: optional(chosenId('Kies een kind.')),
  code: optional(childCode()),
  birthDate: optional(isoDay('Vul de geboortedatum in.')),
  municipality: optional(chosenId('Kies de woongemeente.')),
  neighbourhood: optional(chosenId('Kies de wijk of kern.')),
  ownReference: optional(ownReference()),
  ...placementShape,
}).superRefine(({ child, code, birthDate }, context) => {
  const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (child !== undefined && code !== undefined && child !== code) complain('code', 'Kies een kind uit de lijst of vul een code in, niet allebei.');
  if (child !== undefined || birthDate !== undefined) return;
  complain('birthDate', code === undefined ? 'Vul de geboortedatum in, of kies een kind uit de lijst als die er staat.' : 'Vul bij de code ook de geboortedatum in.');
});
type Intake = z.infer<typeof input>;

async function prefill(sentence: string, { ports, today }: DialogContext): Promise<Prefill> {
  const reading = readForForm(sentence, today, { called: 'startdatum', latest: addMonths(today, START_AT_MOST_MONTHS_AHEAD) });
  const isListed = (await ports.placements.childrenWithoutPlacement()).some(({ code }) => code === reading.childCode);
  const values: FormValues = {
    ...present(isListed ? 'child' : 'code', reading.childCode),
    ...dayFor('start', reading),
    ...present('hours', reading.hoursPerWeek === undefined ? undefined : dutchNumber(reading.hoursPerWeek)),
    ...present('days', reading.daysPerWeek === undefined ? undefined : String(reading.daysPerWeek)),
  };
  return toPrefill(values, reading.remarks);
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const groups = await context.ports.placements.groups();
  const [group] = groups;
  if (!group) return noGroups();
  const municipality = await residence(context, values, group);
  const children = await context.ports.placements.childrenWithoutPlacement();
  return {
    kind: 'form',
    title: 'Instroom melden',
    intro: intro(children.length > 0),
    fields: [...(await childFields(context, children, municipality)), ...placementFields(groups), ownReferenceField],
    defaults: { municipality, start: context.today, ...(groups.length === 1 ? { group: group.groupId } : {}) },
  };
}

const ownReferenceField: Field = {
  kind: 'text', id: 'ownReference', label: 'Eigen kenmerk', maxLength: OWN_REFERENCE_MAX, hint: 'Mag leeg blijven. Alleen uw organisatie ziet het. Geen naam: bijvoorbeeld een klantnummer.',
};

function intro(hasList: boolean): string {
  const byCode = 'ul de code van het consultatiebureau en de geboortedatum in. Heeft het kind geen code, vul dan alleen de geboortedatum in: het kind krijgt een nieuwe code.';
  return hasList ? `Kies een kind uit de lijst. Staat het er niet bij, v${byCode}` : `V${byCode}`;
}

function noGroups(): View {
  return {
    kind: 'notice',
    title: 'U hebt nog geen groepen',
    tone: 'warning',
    paragraphs: ['Voor uw locatie zijn geen groepen vastgelegd. Vraag de gemeente om ze toe te voegen; daarna kunt u instroom melden.'],
    buttons: [MENU],
  };
}

/** Where the child lives according to the form so far; the location's own municipality otherwise. */
async function residence({ ports }: DialogContext, values: FormValues, group: Group): Promise<string> {
  const known = await ports.children.municipalities();
  return known.find(({ code }) => code === values.municipality)?.code ?? group.municipalityCode;
}

async function childFields({ ports }: DialogContext, children: readonly Child[], municipality: string): Promise<Field[]> {
  const municipalities = await ports.children.municipalities();
  const neighbourhoods = await ports.children.neighbourhoods(municipality);
  const choice: Field = { kind: 'choice', id: 'child', label: 'Kind', hint: 'Kinderen van uw locatie zonder plaatsing.', placeholder: 'Kies een kind', options: children.map((child) => ({ value: child.code, label: childLabel(child) })) };
  const neighbourhood: Field = { kind: 'choice', id: 'neighbourhood', label: 'Wijk of kern', placeholder: 'Niet bekend', options: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })) };
  return [
    ...(children.length > 0 ? [choice] : []),
    { kind: 'text', id: 'code', label: 'Code van het kind (van het consultatiebureau)', maxLength: CODE_MAX },
    { kind: 'date', id: 'birthDate', label: 'Geboortedatum', ...(children.length > 0 ? { hint: 'Niet nodig als u het kind uit de lijst kiest.' } : {}) },
    { kind: 'choice', id: 'municipality', label: 'Woongemeente', hint: 'Alleen voor een kind zonder code.', options: municipalities.map(({ code, name }) => ({ value: code, label: name })) },
    ...(neighbourhoods.length > 0 ? [neighbourhood] : []),
  ];
}

async function check(context: DialogContext, answers: Intake): Promise<readonly Finding[]> {
  const group = await ownGroup(context, answers.group);
  if (!group) return [groupNotYours()];
  const subject = await subjectOf(context, answers, group);
  if (subject.kind === 'refused') return [subject.finding];
  const vePlace = answers.place === 've';
  const facts = await intakeFacts(context, placedChild(subject), group, answers);
  const policy = context.policy(municipalityOf(subject), answers.start);
  const doubts = await doubtsAbout(context, subject, answers.start, vePlace);
  return inOrder([groupNotOpen(group, answers.start), ...doubts, ...checkIntake(facts, policy, context.today)]);
}

type Accepted = Exclude<Subject, { kind: 'refused' }>;
const placedChild = (subject: Accepted): PlacedChild => (subject.kind === 'known' ? subject.child : { birthDate: subject.birthDate });
const municipalityOf = (subject: Accepted): string => (subject.kind === 'known' ? subject.child.municipalityCode : subject.municipalityCode);

async function commit(context: DialogContext, answers: Intake, confirmations: readonly string[]): Promise<Receipt> {
  const group = await ownGroup(context, answers.group);
  if (!group) throw new RecordChangedError('group');
  const { child, isNew } = await childToPlace(context, answers, group);
  await keepOwnReference(context, child, group, answers.ownReference);
  const { place, start, hours, days } = answers;
  await context.ports.placements.record({
    childId: child.childId, groupId: group.groupId, locationId: group.locationId,
    vePlace: place === 've', hoursPerWeek: hours, daysPerWeek: days, start, confirmations,
  });
  return receipt(child, group, answers, isNew);
}

async function keepOwnReference(context: DialogContext, child: Child, group: Group, reference: string | undefined): Promise<void> {
  const organisationId = context.grants.find(({ locationId }) => locationId === group.locationId)?.organisationId;
  if (reference !== undefined && organisationId !== undefined) await context.ports.children.setOwnReference(child.childId, organisationId, reference);
}

/** `check` linked a child with a code already; only a new one is made here. */
async function childToPlace(context: DialogContext, answers: Intake, group: Group): Promise<{ child: Child; isNew: boolean }> {
  const { children } = context.ports;
  const code = answers.child ?? answers.code;
  if (code !== undefined) {
    const child = await children.byCode(code);
    if (!child) throw new RecordChangedError('child');
    return { child, isNew: false };
  }
  const subject = await subjectOf(context, answers, group);
  if (subject.kind !== 'new') throw new RecordChangedError('residence');
  const { birthDate, municipalityCode, neighbourhoodId } = subject;
  const child = await children.register({ birthDate, municipalityCode, locationId: group.locationId, ...present('neighbourhoodId', neighbourhoodId) });
  return { child, isNew: true };
}

function receipt(child: Child, group: Group, answers: Intake, isNew: boolean): Receipt {
  return {
    title: 'Instroom vastgelegd',
    facts: [
      { label: 'Kind', value: child.code },
      { label: 'Geboren', value: dutchDay(child.birthDate) },
      ...(answers.ownReference === undefined ? [] : [{ label: 'Eigen kenmerk', value: answers.ownReference }]),
      ...placementReceiptFacts(group, answers, dutchDay(answers.start)),
    ],
    ...(isNew ? { highlight: { label: 'Nieuwe code van het kind', value: child.code } } : {}),
    buttons: [open('intake', 'Nog een instroom'), CORRECT, MENU],
  };
}

export const intakeDialog = defineDialog<Intake>({
  id: 'intake',
  title: 'Instroom melden',
  phrases: ['instroom', 'intake', 'aanmelden', 'plaatsing'],
  roles: ['childcare'],
  prefill,
  form,
  input,
  check,
  commit,
});
