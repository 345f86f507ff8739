import type { Field } from '../../cards/models.ts';
import type { DialogContext } from '../dialog.ts';
import type { Handover, HandoverSchool } from './port.ts';

/** A choice of more does not fit on a card; the rest is typed. */
const SCHOOLS_SHOWN = 60;
export const SCHOOL_NAME_MAX = 120;
/** A choice that was made cannot be taken back in a card: so there is a choice for what is typed. */
export const OTHER = 'other';

/** Schools of own municipalities first; others too while they fit. */
export async function schoolsToChoose({ ports, grants }: DialogContext): Promise<readonly HandoverSchool[]> {
  const own = new Set(grants.map(({ municipalityCode }) => municipalityCode));
  const all = await ports.handovers.schools();
  const near = all.filter(({ municipalityCode }) => own.has(municipalityCode));
  const far = all.filter(({ municipalityCode }) => !own.has(municipalityCode));
  return [...near, ...(all.length <= SCHOOLS_SHOWN ? far : [])].slice(0, SCHOOLS_SHOWN);
}

export async function schoolFields(context: DialogContext): Promise<Field[]> {
  const schools = await schoolsToChoose(context);
  const own = new Set(context.grants.map(({ municipalityCode }) => municipalityCode));
  const options = schools.map(({ id, name, municipalityCode, municipalityName }) => ({ value: id, label: own.has(municipalityCode) ? name : `${name}, ${municipalityName}` }));
  return [
    ...(options.length > 0 ? [{ kind: 'choice', id: 'school', label: 'Naar welke basisschool?', placeholder: 'Kies een school', options: [...options, { value: OTHER, label: 'Een andere school (vul hieronder in)' }] } as const] : []),
    { kind: 'text', id: 'otherSchool', label: options.length > 0 ? 'Andere school' : 'Naar welke basisschool?', maxLength: SCHOOL_NAME_MAX, placeholder: 'Naam en plaats van de school', hint: 'Is de school nog niet bekend, laat dit dan leeg.' },
  ];
}

export interface SchoolAnswers { readonly school?: string | undefined; readonly otherSchool?: string | undefined }
export type ChosenSchool = { readonly schoolId: string; readonly name: string } | { readonly name: string };

/** The school that was meant; a typed name of a school in the list is that school. Undefined for an id that is no school. */
export async function chosenSchool({ ports }: DialogContext, { school: chosen, otherSchool }: SchoolAnswers): Promise<ChosenSchool | undefined> {
  const school = chosen === OTHER ? undefined : chosen;
  const all = await ports.handovers.schools();
  const typed = otherSchool?.toLowerCase();
  const found = all.filter(({ id, name, municipalityName }) =>
    (school === undefined ? typed !== undefined && [name.toLowerCase(), `${name}, ${municipalityName}`.toLowerCase()].includes(typed) : id === school));
  const [only] = found;
  if (only && found.length === 1) return { schoolId: only.id, name: only.name };
  return school === undefined && otherSchool !== undefined ? { name: otherSchool } : undefined;
}

export const schoolValues = ({ schoolId, schoolName }: Handover): Readonly<Record<string, string>> =>
  (schoolId !== undefined ? { school: schoolId } : schoolName !== undefined ? { school: OTHER, otherSchool: schoolName } : {});
