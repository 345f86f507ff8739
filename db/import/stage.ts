import type pg from 'pg';
import { KEYED_BY_THEMSELVES, type Kind, stageOf } from './kinds.ts';

export type CellValue = string | number | boolean | readonly string[];

export interface StageColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'integer' | 'numeric' | 'boolean' | 'text[]';
  /** The cell is the id of a record of this kind, in these files or in an earlier import of the same source. */
  readonly references?: Kind;
}

/** One file as a temporary table. Names come from our own code, never from a file. */
export interface StageTable {
  readonly kind: Kind;
  readonly columns: readonly StageColumn[];
}

export interface StagedRow {
  readonly line: number;
  /** The source's own id of the record. */
  readonly id: string;
  /** Hex SHA-256 of the values; absent for a row with problems, which is kept so that references to it resolve. */
  readonly hash?: string;
  readonly values: Readonly<Record<string, CellValue | undefined>>;
}

/**
 * State of a staged row: `new`; `changed` since an earlier import of this source; `unchanged`;
 * `adopted`: new for this source, but the record was here already; `broken`: it has problems.
 */
export type RowState = 'new' | 'changed' | 'unchanged' | 'adopted' | 'broken';

/** Rows that an import has to look at: everything but what it knows already and what has problems anyway. */
export const LIVE = `s.state in ('new', 'changed', 'adopted')`;

export async function createStage(client: pg.ClientBase, table: StageTable): Promise<void> {
  const target = idType(table.kind);
  await client.query(`create temporary table ${stageOf(table.kind)} (
    line integer not null, id text primary key, hash text, state text not null,
    target ${target} not null, version_id uuid not null default gen_random_uuid()
    ${table.columns.map((column) => `, ${column.name} ${column.type}`).join('')}
    ${references(table).map((column) => `, ${column.name}_target ${idType(column.references)}`).join('')}
  ) on commit drop`);
}

/** After the last row of a file: what joins need to be quick. */
export async function finishStage(client: pg.ClientBase, kind: Kind): Promise<void> {
  await client.query(`create index on ${stageOf(kind)} (target)`);
  await client.query(`analyze ${stageOf(kind)}`);
}

/** Stores rows of one file and resolves what they refer to. Files they refer to must have been staged before. */
export async function stageRows(client: pg.ClientBase, table: StageTable, source: string, rows: readonly StagedRow[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row.values, line: row.line, id: row.id, hash: row.hash })));
  await client.query({ name: `stage_${table.kind}`, text: stagingSql(table), values: [json, source] });
}

function stagingSql(table: StageTable): string {
  const names = table.columns.filter((column) => column.name !== 'id');
  const refs = references(table);
  const target = KEYED_BY_THEMSELVES[table.kind] ? 'x.id' : 'coalesce(r.target_id::uuid, gen_random_uuid())';
  return `
    insert into ${stageOf(table.kind)} (line, id, hash, state, target
      ${names.map((column) => `, ${column.name}`).join('')} ${refs.map((column) => `, ${column.name}_target`).join('')})
    select x.line, x.id, x.hash,
      case when x.hash is null then 'broken' when r.source_id is null then 'new'
           when r.content_hash = decode(x.hash, 'hex') then 'unchanged' else 'changed' end,
      ${target}
      ${names.map((column) => `, x.${column.name}`).join('')} ${refs.map((column) => `, ${targetOf(column)}`).join('')}
    from json_to_recordset($1::json) as x (line integer, id text, hash text ${names.map((column) => `, ${column.name} ${column.type}`).join('')})
    left join lateral (select * from kansenlijn.import_record k where k.source = $2 and k.kind = '${table.kind}' and k.source_id = x.id limit 1) r on true
    ${refs.map(joinOf).join('')}`;
}

type Reference = StageColumn & { readonly references: Kind };

function references(table: StageTable): Reference[] {
  return table.columns.filter((column): column is Reference => column.references !== undefined);
}

function idType(kind: Kind): 'text' | 'uuid' {
  return KEYED_BY_THEMSELVES[kind] ? 'text' : 'uuid';
}

function targetOf({ name, references: kind }: Reference): string {
  const known = KEYED_BY_THEMSELVES[kind];
  return known ? `coalesce(${name}_staged.target, ${name}_known.${known.key})` : `coalesce(${name}_staged.target, ${name}_known.target_id::uuid)`;
}

/**
 * One index lookup a row. `limit` keeps the planner from joining otherwise: it knows nothing
 * yet about rows that this transaction or the one before has just written.
 */
function joinOf({ name, references: kind }: Reference): string {
  const known = KEYED_BY_THEMSELVES[kind];
  const elsewhere = known
    ? `kansenlijn.${known.table} k where k.${known.key} = x.${name}`
    : `kansenlijn.import_record k where k.source = $2 and k.kind = '${kind}' and k.source_id = x.${name}`;
  return `
    left join lateral (select k.target from ${stageOf(kind)} k where k.id = x.${name} limit 1) ${name}_staged on true
    left join lateral (select * from ${elsewhere} limit 1) ${name}_known on true`;
}
