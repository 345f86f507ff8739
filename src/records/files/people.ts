import { textCell, wordCell } from '../cells.ts';
import { column, type FileSpec, optional, type RowIssue, type Values } from '../file-spec.ts';
import { municipality, reference } from './common.ts';

const PLACES = ['locatie', 'school', 'organisatie', 'gemeente', 'regio'] as const;

/** Where each role holds: exactly these columns are filled. */
const PLACES_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  childcare: ['locatie'], school: ['school'], health: ['organisatie', 'gemeente'],
  official: ['gemeente'], regional: ['regio'], reader: ['gemeente'],
};

function placeFitsRole(row: Values): RowIssue[] {
  const needed = PLACES_OF_ROLE[String(row['rol'])] ?? [];
  return PLACES.flatMap((place) => {
    if (needed.includes(place) === (row[place] !== undefined)) return [];
    return [{ column: place, text: needed.includes(place) ? 'mag niet leeg zijn bij deze rol.' : 'moet leeg zijn bij deze rol.' }];
  });
}

const account = textCell(100).refine((text) => !text.includes('|'), 'mag geen | bevatten.');

/** `tenant` is required as well, unless the import was given one for all people. */
const people: FileSpec = {
  kind: 'personen', key: ['tenant', 'aad_object_id', 'rol', ...PLACES],
  columns: {
    tenant: optional(column('text', account)), aad_object_id: column('text', account),
    rol: column('text', wordCell({
      kinderopvang: 'childcare', jgz: 'health', school: 'school', gemeente: 'official', regio: 'regional', lezer: 'reader',
    })),
    locatie: optional(reference('locaties')), school: optional(reference('scholen')), organisatie: optional(reference('organisaties')),
    gemeente: optional(municipality), regio: optional(reference('regios')),
  },
  checkRow: placeFitsRole,
};

export const PEOPLE_FILES: readonly FileSpec[] = [people];
