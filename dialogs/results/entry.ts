import type { Field, FormValues } from '../../cards/models.ts';
import { domainLabel, instrumentLabel } from '../../src/policy/results/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { deliveryInput, domainFields, domainValues, isMoment, occasionOf } from './fields.ts';
import { agreedFor, checkDelivery, currentRows, momentOptions, occasionTitle, ownSchool, seenOf, storeDelivery, yearOptions, type Delivery, type Occasion } from './model.ts';

const DEFAULT_MOMENT = 'end_group_2';

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const occasion = occasionOf(values);
  const grant = occasion && ownSchool(context, occasion.school);
  if (!occasion || !grant) return chooseOccasion(context, values, 'results-entry', 'Kleuterresultaten invullen');
  const agreed = await agreedFor(context.ports.results, grant, occasion);
  const now = currentRows(await context.ports.results.ofSchool(grant.schoolId!), occasion, agreed);
  return {
    kind: 'form',
    title: 'Kleuterresultaten invullen',
    intro: `${grant.schoolName ?? 'Uw school'} · ${occasionTitle(occasion)}. Vul per domein aantallen in: alle kinderen van wie u een resultaat hebt, hoeveel daarvan op of boven het niveau, en hetzelfde voor wie VE volgde. Wat u niet hebt gemeten, laat u leeg.`,
    fields: domainFields(agreed),
    hidden: { ...hiddenOf(occasion), seen: values['seen'] || seenOf(now) },
    defaults: domainValues(now, agreed),
    moreButtons: [open('results-paste', 'Plakken', hiddenOf(occasion))],
  };
}

export const hiddenOf = ({ school, schoolYear, moment }: Occasion): FormValues => ({ school, schoolYear: String(schoolYear), moment });

/** First step: which school, moment and school year. */
export function chooseOccasion(context: DialogContext, values: FormValues, dialogId: string, title: string): View {
  const schools = context.grants.filter(({ role, schoolId }) => role === 'school' && schoolId !== undefined);
  const moment = isMoment(values['moment']) ? values['moment'] : DEFAULT_MOMENT;
  const years = yearOptions(moment, context.today);
  const fields: Field[] = [
    ...(schools.length > 1 ? [{ kind: 'choice' as const, id: 'school', label: 'School', required: true, placeholder: 'Kies een school', options: schools.map(({ schoolId, schoolName }) => ({ value: schoolId!, label: schoolName ?? schoolId! })) }] : []),
    { kind: 'choice', id: 'moment', label: 'Moment', required: true, options: momentOptions, expanded: true },
    { kind: 'choice', id: 'schoolYear', label: 'Schooljaar', required: true, options: years, expanded: true },
  ];
  return {
    kind: 'form', title, intro: 'Aantallen per school, nooit van één kind.', fields,
    defaults: { moment, schoolYear: years[0]!.value, ...(schools.length === 1 ? { school: schools[0]!.schoolId! } : {}) },
    buttons: [
      { title: 'Verder', verb: `${dialogId}.open`, withInputs: true, style: 'positive', ...(schools.length === 1 ? { data: { school: schools[0]!.schoolId! } } : {}) },
      open('result-agreements', 'Afspraken bekijken'), MENU,
    ],
  };
}

export async function commitDelivery(context: DialogContext, delivery: Delivery, confirmations: readonly string[]): Promise<Receipt> {
  const { added, corrected, withdrawn } = await storeDelivery(context, delivery, confirmations);
  const said = [added && `${added} nieuw`, corrected && `${corrected} gecorrigeerd`, withdrawn && `${withdrawn} ingetrokken`].filter(Boolean).join(', ');
  return {
    title: corrected + withdrawn > 0 ? 'Kleuterresultaten gecorrigeerd' : 'Kleuterresultaten opgeslagen',
    facts: [
      { label: 'School', value: ownSchool(context, delivery.school)?.schoolName ?? '' },
      { label: 'Wanneer', value: occasionTitle(delivery) },
      ...delivery.rows.map(({ domain, instrument, children, atLevel, veChildren, veAtLevel }) =>
        ({ label: domainLabel(domain), value: `${atLevel} van ${children} op niveau, VE ${veAtLevel} van ${veChildren} (${instrumentLabel(instrument)})` })),
      { label: 'Domeinen', value: said || 'niets veranderd: dit stond er al' },
    ],
    buttons: [open('results-entry', 'Nog een keer invullen'), MENU],
  };
}

export const resultsEntryDialog = defineDialog<Delivery>({
  id: 'results-entry',
  title: 'Kleuterresultaten invullen',
  phrases: ['kleuterresultaten invullen', 'kleuterresultaten invoeren', 'resultaten invullen', 'resultaten invoeren', 'resultaten doorgeven', 'resultaten corrigeren', 'kleuterresultaten corrigeren'],
  roles: ['school'],
  form,
  input: deliveryInput,
  check: checkDelivery,
  commit: commitDelivery,
});
