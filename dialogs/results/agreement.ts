import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { DOMAINS, domainLabel, INSTRUMENTS, instrumentLabel, latestSchoolYear, momentLabel, MOMENTS, POPULATIONS, populationWords, schoolYearLabel } from '../../src/policy/results/index.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { notYourMunicipality } from '../admin/add.ts';
import { choice, SOURCE_MAX, wholeNumber } from '../admin/fields.ts';
import { agreementReplaced, nothingChanged } from '../admin/findings.ts';
import { askMunicipality, municipalityOf } from '../admin/municipality.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, codesOf, optionsOf, present, required, shortText } from '../fields.ts';
import { notYours } from '../findings.ts';
import { momentOptions, yearOptions } from './model.ts';
import type { AgreementInput, ResultAgreement } from './port.ts';

export const EVERY_BOARD = 'all';
const LEVEL_MAX = 120;

const input = z.object({
  municipality: required(chosenId('Kies de gemeente.')),
  board: required(chosenId('Kies voor welke scholen.')),
  schoolYear: required(z.string().regex(/^20\d\d$/, 'Kies het schooljaar.').transform(Number)),
  moment: required(chosenCode(codesOf(MOMENTS), 'Kies het moment.')),
  domain: required(chosenCode(codesOf(DOMAINS), 'Kies het domein.')),
  population: required(chosenCode(codesOf(POPULATIONS), 'Kies om welke kinderen het gaat.')),
  instrument: required(chosenCode(codesOf(INSTRUMENTS), 'Kies waarmee wordt gemeten.')),
  level: required(shortText('Vul in welk niveau een kind haalt.', LEVEL_MAX)),
  targetPercent: required(wholeNumber('Vul het percentage in.', 1, 100)),
  source: required(shortText('Vul in waar dit is vastgesteld.', SOURCE_MAX)),
});
type Answers = z.infer<typeof input>;

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const municipality = municipalityOf(context, values['municipality'] || undefined);
  if (!municipality) return askMunicipality(context, { id: 'result-agreement', title: 'Resultaatafspraak vastleggen' });
  const boards = await context.ports.results.boards(municipality.code);
  const years = yearOptions('end_group_2', context.today);
  const next = latestSchoolYear('end_group_2', context.today) + 1;
  return {
    kind: 'form',
    title: 'Resultaatafspraak vastleggen',
    intro: `Wat ${municipality.name} en de schoolbesturen afspraken over kleuterresultaten, voor één domein en schooljaar. Zonder afspraak geldt: geen afspraak.`,
    fields: [
      choice('board', 'Voor welke scholen', [{ value: EVERY_BOARD, label: `Alle scholen in ${municipality.name}` }, ...boards.map(({ id, name }) => ({ value: id, label: name }))]),
      { kind: 'choice', id: 'schoolYear', label: 'Schooljaar', required: true, options: [{ value: String(next), label: schoolYearLabel(next) }, ...years] },
      { kind: 'choice', id: 'moment', label: 'Moment', required: true, options: momentOptions },
      { kind: 'choice', id: 'domain', label: 'Domein', required: true, options: optionsOf(DOMAINS) },
      { kind: 'choice', id: 'population', label: 'Welke kinderen', required: true, options: optionsOf(POPULATIONS) },
      choice('instrument', 'Instrument', optionsOf(INSTRUMENTS)),
      { kind: 'text', id: 'level', label: 'Niveau', required: true, maxLength: LEVEL_MAX, placeholder: 'bijvoorbeeld: niveau III of hoger' },
      { kind: 'text', id: 'targetPercent', label: 'Doel (procent)', required: true, maxLength: 3 },
      { kind: 'text', id: 'source', label: 'Waar vastgesteld', required: true, maxLength: SOURCE_MAX, placeholder: 'bijvoorbeeld: LEA-verslag van 12-06-2026' },
    ],
    hidden: { municipality: municipality.code },
    defaults: { board: EVERY_BOARD, schoolYear: years[0]!.value, moment: 'end_group_2', population: 've' },
  };
}

const agreementOf = ({ municipality, board, ...agreed }: Answers): AgreementInput => ({ municipalityCode: municipality, ...present('boardId', board === EVERY_BOARD ? undefined : board), ...agreed });

/** One agreement for a domain, moment, school year and board: a second one is a correction. */
const earlierOf = (all: readonly ResultAgreement[], next: AgreementInput): ResultAgreement | undefined =>
  all.find((one) => one.boardId === next.boardId && one.domain === next.domain && one.moment === next.moment && one.schoolYear === next.schoolYear);

export const agreementLine = ({ targetPercent, population, instrument, level }: Omit<AgreementInput, 'municipalityCode'>): string =>
  `${targetPercent}% van ${populationWords(population)} met ${instrumentLabel(instrument)}: ${level}`;

async function check(context: DialogContext, answers: Answers): Promise<readonly Finding[]> {
  const municipality = municipalityOf(context, answers.municipality);
  if (!municipality) return [notYourMunicipality()];
  const next = agreementOf(answers);
  if (next.boardId !== undefined && !(await context.ports.results.boards(municipality.code)).some(({ id }) => id === next.boardId)) return [notYours('Dit schoolbestuur heeft geen school in uw gemeente. Kies opnieuw.')];
  const earlier = earlierOf(await context.ports.results.agreements(municipality.code), next);
  if (earlier && agreementLine(earlier) === agreementLine(next) && earlier.source === next.source) return [nothingChanged()];
  return inOrder([earlier && agreementReplaced(`Er staat al een afspraak: ${agreementLine(earlier)}. Deze komt ervoor in de plaats. Cijfers die al zijn gegeven, blijven na te rekenen. Klopt dat?`)]);
}

async function commit(context: DialogContext, answers: Answers): Promise<Receipt> {
  const { results } = context.ports;
  const municipality = municipalityOf(context, answers.municipality);
  if (!municipality) throw new RecordChangedError('role');
  const next = agreementOf(answers);
  const earlier = earlierOf(await results.agreements(municipality.code), next);
  if (!earlier) await results.addAgreement(next);
  else if (!await results.correctAgreement(earlier.versionId, next, 'Andere afspraak vastgelegd.')) throw new RecordChangedError('agreement');
  const board = next.boardId === undefined ? `Alle scholen in ${municipality.name}` : (await results.boards(municipality.code)).find(({ id }) => id === next.boardId)?.name ?? '';
  return {
    title: earlier ? 'Resultaatafspraak gecorrigeerd' : 'Resultaatafspraak vastgelegd',
    facts: [
      { label: 'Scholen', value: board },
      { label: 'Voor', value: `${domainLabel(next.domain)}, ${momentLabel(next.moment).toLowerCase()}, schooljaar ${schoolYearLabel(next.schoolYear)}` },
      { label: 'Afspraak', value: agreementLine(next) },
      { label: 'Vastgesteld in', value: next.source },
      ...(earlier ? [{ label: 'Was', value: agreementLine(earlier) }] : []),
    ],
    buttons: [open('result-agreement', 'Nog een afspraak'), open('result-agreements', 'Alle afspraken'), open('admin', 'Beheer'), MENU],
  };
}

export const resultAgreementDialog = defineDialog<Answers>({
  id: 'result-agreement',
  title: 'Resultaatafspraak vastleggen',
  phrases: ['resultaatafspraak vastleggen', 'resultaatafspraken vastleggen', 'resultaatafspraak toevoegen', 'resultaatafspraak wijzigen'],
  roles: ['official'],
  menu: 'admin',
  form,
  input,
  check,
  commit,
});
