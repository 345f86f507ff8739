import { NON_REACH_REASONS, EXIT_REASONS } from '../../policy/national/reasons.ts';
import { childCodeCell, codesCell, dayCell, hoursCell, reasonCell, reasonsCell, textCell, wholeCell, wordCell, yesNoCell } from '../cells.ts';
import { column, type FileSpec, notBefore, optional, type RowIssue, type Values } from '../file-spec.ts';
import { id, municipality, reference } from './common.ts';

const day = column('date', dayCell);
const note = optional(column('text', textCell(500)));
const child = reference('kinderen');
const exitReason = column('text', reasonCell(EXIT_REASONS));

const children: FileSpec = {
  kind: 'kinderen',
  columns: {
    id, code: optional(column('text', childCodeCell)), geboortedatum: day,
    gemeente: municipality, wijk: optional(reference('wijken')),
  },
};

const ownReferences: FileSpec = {
  kind: 'verwijzingen', key: ['organisatie', 'kind'],
  columns: { kind: child, organisatie: reference('organisaties'), verwijzing: column('text', textCell(64)) },
};

const indications: FileSpec = {
  kind: 'indicaties',
  columns: {
    id, kind: child, datum: day, gronden: column('text[]', codesCell),
    organisatie: optional(reference('organisaties')), ingetrokken_op: optional(day),
  },
  checkRow: (row) => (row['ingetrokken_op'] === row['datum']
    ? [{ column: 'ingetrokken_op', text: 'is dezelfde dag als datum; laat de rij dan weg.' }]
    : notBefore(row, 'datum', 'ingetrokken_op')),
};

function reasonsFitKind(row: Values): RowIssue[] {
  if (row['soort'] === 'non_reach' && row['redenen'] === undefined) return [{ column: 'redenen', text: 'mag niet leeg zijn bij niet_bereikt.' }];
  if (row['soort'] === 'offer' && row['redenen'] !== undefined) return [{ column: 'redenen', text: 'moet leeg zijn bij aanbod.' }];
  return [];
}

const guidance: FileSpec = {
  kind: 'toeleiding',
  columns: {
    id, kind: child, datum: day,
    soort: column('text', wordCell({ aanbod: 'offer', weigering: 'refusal', niet_bereikt: 'non_reach' })),
    redenen: optional(column('text[]', reasonsCell(NON_REACH_REASONS))), toelichting: note,
  },
  checkRow: reasonsFitKind,
};

function exitIsComplete(row: Values): RowIssue[] {
  if (row['laatste_dag'] !== undefined && row['reden'] === undefined) return [{ column: 'reden', text: 'mag niet leeg zijn als er een laatste dag is.' }];
  if (row['laatste_dag'] === undefined && row['reden'] !== undefined) return [{ column: 'laatste_dag', text: 'mag niet leeg zijn als er een reden is.' }];
  return notBefore(row, 'start', 'laatste_dag');
}

const placements: FileSpec = {
  kind: 'plaatsingen',
  columns: {
    id, kind: child, groep: reference('groepen'), start: day, ve_plaats: column('boolean', yesNoCell),
    uren_per_week: column('numeric', hoursCell), dagen_per_week: column('integer', wholeCell(1, 5)),
    laatste_dag: optional(day), reden: optional(exitReason), toelichting: note,
  },
  checkRow: exitIsComplete,
};

const exits: FileSpec = {
  kind: 'uitstroom',
  columns: { id, plaatsing: reference('plaatsingen'), laatste_dag: day, reden: exitReason, toelichting: note },
};

export const CHILD_FILES: readonly FileSpec[] = [children, ownReferences, indications, guidance, placements, exits];
