import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { dutchNumber } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { checkFreeText, PROGRAMME_MAX, PROGRAMMES } from '../../src/policy/handover/index.ts';
import { open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, hoursPerWeek, isoDay, note, optional, present, required } from '../fields.ts';
import { notYours, recordChanged } from '../findings.ts';
import { OTHER } from './choose-school.ts';
import { programmeFacts } from './overview.ts';
import type { Programme } from './port.ts';
import { backButton, neighbour, stepTitle } from './progress.ts';
import { childLine, handoverGone, hasConsent, isEditor, isFresh, lockedHandover, openHandover, stopButton } from './state.ts';

/** Tier A: what the law has the preschool tell the school, whatever the parents decide. */
const input = z.object({
  handover: required(chosenId('Open de overdracht opnieuw.')),
  programme: optional(z.enum([...PROGRAMMES, OTHER], { error: 'Kies opnieuw uit de lijst.' })),
  otherProgramme: note(PROGRAMME_MAX),
  startedOn: required(isoDay('Vul in wanneer het kind startte.')),
  endedOn: optional(isoDay('Vul de laatste dag in.')),
  hours: required(hoursPerWeek()),
}).superRefine(({ programme, otherProgramme, startedOn, endedOn }, context) => {
  const complain = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (programme === undefined && otherProgramme === undefined) complain('programme', 'Kies het programma, of typ hieronder een ander.');
  if (programme === OTHER && otherProgramme === undefined) complain('otherProgramme', 'Typ de naam van het programma.');
  if (programme !== undefined && programme !== OTHER && otherProgramme !== undefined) complain('otherProgramme', 'Kies “Een ander programma”, of maak dit veld leeg.');
  if (endedOn !== undefined && endedOn < startedOn) complain('endedOn', 'De laatste dag ligt vóór de start.');
});
type Answers = z.infer<typeof input>;

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (isFresh(values) && (!handover || !isEditor(context, handover))) return handoverGone();
  const { handovers } = context.ports;
  const stored = handover && (await handovers.programme(handover.handoverId));
  const placed = stored || !handover ? undefined : await handovers.programmeFromPlacements(handover.handoverId);
  return {
    kind: 'form',
    title: stepTitle('handover-programme', handover !== undefined && hasConsent(handover)),
    intro: `${handover ? `${childLine(handover.child)}. ` : ''}Dit gaat altijd mee naar de school, ook zonder toestemming.${placed ? ' Start en uren komen uit de plaatsing.' : ''}`,
    fields: [
      { kind: 'choice', id: 'programme', label: 'VE-programma', placeholder: 'Kies een programma', options: [...PROGRAMMES.map((name) => ({ value: name, label: name })), { value: OTHER, label: 'Een ander programma (vul hieronder in)' }] },
      { kind: 'text', id: 'otherProgramme', label: 'Ander programma', maxLength: PROGRAMME_MAX, hint: 'Ook voor “geen VE”.' },
      { kind: 'date', id: 'startedOn', label: 'Eerste dag', required: true },
      { kind: 'date', id: 'endedOn', label: 'Laatste dag', hint: 'Leeg zolang het kind nog komt.' },
      { kind: 'text', id: 'hours', label: 'Uren per week', required: true, maxLength: 5 },
    ],
    hidden: { handover: values['handover'] ?? '' },
    defaults: isFresh(values) ? programmeValues(stored ?? placed) : {},
    submitTitle: 'Opslaan en verder',
    cancel: stopButton(values['handover']),
    moreButtons: handover ? backButton('handover-programme', handover) : [],
  };
}

function programmeValues(stored: Partial<Programme> | undefined): FormValues {
  if (!stored) return {};
  const { programme, startedOn, endedOn, hoursPerWeek: hours } = stored;
  return {
    ...(programme === undefined ? {} : PROGRAMMES.includes(programme) ? { programme } : { programme: OTHER, otherProgramme: programme }),
    ...present('startedOn', startedOn), ...present('endedOn', endedOn), ...present('hours', hours === undefined ? undefined : dutchNumber(hours)),
  };
}

async function check(context: DialogContext, { handover: id, otherProgramme, startedOn, endedOn }: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, id);
  if (!handover || !isEditor(context, handover)) return [recordChanged()];
  const wrongDay = (day: string | undefined): boolean => day !== undefined && day < handover.child.birthDate;
  return inOrder([
    ...(otherProgramme === undefined ? [] : checkFreeText('Ander programma', otherProgramme)),
    wrongDay(startedOn) ? notYours('De eerste dag ligt vóór de geboorte van het kind. Controleer de datum.') : undefined,
    startedOn > context.today ? notYours('De eerste dag ligt in de toekomst. Controleer de datum.') : undefined,
    wrongDay(endedOn) ? notYours('De laatste dag ligt vóór de geboorte van het kind. Controleer de datum.') : undefined,
  ]);
}

async function commit(context: DialogContext, { handover: id, programme, otherProgramme, startedOn, endedOn, hours }: Answers): Promise<Receipt> {
  const name = programme === OTHER ? otherProgramme : programme ?? otherProgramme;
  const handover = await openHandover(context, id);
  if (!handover || name === undefined) throw new RecordChangedError('handover');
  const stored: Programme = { programme: name, startedOn, hoursPerWeek: hours, ...present('endedOn', endedOn) };
  await context.ports.handovers.saveProgramme(id, stored);
  const dialog = neighbour('handover-programme', handover, 1) ?? 'handover-send';
  return {
    title: 'Programma en uren bewaard',
    facts: programmeFacts(stored),
    buttons: [open(dialog, 'Verder', { handover: id })],
    next: { dialog, values: { handover: id } },
  };
}

export const handoverProgrammeDialog = defineDialog<Answers>({
  id: 'handover-programme', title: 'Overdracht: programma', phrases: [], roles: ['childcare', 'school'], menuRoles: [], form, input, check, commit,
});
