import type { Citation } from '../engine/types.ts';

const DECREE = 'Besluit basisvoorwaarden kwaliteit voorschoolse educatie';

/** From 2,5 years on a child can receive at least 960 hours in a year and a half. */
export const DECREE_HOURS: Citation = { document: DECREE, section: 'artikel 2, eerste lid', status: 'read' };

/** Hours above six a day do not count. */
export const DECREE_HOURS_A_DAY: Citation = { document: DECREE, section: 'artikel 2, tweede lid', status: 'read' };

/** At most 16 children present in a group. */
export const DECREE_GROUP_SIZE: Citation = {
  document: DECREE,
  section: 'artikel 3, tweede lid',
  status: 'read-old-version',
  note: 'Gelezen in de tekst van 2018, niet in de tekst die nu geldt.',
};

/** Ten hours a year of a VE policy officer for each target toddler of 2,5 to 4 years on 1 January, per location. */
export const DECREE_POLICY_OFFICER: Citation = { document: DECREE, section: 'artikel 2a', status: 'read', note: 'Het artikel is gelezen; het lid is niet vastgelegd.' };

/** At least one VE professional for eight children present. */
export const DECREE_STAFF_RATIO: Citation = {
  document: DECREE,
  section: 'artikel 3, eerste lid',
  status: 'read-old-version',
  note: 'Gelezen in de tekst van 2018, niet in de tekst die nu geldt.',
};

/** A training plan for each location, every year. */
export const DECREE_TRAINING_PLAN: Citation = {
  document: DECREE,
  section: 'artikel 4, vierde lid',
  status: 'read-old-version',
  note: 'Gelezen in de tekst van 2018, niet in de tekst die nu geldt.',
};

/** The four domains of the programme. */
export const DECREE_DOMAINS: Citation = { document: DECREE, section: 'artikel 5', status: 'read' };

/** A place for every indicated child of 2,5 to 4 years, in number and spread. */
export const PRIMARY_EDUCATION_ACT_SUPPLY: Citation = {
  document: 'Wet op het primair onderwijs',
  section: 'artikel 159',
  status: 'read',
};

/** Agreements on target group, guidance, handover and results. */
export const PRIMARY_EDUCATION_ACT_AGREEMENTS: Citation = {
  document: 'Wet op het primair onderwijs',
  section: 'artikel 160',
  status: 'read',
  note: 'Het artikel is gelezen, de leden niet afzonderlijk.',
};

/** Yearly talks on integration, segregation, enrolment and admission, and disadvantage. */
export const PRIMARY_EDUCATION_ACT_TALKS: Citation = {
  document: 'Wet op het primair onderwijs, artikel 161, en Wet voortgezet onderwijs 2020, artikel 3.42',
  status: 'read',
};

/** What a provider tells the school about a child. */
export const HANDOVER_DUTY: Citation = {
  document: 'Wet op het primair onderwijs, artikel 160 (voorheen artikel 167, derde lid), en Besluit kwaliteit kinderopvang',
  status: 'read',
  note: 'De bewaartermijn van twee jaar is alleen in een oudere tekst gelezen.',
};

export const CITIZEN_NUMBER: Citation = { document: 'Uitvoeringswet AVG', section: 'artikel 46', status: 'read' };

export const MEDICAL_SECRECY: Citation = { document: 'Beroepsgeheim van de jeugdgezondheidszorg', status: 'read' };

/** The reasons of non-reach that the Inspectorate lists in its yearly form. */
export const INSPECTORATE_FORM: Citation = {
  document: 'Inspectie van het Onderwijs, jaarlijkse vragenlijst LEA/vve',
  section: 'redenen van niet-bereik',
  status: 'not-read',
  note: 'Overgenomen uit een beschrijving van de vragenlijst; de vragenlijst van dit jaar is niet gelezen.',
};

/**
 * A rule of this product and of nobody else, there to keep records sound. It is
 * written out in `registratieregels.md` next to this file, under this heading.
 */
export function recordingRule(section: string): Citation {
  return { document: 'Registratieregels Kansenlijn', section, status: 'read' };
}
