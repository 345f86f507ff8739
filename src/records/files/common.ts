import type { Kind } from '../../../db/import/kinds.ts';
import { idCell, municipalityCell } from '../cells.ts';
import { type Column, column } from '../file-spec.ts';

export const id = column('text', idCell);

/** The id of a record of another file. */
export function reference(kind: Kind): Column {
  return { ...column('text', idCell), references: kind };
}

export const municipality: Column = { ...column('text', municipalityCell), references: 'gemeenten' };
