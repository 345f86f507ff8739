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

/** A place for every indicated child of 2,5 to 4 years, in number and spread. */
export const PRIMARY_EDUCATION_ACT_SUPPLY: Citation = {
  document: 'Wet op het primair onderwijs',
  section: 'artikel 159',
  status: 'read',
};

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
