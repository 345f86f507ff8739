import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { domainLabel, latestSchoolYear, momentLabel, schoolYearLabel } from '../../src/policy/results/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type NoticeView, type Receipt, type View } from '../dialog.ts';
import { chosenId, freeText, isUuid, NOTE_MAX, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { joined } from '../labels.ts';
import type { Municipality, Role } from '../ports.ts';
import { agreementLine } from './agreement.ts';
import type { ResultAgreement } from './port.ts';

/** Years of which it is said that there is no agreement, and lines that a card holds. */
const YEARS_SHOWN = 3;
const SHOWN = 24;
const READERS: readonly Role[] = ['official', 'regional', 'school', 'reader', 'childcare', 'health'];

function municipalitiesOf({ grants }: DialogContext): Municipality[] {
  const all = grants.flatMap(({ municipalityCode: code, municipalityName, regionMunicipalities = [] }) => (code === undefined ? regionMunicipalities : [{ code, name: municipalityName ?? code }]));
  return [...new Map(all.map((one) => [one.code, one])).values()];
}

const label = (agreement: ResultAgreement): string => joined(schoolYearLabel(agreement.schoolYear), momentLabel(agreement.moment), domainLabel(agreement.domain), agreement.boardName);

async function linesOf({ ports, today }: DialogContext, { code, name }: Municipality, several: boolean): Promise<{ label: string; value: string }[]> {
  const agreements = await ports.results.agreements(code);
  const latest = latestSchoolYear('end_group_2', today);
  const years = [...new Set([...Array.from({ length: YEARS_SHOWN }, (_, back) => latest + 1 - back), ...agreements.map(({ schoolYear }) => schoolYear)])].sort((a, b) => b - a);
  const where = several ? `${name} · ` : '';
  return years.flatMap((year) => {
    const own = agreements.filter(({ schoolYear }) => schoolYear === year);
    return own.length === 0 ? [{ label: `${where}${schoolYearLabel(year)}`, value: 'Geen afspraak' }] : own.map((one) => ({ label: `${where}${label(one)}`, value: joined(agreementLine(one), one.source) }));
  });
}

async function show(context: DialogContext): Promise<NoticeView> {
  const municipalities = municipalitiesOf(context);
  const lines = (await Promise.all(municipalities.map((one) => linesOf(context, one, municipalities.length > 1)))).flat();
  const isOfficial = context.grants.some(({ role }) => role === 'official');
  const left = lines.length - SHOWN;
  return {
    kind: 'notice', title: 'Resultaatafspraken',
    paragraphs: [
      `Wat is afgesproken over kleuterresultaten${municipalities.length === 1 ? ` in ${municipalities[0]!.name}` : ''}. Een afspraak van een schoolbestuur gaat voor die van de gemeente.`,
      ...(left > 0 ? [`Er ${left === 1 ? 'is nog 1 oudere afspraak' : `zijn nog ${left} oudere afspraken`}; die ${left === 1 ? 'staat' : 'staan'} hier niet.`] : []),
    ],
    facts: lines.slice(0, SHOWN),
    buttons: isOfficial ? [open('result-agreement', 'Afspraak vastleggen'), open('withdraw-agreement', 'Afspraak intrekken'), open('admin', 'Beheer'), MENU] : [MENU],
  };
}

/** For everybody with a role in the municipality: what was agreed is no secret, and no number of children. */
export const resultAgreementsDialog = defineDialog<never>({
  id: 'result-agreements', title: 'Resultaatafspraken', phrases: ['resultaatafspraken', 'resultaatafspraak', 'afspraken resultaten', 'afspraken kleuterresultaten'], roles: READERS, menu: 'admin',
  form: show, input: z.never(), check: async () => [], commit: async () => { throw new Error('result-agreements stores nothing'); },
});

const input = z.object({ agreement: required(chosenId('Kies de afspraak.')), why: required(freeText('Schrijf kort waarom u dit intrekt.')) });
type Answers = z.infer<typeof input>;

const ownAgreements = async ({ ports, grants }: DialogContext): Promise<ResultAgreement[]> =>
  (await Promise.all([...new Set(grants.flatMap(({ municipalityCode }) => municipalityCode ?? []))].map((code) => ports.results.agreements(code)))).flat();
const found = async (context: DialogContext, id: string): Promise<ResultAgreement | undefined> => (isUuid(id) ? (await ownAgreements(context)).find(({ versionId }) => versionId === id) : undefined);

async function withdrawForm(context: DialogContext, _: FormValues): Promise<View> {
  const all = await ownAgreements(context);
  if (all.length === 0) return { kind: 'notice', title: 'Geen afspraak', paragraphs: ['Er is geen resultaatafspraak vastgelegd, dus er is niets in te trekken.'], buttons: [open('result-agreement', 'Afspraak vastleggen'), MENU] };
  return {
    kind: 'form', title: 'Resultaatafspraak intrekken', intro: 'Voor een afspraak die er niet had moeten staan. Cijfers die al zijn gegeven, blijven na te rekenen.',
    fields: [
      { kind: 'choice', id: 'agreement', label: 'Afspraak', required: true, placeholder: 'Kies uit de lijst', options: all.map((one) => ({ value: one.versionId, label: joined(label(one), `${one.targetPercent}%`) })) },
      { kind: 'text', id: 'why', label: 'Waarom trekt u dit in?', required: true, multiline: true, maxLength: NOTE_MAX, hint: 'Zonder namen.' },
    ],
    submitTitle: 'Intrekken',
  };
}

export const withdrawAgreementDialog = defineDialog<Answers>({
  id: 'withdraw-agreement', title: 'Resultaatafspraak intrekken', phrases: ['resultaatafspraak intrekken'], roles: ['official'], menu: 'admin', form: withdrawForm, input,
  check: async (context, { agreement }) => (await found(context, agreement) ? [] : [recordChanged()]),
  async commit(context, { agreement: id, why }): Promise<Receipt> {
    const agreement = await found(context, id);
    if (!agreement || !await context.ports.results.withdrawAgreement(id, why)) throw new RecordChangedError('agreement');
    return {
      title: 'Resultaatafspraak ingetrokken', facts: [{ label: 'Afspraak', value: label(agreement) }, { label: 'Was', value: agreementLine(agreement) }, { label: 'Waarom', value: why }],
      buttons: [open('result-agreements', 'Alle afspraken'), open('admin', 'Beheer'), MENU],
    };
  },
});
