/** What kindergarten results are told by. Codes are kept in the records; labels are what people read. */

interface Coded<Code extends string> { readonly code: Code; readonly label: string }

export const DOMAINS = [
  { code: 'language', label: 'Taal' }, { code: 'arithmetic', label: 'Rekenen' }, { code: 'motor', label: 'Motoriek' }, { code: 'social', label: 'Sociaal-emotioneel' },
] as const satisfies readonly Coded<string>[];
export type ResultDomain = (typeof DOMAINS)[number]['code'];

export const MOMENTS = [
  { code: 'end_group_1', label: 'Eind groep 1' }, { code: 'end_group_2', label: 'Eind groep 2' }, { code: 'start_group_3', label: 'Start groep 3' },
] as const satisfies readonly Coded<string>[];
export type ResultMoment = (typeof MOMENTS)[number]['code'];

export const POPULATIONS = [{ code: 've', label: 'VE-kinderen' }, { code: 'all', label: 'Alle kinderen' }] as const satisfies readonly Coded<string>[];
export type ResultPopulation = (typeof POPULATIONS)[number]['code'];

/** What schools measure with. Of `other` nobody knows whether two schools mean the same, so it is never added up. */
export const INSTRUMENTS = [
  { code: 'kijk', label: 'KIJK!' }, { code: 'bosos', label: 'BOSOS' }, { code: 'cito', label: 'Cito' }, { code: 'iep', label: 'IEP' }, { code: 'dia', label: 'Dia' },
  { code: 'parnassys', label: 'ParnasSys Leerlijnen' }, { code: 'slo', label: 'Observatie op SLO-doelen' }, { code: 'other', label: 'Ander instrument' },
] as const satisfies readonly Coded<string>[];

const labelIn = (list: readonly Coded<string>[], code: string): string => list.find((one) => one.code === code)?.label ?? code;
export const domainLabel = (code: string): string => labelIn(DOMAINS, code);
export const momentLabel = (code: string): string => labelIn(MOMENTS, code);
export const populationLabel = (code: string): string => labelIn(POPULATIONS, code);
/** In a sentence: "80% van alle kinderen". */
export const populationWords = (code: string): string => (code === 'all' ? 'alle kinderen' : populationLabel(code));
export const instrumentLabel = (code: string): string => labelIn(INSTRUMENTS, code);

/** "2024-2025". */
export const schoolYearLabel = (year: number): string => `${year}-${year + 1}`;
