import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkFreeText } from '../../src/policy/handover/index.ts';
import { readForForm, toPrefill } from '../sentence.ts';
import { open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from '../dialog.ts';
import { chosenId, note, optional, present } from '../fields.ts';
import { notYours, recordChanged } from '../findings.ts';
import { candidateOf, chooseCandidate } from './candidates.ts';
import { chosenSchool, OTHER, SCHOOL_NAME_MAX, schoolFields, schoolValues } from './choose-school.ts';
import { complainAboutWay, consentFields, consentShape, consentStep, FIRST_ANSWERS } from './consent-fields.ts';
import { handoverElsewhere } from './findings.ts';
import { headFacts, overview } from './overview.ts';
import type { Handover } from './port.ts';
import { handoversDialog } from './school-list.ts';
import { stepTitle } from './progress.ts';
import { childLine, consentState, handoverGone, isEditor, lockedHandover, openHandover, planSteps, stopButton } from './state.ts';

/** A new handover by its child, or one that was begun. */
const input = z.object({
  child: optional(chosenId('Kies een kind.')),
  handover: optional(chosenId('Kies een kind.')),
  school: optional(chosenId('Kies een school.')),
  otherSchool: note(SCHOOL_NAME_MAX),
  consent: optional(consentShape.consent),
  consentOn: optional(consentShape.consentOn),
  consentHow: consentShape.consentHow,
}).superRefine((answers, context) => {
  const complain = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (answers.school === OTHER && answers.otherSchool === undefined) complain('otherSchool', 'Typ de naam en plaats van de school.');
  if (answers.school !== undefined && answers.school !== OTHER && answers.otherSchool !== undefined) complain('otherSchool', 'Kies “Een andere school”, of maak dit veld leeg.');
  if (answers.handover === undefined && answers.consent === undefined) complain('consent', 'Kies wat de ouders hebben geantwoord.');
  if (answers.consent !== undefined && answers.consentOn === undefined) complain('consentOn', 'Vul in op welke dag dat was.');
  complainAboutWay(answers, context);
});
type Start = z.infer<typeof input>;

async function prefill(sentence: string, context: DialogContext): Promise<Prefill> {
  const { childCode, remarks } = readForForm(sentence, context.today, { called: 'datum', latest: context.today });
  return toPrefill(present('code', childCode), remarks);
}

/** The first card, the list to choose from, or how far the handover of the chosen child is. */
async function form(context: DialogContext, values: FormValues): Promise<View> {
  if (!context.grants.some(({ role }) => role === 'childcare')) return handoversDialog.form(context, values);
  if (values['handover']) {
    const handover = await openHandover(context, values['handover']);
    if (!handover) return handoverGone();
    return values['edit'] && isEditor(context, handover) ? editForm(context, handover) : overview(context, handover);
  }
  if (!values['child'] && !values['code']) return chooseCandidate(context);
  const candidate = await candidateOf(context, { child: values['child'] || undefined, code: values['code'] });
  if (!candidate) return chooseCandidate(context, 'Dit kind is niet van uw locatie, of vertrok meer dan een jaar geleden.');
  const known = candidate.handoverId === undefined ? undefined : await openHandover(context, candidate.handoverId);
  // What was typed comes back, also when somebody else began in between.
  if (known && !values['consent']) return overview(context, known);
  return {
    kind: 'form',
    title: stepTitle('handover', values['consent'] !== 'consent_refused'),
    intro: `${childLine(candidate.child)}. Wat u invult, wordt na elke stap bewaard. U kunt stoppen en later verdergaan, ook op een ander apparaat.`,
    fields: [...(await schoolFields(context)), ...consentFields(FIRST_ANSWERS)],
    hidden: { child: candidate.childId },
    defaults: { consentOn: context.today },
    submitTitle: 'Opslaan en verder',
  };
}

/** Again the first card of one that was begun: the school, and consent while nothing was answered. */
async function editForm(context: DialogContext, handover: Handover): Promise<View> {
  const unanswered = ['none', 'asked'].includes(consentState(handover));
  return {
    kind: 'form',
    title: stepTitle('handover', consentState(handover) === 'given'),
    facts: headFacts(handover),
    fields: [...(await schoolFields(context)), ...(unanswered ? consentFields(['consent_given', 'consent_refused']).map((field) => ({ ...field, required: false })) : [])],
    hidden: { handover: handover.handoverId, edit: 'yes' },
    defaults: { ...schoolValues(handover), ...(unanswered ? { consentOn: context.today } : {}) },
    submitTitle: 'Opslaan en verder',
    cancel: stopButton(handover.handoverId),
  };
}

async function check(context: DialogContext, answers: Start): Promise<readonly Finding[]> {
  const school = answers.school === undefined && answers.otherSchool === undefined ? 'none' : await chosenSchool(context, answers);
  const unknownSchool = school === undefined ? notYours('Deze school staat niet (meer) in de lijst. Kies opnieuw, of typ de naam.') : undefined;
  const name = answers.otherSchool === undefined ? [] : checkFreeText('Andere school', answers.otherSchool).filter(({ level }) => level === 'block');
  return inOrder([...name, unknownSchool, ...(answers.handover === undefined ? await checkNew(context, answers) : await checkKnown(context, answers.handover, answers))]);
}

async function checkNew(context: DialogContext, answers: Start): Promise<Finding[]> {
  const candidate = await candidateOf(context, { child: answers.child });
  if (!candidate) return [recordChanged()];
  if (answers.consentOn !== undefined && answers.consentOn > context.today) return [notYours('De dag van de toestemming ligt in de toekomst. Leg vast wat al gebeurd is.')];
  if (candidate.handoverId !== undefined) return [notYours('Een collega, of de school, is deze overdracht intussen begonnen. Typ “overdracht” met de code om te zien hoe ver die is.')];
  return [];
}

async function checkKnown(context: DialogContext, id: string, { consent, consentOn }: Start): Promise<Finding[]> {
  const handover = await lockedHandover(context, id);
  if (!handover || !isEditor(context, handover)) return [recordChanged()];
  return consent === undefined || consentOn === undefined ? [] : planSteps(context, handover, [{ step: consent, onDate: consentOn }]).findings;
}

async function commit(context: DialogContext, answers: Start): Promise<Receipt> {
  const { ports: { handovers } } = context;
  const id = answers.handover ?? (await begin(context, answers));
  const school = await chosenSchool(context, answers);
  if (school && !(await handovers.chooseSchool(id, school))) throw new RecordChangedError('school');
  if (answers.consent !== undefined && answers.consentOn !== undefined) await handovers.record(id, { ...consentStep({ ...answers, consent: answers.consent, consentOn: answers.consentOn }), side: 'childcare' });
  const handover = await openHandover(context, id);
  if (!handover) throw new RecordChangedError('handover');
  return {
    title: answers.handover === undefined ? 'Overdracht begonnen' : 'School en toestemming bewaard',
    facts: headFacts(handover),
    buttons: [open('handover-programme', 'Verder', { handover: id })],
    next: { dialog: 'handover-programme', values: { handover: id } },
  };
}

async function begin(context: DialogContext, { child }: Start): Promise<string> {
  const candidate = await candidateOf(context, { child });
  if (!candidate) throw new RecordChangedError('child');
  const { outcome, handoverId } = await context.ports.handovers.start(candidate.childId, candidate.locationId);
  if (outcome !== 'started' || handoverId === undefined) throw new RecordChangedError('handover');
  return handoverId;
}

export const handoverDialog = defineDialog<Start>({
  id: 'handover',
  title: 'Overdrachten',
  phrases: ['overdracht', 'overdrachten', 'warme overdracht'],
  yieldsToQuestions: true,
  roles: ['childcare', 'school'],
  prefill,
  form,
  input,
  check: async (context, answers) => (await elsewhere(context, answers)) ?? check(context, answers),
  commit,
});

/** A handover that another location prepares is not seen here; only the door says that there is one. */
async function elsewhere(context: DialogContext, { child, handover }: Start): Promise<readonly Finding[] | undefined> {
  if (handover !== undefined) return undefined;
  const candidate = await candidateOf(context, { child });
  return candidate && candidate.handoverId === undefined && (await context.ports.handovers.preparedElsewhere(candidate.childId)) ? [handoverElsewhere()] : undefined;
}
