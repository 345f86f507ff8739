import type { FormModel } from '../../cards/models.ts';
import { MENU } from '../../dialogs/buttons.ts';
import type { ReminderFact, ReminderKindId } from '../../dialogs/reminders/port.ts';
import { joined } from '../../dialogs/labels.ts';
import { dutchDay } from '../policy/engine/dutch.ts';
import { actingAsLabel } from '../turn/acting-as.ts';
import { LATER, OPEN } from './overview.ts';
import { kindsFor, type ReminderContext, type Waiting } from './waiting.ts';

/** A list in a card has an end; the rest is reached when the first are gone. */
const SHOWN = 40;
const BACK = { title: 'Terug', verb: OPEN };

/** Which kinds come: ticked is on. */
export function settingsForm(context: ReminderContext, off: ReadonlySet<ReminderKindId>, notice?: string): FormModel {
  const kinds = kindsFor(context.person);
  return {
    title: 'Herinneringen instellen', actingAs: actingAsLabel(context.person.roles),
    intro: 'U krijgt op werkdagen om half negen hooguit één bericht, en alleen als er iets op u wacht. Wat u uitzet, gaat naar de volgende die het kan doen.',
    ...(notice === undefined ? {} : { notice }),
    fields: [{ kind: 'choice', id: 'on', label: 'Herinner mij aan', multiple: true, expanded: true, options: kinds.map(({ id, title }) => ({ value: id, label: title })) }],
    values: { on: kinds.filter(({ id }) => !off.has(id)).map(({ id }) => id).join(',') },
    findings: [],
    buttons: [{ title: 'Opslaan', verb: 'reminders.set', style: 'positive', withInputs: true }, BACK, MENU],
  };
}

/** Which kind to put off or pass on; with one kind that step is skipped. */
export function chooseKind(waiting: readonly Waiting[], context: ReminderContext): FormModel {
  return {
    title: 'Waarover gaat het?', actingAs: actingAsLabel(context.person.roles),
    intro: 'Kies wat u later wilt doen, of wat niet voor u is.',
    fields: [{ kind: 'choice', id: 'kind', label: 'Soort', required: true, expanded: true, options: distinctKinds(waiting).map(({ kind }) => ({ value: kind.id, label: kind.title })) }],
    values: { kind: waiting[0]!.kind.id }, findings: [],
    buttons: [{ title: 'Verder', verb: OPEN, style: 'positive', withInputs: true }, { title: 'Instellen', verb: 'reminders.settings' }, BACK],
  };
}

export const distinctKinds = (waiting: readonly Waiting[]): readonly Waiting[] => waiting.filter((each, index) => waiting.findIndex(({ kind }) => kind === each.kind) === index);

/** The things of one kind, with what can be chosen about them. Nothing chosen is all of them. */
export function kindForm({ kind, facts }: Waiting, context: ReminderContext): FormModel {
  const data = { kind: kind.id };
  return {
    title: kind.title, actingAs: actingAsLabel(context.person.roles),
    intro: 'Kies waarover het gaat. Kiest u niets, dan geldt het voor alles in de lijst.',
    fields: [{ kind: 'choice', id: 'subjects', label: 'Wat wacht er?', multiple: true, options: facts.slice(0, SHOWN).map((fact) => ({ value: fact.subject, label: labelOf(fact) })) }],
    values: {}, findings: [],
    buttons: [
      { title: 'Morgen weer', verb: LATER, data: { ...data, days: 1 }, withInputs: true },
      { title: 'Over een week', verb: LATER, data: { ...data, days: 7 }, withInputs: true },
      { title: 'Niet voor mij', verb: 'reminders.not-mine', data, withInputs: true },
      { title: 'Deze soort uitzetten', verb: 'reminders.off', data },
      kind.button(facts), BACK,
    ],
  };
}

function labelOf({ code, place, birthDate, since, until }: ReminderFact): string {
  const day = since ?? until;
  return joined(code, place, day === undefined ? (birthDate && `geboren ${dutchDay(birthDate)}`) : `${since === undefined ? 'tot' : 'sinds'} ${dutchDay(day)}`);
}
