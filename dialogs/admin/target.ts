import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { measureTitle, targetMeasures } from '../../src/figures/targetable.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { CORRECT, MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, isoDay, optional, present, required, shortText } from '../fields.ts';
import { notYourMunicipality } from './add.ts';
import { choice, SOURCE_MAX, wholeNumber } from './fields.ts';
import { cannotSucceed, endsRunning, unlikelyDay } from './findings.ts';
import { askMunicipality, municipalityOf } from './municipality.ts';
import { daysLabel, succession, untilOf } from './succession.ts';

/** What recording and correcting have in common. The last day is named; the record keeps the day after. */
export const targetShape = {
  atLeast: required(wholeNumber('Vul in hoeveel procent het minstens moet zijn.', 1, 100)),
  aim: optional(wholeNumber('Vul het streven in.', 1, 100)),
  from: required(isoDay('Vul in vanaf welke dag.')),
  lastDay: optional(isoDay('Vul in tot en met welke dag.')),
  source: required(shortText('Vul in waar dit is vastgesteld.', SOURCE_MAX)),
};
export interface TargetAnswers { readonly atLeast: number; readonly aim?: number | undefined; readonly from: IsoDate; readonly lastDay?: IsoDate | undefined; readonly source: string }

const input = z.object({ municipality: required(chosenId('Kies de gemeente.')), measure: required(chosenCode(targetMeasures.map(({ id }) => id), 'Kies voor welk cijfer.')), ...targetShape });
type Answers = TargetAnswers & { readonly municipality: string; readonly measure: string };

export const targetFields = (): Field[] => [
  { kind: 'text', id: 'atLeast', label: 'Minstens (procent)', required: true, maxLength: 3 },
  { kind: 'text', id: 'aim', label: 'Streven (procent)', maxLength: 3, hint: 'Als de gemeente ook een hoger streven noemt.' },
  { kind: 'date', id: 'from', label: 'Vanaf', required: true },
  { kind: 'date', id: 'lastDay', label: 'Tot en met', hint: 'Leeg: tot er een ander doel komt.' },
  { kind: 'text', id: 'source', label: 'Waar vastgesteld', required: true, maxLength: SOURCE_MAX, placeholder: 'bijvoorbeeld: Beleidskader OAB 2026, paragraaf 3.2' },
];

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const municipality = municipalityOf(context, values['municipality'] || undefined);
  if (!municipality) return askMunicipality(context, { id: 'target', title: 'Doel vastleggen' });
  return {
    kind: 'form',
    title: 'Doel vastleggen',
    intro: `Wat ${municipality.name} zich ten doel stelt. De wet vraagt een aanbod; een doel voor het bereik is van de gemeente zelf.`,
    fields: [choice('measure', 'Cijfer', targetMeasures.map(({ id, title }) => ({ value: id, label: title }))), ...targetFields()],
    hidden: { municipality: municipality.code },
    defaults: { from: context.today, measure: 'reach' },
  };
}

/** Also for a correction. */
export const targetFindings = ({ atLeast, aim, from, lastDay }: TargetAnswers): (Finding | undefined)[] => [
  aim !== undefined && aim < atLeast ? cannotSucceed(`Het streven (${aim}%) is lager dan minstens (${atLeast}%). Pas een van de twee aan.`) : undefined,
  lastDay !== undefined && lastDay < from ? cannotSucceed(`De laatste dag (${dutchDay(lastDay)}) ligt voor de eerste (${dutchDay(from)}).`) : undefined,
];

export const percentLabel = (atLeast: number, aim: number | undefined): string => (aim === undefined ? `minstens ${atLeast}%` : `minstens ${atLeast}%, streven ${aim}%`);

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const municipality = municipalityOf(context, answers.municipality);
  if (!municipality) return [notYourMunicipality()];
  const days = { from: answers.from, until: untilOf(answers.lastDay) };
  const { running, inTheWay } = succession(await context.ports.admin.targets(municipality.code, answers.measure), days);
  const endsLater = running && days.until !== undefined && (running.until === undefined || running.until > days.until);
  return inOrder([
    ...targetFindings(answers),
    inTheWay && cannotSucceed(`Er staat al een doel ${daysLabel(inTheWay)}: ${percentLabel(inTheWay.atLeastPercent, inTheWay.aimPercent)}. Corrigeer dat of trek het in met “corrigeer”, of kies andere dagen.`),
    endsLater ? endsRunning(`Het vorige doel eindigt de dag voor ${dutchDay(answers.from)}. Na ${dutchDay(answers.lastDay ?? answers.from)} geldt er geen doel meer.`) : undefined,
    unlikelyDay('De eerste dag', answers.from, context.today),
  ]);
}

/** Facts of the receipt, also of a correction. */
export const targetFacts = (measure: string, { atLeast, aim, from, lastDay, source }: TargetAnswers): Receipt['facts'] => [
  { label: 'Cijfer', value: measureTitle(measure) },
  { label: 'Doel', value: percentLabel(atLeast, aim) },
  { label: 'Geldt', value: daysLabel({ from, until: untilOf(lastDay) }) },
  { label: 'Vastgesteld in', value: source },
];

async function commit(context: DialogContext, answers: Answers): Promise<Receipt> {
  const { admin } = context.ports;
  const municipality = municipalityOf(context, answers.municipality);
  const { atLeast, aim, from, lastDay, source, measure } = answers;
  const { running } = succession(await admin.targets(answers.municipality, measure), { from, until: untilOf(lastDay) });
  const isEnded = !running || await admin.correctTarget(running.versionId, { ...running, until: from }, `Ander doel vanaf ${dutchDay(from)}.`);
  if (!municipality || !isEnded) throw new RecordChangedError('target');
  await admin.addTarget({ municipalityCode: municipality.code, measure, atLeastPercent: atLeast, ...present('aimPercent', aim), from, ...present('until', untilOf(lastDay)), source });
  return {
    title: 'Doel vastgelegd',
    facts: [
      ...targetFacts(measure, answers),
      ...(running ? [{ label: 'Was', value: `${percentLabel(running.atLeastPercent, running.aimPercent)}, ${daysLabel({ from: running.from, until: from })}` }] : []),
      { label: 'Cijfers', value: `Bij een cijfer met een peildatum in die tijd staat dit doel, in plaats van een doel uit het beleid dat Kansenlijn meekreeg. Het cijfer zelf verandert niet.` },
    ],
    buttons: [open('target', 'Nog een doel'), CORRECT, open('admin', 'Beheer'), MENU],
  };
}

export const targetDialog = defineDialog<Answers>({
  id: 'target',
  title: 'Doel vastleggen',
  phrases: ['doel vastleggen', 'doel wijzigen', 'nieuw doel', 'streefcijfer vastleggen'],
  roles: ['official'],
  menu: 'admin',
  form,
  input,
  check,
  commit,
});
