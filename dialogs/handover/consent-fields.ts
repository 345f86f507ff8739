import type { Field } from '../../cards/models.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import { CONSENT_WAYS, type ConsentWay, type StepName } from '../../src/policy/handover/index.ts';
import { chosenCode, isoDay, optional, required } from '../fields.ts';

export const CONSENT_ANSWERS = {
  consent_given: 'Ja, de ouders geven toestemming',
  consent_refused: 'Nee, de ouders weigeren',
  consent_asked: 'Gevraagd, nog geen antwoord',
  consent_withdrawn: 'De ouders trekken hun toestemming in',
} as const satisfies Partial<Record<StepName, string>>;
export type ConsentAnswer = keyof typeof CONSENT_ANSWERS;
const ANSWERS = Object.keys(CONSENT_ANSWERS) as ConsentAnswer[];
const WAYS = Object.keys(CONSENT_WAYS) as ConsentWay[];

export const consentShape = {
  consent: required(chosenCode(ANSWERS, 'Kies wat de ouders hebben geantwoord.')),
  consentOn: required(isoDay('Vul in op welke dag dat was.')),
  consentHow: optional(chosenCode(WAYS, 'Kies hoe de ouders het lieten weten.')),
};
export interface ConsentValues { readonly consent?: ConsentAnswer | undefined; readonly consentOn?: IsoDate | undefined; readonly consentHow?: ConsentWay | undefined }

/** An answer was told in some way; a question is only asked. */
export function complainAboutWay({ consent, consentHow }: ConsentValues, context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void }): void {
  if (consent === undefined || consent === 'consent_asked' || consentHow !== undefined) return;
  context.addIssue({ code: 'custom', path: ['consentHow'], message: 'Kies hoe de ouders het lieten weten.' });
}

const HINT = 'Om méér dan programma, start en uren met de school te delen. Ouders mogen weigeren, en later terugkomen op hun antwoord.';

export const consentFields = (answers: readonly ConsentAnswer[]): Field[] => [
  { kind: 'choice', id: 'consent', label: 'Toestemming van de ouders', required: true, ...(answers.includes('consent_given') ? { hint: HINT } : {}), options: answers.map((value) => ({ value, label: CONSENT_ANSWERS[value] })) },
  { kind: 'date', id: 'consentOn', label: 'Op welke dag?', required: true },
  { kind: 'choice', id: 'consentHow', label: 'Hoe lieten zij het weten?', options: WAYS.map((value) => ({ value, label: CONSENT_WAYS[value] })) },
];
export const FIRST_ANSWERS: readonly ConsentAnswer[] = ['consent_given', 'consent_refused', 'consent_asked'];

/** The step as it is stored; the way belongs to an answer only. */
export const consentStep = ({ consent, consentOn, consentHow }: Required<Pick<ConsentValues, 'consent' | 'consentOn'>> & ConsentValues) =>
  ({ step: consent!, onDate: consentOn!, ...(consent === 'consent_asked' || consentHow === undefined ? {} : { how: consentHow }) });
