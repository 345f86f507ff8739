import type pg from 'pg';
import { LIVE, type StageTable } from './stage.ts';
import { type Kind, stageOf } from './kinds.ts';

/** A question to the staged rows and the database, whose every answer is a problem. */
export interface Check {
  readonly kind: Kind;
  readonly column?: string;
  /** Selects `line`, `value` (text or null) and `text`: Dutch, what is wrong; `{kind}` in it is the file of that kind. May use `import_context`. */
  readonly sql: string;
}

export interface CheckedProblem {
  readonly kind: Kind;
  readonly line: number;
  readonly column?: string;
  readonly value?: string;
  readonly text: string;
}

interface FoundRow { line: number; value: string | null; text: string; total: number }

/** Runs one check. Returns the first problems and how many there are in all. */
export async function runCheck(client: pg.ClientBase, check: Check, limit: number): Promise<{ problems: CheckedProblem[]; total: number }> {
  const { rows } = await client.query<FoundRow>(
    `select line, value::text as value, text, (count(*) over ())::int as total from (${check.sql}) found order by line limit $1`, [limit]);
  return { problems: rows.map((row) => problemOf(check, row)), total: rows[0]?.total ?? 0 };
}

function problemOf(check: Check, row: FoundRow): CheckedProblem {
  return {
    kind: check.kind, line: row.line, text: row.text,
    ...(check.column === undefined ? {} : { column: check.column }),
    ...(row.value === null ? {} : { value: row.value }),
  };
}

/** A reference must lead to a record in the files or from an earlier import of this source. */
export function referenceChecks(table: StageTable): Check[] {
  return table.columns.filter((column) => column.references !== undefined).map(({ name, references }) => ({
    kind: table.kind,
    column: name,
    sql: `select s.line, s.${name} as value, 'staat niet in {${references}} en niet in een eerdere import van deze bron.' as text
          from ${stageOf(table.kind)} s where s.state <> 'broken' and s.${name} is not null and s.${name}_target is null`,
  }));
}

/** Text that PostgreSQL writes as a Dutch date. */
export function dutchDate(expression: string): string {
  return `to_char(${expression}, 'DD-MM-YYYY')`;
}

/**
 * Periods of one thing must not overlap. `next` selects line, id, owner, valid of the rows to be stored;
 * `stored` selects owner, valid of what stays as it is. The later row of two is the one reported.
 */
export function overlapChecks(kind: Kind, column: string, next: string, stored: string, what: string): Check[] {
  return [
    { kind, column, sql: `
      select b.line, ${dutchDate('lower(b.valid)')} as value, 'de periode overlapt met die van regel ' || min(a.line) || ' (${what}).' as text
      from (${next}) a join (${next}) b on a.owner = b.owner and a.valid && b.valid and a.line < b.line
      group by b.line, b.valid` },
    { kind, column, sql: `
      select b.line, ${dutchDate('lower(b.valid)')} as value,
        'de periode overlapt met wat al vastligt vanaf ' || ${dutchDate('min(lower(a.valid))')} || ' (${what}).' as text
      from (${stored}) a join (${next}) b on a.owner = b.owner and a.valid && b.valid group by b.line, b.valid` },
  ];
}

/** The neighbourhood must lie in the municipality of the same row. */
export function neighbourhoodCheck(kind: Kind): Check {
  return { kind, column: 'wijk', sql: `
    select s.line, s.wijk as value, 'deze wijk ligt niet in gemeente ' || s.gemeente || '.' as text
    from ${stageOf(kind)} s
    left join ${stageOf('wijken')} w on w.target = s.wijk_target and w.state <> 'broken'
    left join kansenlijn.neighbourhood n on n.id = s.wijk_target
    where ${LIVE} and coalesce(w.gemeente, n.municipality_code) <> s.gemeente` };
}

/** The organisation must be of the kind that this record needs. `label` is the Dutch word of the files. */
export function organisationKindCheck(kind: Kind, column: string, organisationKind: string, label: string): Check {
  return { kind, column, sql: `
    select s.line, s.${column} as value, 'is geen organisatie van soort ${label}.' as text
    from ${stageOf(kind)} s
    left join ${stageOf('organisaties')} o on o.target = s.${column}_target and o.state <> 'broken'
    left join kansenlijn.organisation k on k.id = s.${column}_target
    where ${LIVE} and coalesce(o.soort, k.kind) <> '${organisationKind}'` };
}
