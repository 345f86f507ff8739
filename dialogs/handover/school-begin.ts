import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { ageInMonths } from '../../src/policy/engine/days.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from '../dialog.ts';
import { childCode, chosenId, CODE_MAX, isoDay, optional, present, required } from '../fields.ts';
import { birthDateUnlikely, birthDateWrong, codeDoesNotFit, notYours, tooManyTries } from '../findings.ts';
import { dayFor, readForForm, toPrefill } from '../sentence.ts';
import { complainAboutWay, consentFields, consentShape, consentStep, FIRST_ANSWERS } from './consent-fields.ts';
import { handoverKnown } from './findings.ts';
import { headFacts } from './overview.ts';
import { stepTitle } from './progress.ts';
import { handoverDialog } from './start.ts';
import { openHandover } from './state.ts';

/** The first card of a school that does not wait for childcare. */
const input = z.object({
  school: required(chosenId('Kies de school.')),
  code: optional(childCode()),
  birthDate: required(isoDay('Vul de geboortedatum in.')),
  municipality: optional(chosenId('Kies de woongemeente.')),
  ...consentShape,
}).superRefine(complainAboutWay);
type Begin = z.infer<typeof input>;

async function prefill(sentence: string, context: DialogContext): Promise<Prefill> {
  const reading = readForForm(sentence, context.today, { called: 'geboortedatum', latest: context.today });
  return toPrefill({ ...present('code', reading.childCode), ...dayFor('birthDate', reading) }, reading.remarks);
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  if (!context.grants.some(({ role }) => role === 'school')) return handoverDialog.form(context, present('code', values['code']));
  const schools = context.grants.flatMap(({ schoolId, schoolName }) => (schoolId === undefined ? [] : [{ value: schoolId, label: schoolName ?? schoolId }]));
  const municipalities = await context.ports.children.municipalities();
  const [only] = schools;
  const schoolField: Field = { kind: 'choice', id: 'school', label: 'School', required: true, options: schools };
  return {
    kind: 'form',
    title: stepTitle('handover-begin', values['consent'] !== 'consent_refused'),
    intro: 'Voor een kind waarvan u nog niets hebt gekregen. Vul de code en de geboortedatum in. Heeft het kind geen code, vul dan alleen de geboortedatum in: het krijgt een nieuwe code.',
    fields: [
      ...(schools.length > 1 ? [schoolField] : []),
      { kind: 'text', id: 'code', label: 'Code van het kind (van de ouders)', maxLength: CODE_MAX },
      { kind: 'date', id: 'birthDate', label: 'Geboortedatum', required: true },
      { kind: 'choice', id: 'municipality', label: 'Woongemeente', hint: 'Alleen voor een kind zonder code.', options: municipalities.map(({ code, name }) => ({ value: code, label: name })) },
      ...consentFields(FIRST_ANSWERS),
    ],
    hidden: schools.length === 1 && only ? { school: only.value } : {},
    defaults: { consentOn: context.today, ...present('municipality', context.grants.find(({ role }) => role === 'school')?.municipalityCode) },
    submitTitle: 'Opslaan en verder',
  };
}

async function check(context: DialogContext, answers: Begin): Promise<readonly Finding[]> {
  const { birthDate, code, consentOn, municipality } = answers;
  if (!context.grants.some(({ schoolId }) => schoolId === answers.school)) return [notYours('Dit is niet uw school. Kies een school uit de lijst.')];
  if (birthDate > context.today) return [birthDateWrong('De geboortedatum ligt in de toekomst. Controleer de geboortedatum.')];
  const early = consentOn > context.today ? notYours('De dag van de toestemming ligt in de toekomst. Leg vast wat al gebeurd is.') : undefined;
  if (code !== undefined) return inOrder([early, await codeFinding(context, answers, code)]);
  const isKnown = (await context.ports.children.municipalities()).some((one) => one.code === municipality);
  return inOrder([
    early,
    isKnown ? undefined : notYours('Kies de woongemeente van het kind uit de lijst.'),
    // A school sees no other children, so it cannot be told that one looks like this; the age is what is left to ask about.
    oddAge(birthDate, context.today) ? birthDateUnlikely('Met deze geboortedatum is het kind nu niet tussen 3 en 6 jaar. Klopt de datum?') : undefined,
  ]);
}

const oddAge = (birthDate: string, today: string): boolean => ageInMonths(birthDate, today) < 36 || ageInMonths(birthDate, today) >= 72;

/** A wrong try is kept and counted, also when the form comes back: that is what stops guessing. */
async function codeFinding({ ports }: DialogContext, { school, birthDate }: Begin, code: string): Promise<Finding | undefined> {
  const { outcome } = await ports.handovers.startBySchool({ code, birthDate, schoolId: school, store: false });
  switch (outcome) {
    case 'started': return undefined;
    case 'known': return handoverKnown('Van dit kind hebt u al een overdracht. Typ “overdrachten” met de code om haar te openen.');
    case 'elsewhere': return handoverKnown('De overdracht van dit kind is al begonnen, maar is nog niet aan uw school verstuurd. Vraag de ouders of de kinderopvang wie haar voorbereidt.');
    case 'unknown': return codeDoesNotFit();
    case 'too_many': return tooManyTries();
    case 'forbidden': return notYours('Dit is niet uw school. Kies een school uit de lijst.');
  }
}

async function commit(context: DialogContext, answers: Begin): Promise<Receipt> {
  const { handovers } = context.ports;
  const id = await begin(context, answers);
  await handovers.record(id, { ...consentStep(answers), side: 'school' });
  const handover = await openHandover(context, id);
  if (!handover) throw new RecordChangedError('handover');
  const isNew = answers.code === undefined;
  return {
    title: isNew ? `Overdracht begonnen. De nieuwe code van het kind is ${handover.child.code}` : 'Overdracht begonnen',
    facts: headFacts(handover),
    ...(isNew ? { highlight: { label: 'Nieuwe code van het kind', value: handover.child.code } } : {}),
    buttons: [open('handover-programme', 'Verder', { handover: id }), MENU],
    next: { dialog: 'handover-programme', values: { handover: id } },
  };
}

async function begin({ ports: { handovers } }: DialogContext, { school, code, birthDate, municipality }: Begin): Promise<string> {
  if (code === undefined) {
    if (municipality === undefined) throw new RecordChangedError('municipality');
    return handovers.registerBySchool({ birthDate, municipalityCode: municipality, schoolId: school });
  }
  const { outcome, handoverId } = await handovers.startBySchool({ code, birthDate, schoolId: school, store: true });
  if (outcome !== 'started' || handoverId === undefined) throw new RecordChangedError('handover');
  return handoverId;
}

export const handoverBeginDialog = defineDialog<Begin>({
  id: 'handover-begin',
  title: 'Overdracht beginnen',
  phrases: ['overdracht beginnen', 'overdracht starten'],
  // Childcare says the same for what it begins from its own list.
  roles: ['school', 'childcare'],
  menuRoles: ['school'],
  prefill,
  form,
  input,
  check,
  commit,
});
