import type { Kind } from '../../../db/import/kinds.ts';
import { dayCell, idCell, municipalityCell, nameCell } from '../cells.ts';
import { type Column, column, explained } from '../file-spec.ts';

export const id = (about: string, example: string): Column => explained(column('text', idCell), about, example);
export const name = (about: string, example: string): Column => explained(column('text', nameCell), about, example);
export const day = (about: string, example: string): Column => explained(column('date', dayCell), about, example);

/** The id of a record of another file; `about` adds what that record must be. */
export function reference(kind: Kind, example: string, about = ''): Column {
  return { ...column('text', idCell), references: kind, about: `→ ${kind}${about}`, example };
}

export const municipality: Column = {
  ...column('text', municipalityCell), references: 'gemeenten', digits: 4, about: 'code van een gemeente', example: '0273',
};

/** The neighbourhood of a row that also names a municipality. */
export const neighbourhood: Column = reference('wijken', 'w1', ', in dezelfde gemeente');
