import type { Check } from './checks.ts';
import { KEYED_BY_THEMSELVES, type Kind, stageOf } from './kinds.ts';
import { LIVE } from './stage.ts';

/**
 * Records that are not in the ledger: places and organisations. Their history is not kept,
 * so an import may change a name but never what figures of the past rest on.
 */
export interface ReferenceTable {
  readonly kind: Kind;
  readonly table: string;
  /** Table column -> what of the staged row goes in. */
  readonly columns: Readonly<Record<string, string>>;
  /** Table columns by which a record that is here already is recognised. */
  readonly naturalKey: readonly string[];
  /** Table columns that keep their value once they have one. */
  readonly fixed: readonly string[];
  /** Table columns that an empty cell leaves as they are: people may have filled them in. */
  readonly kept?: readonly string[];
  /** Combinations of table columns that only one record may have, with the column of the file that is reported. */
  readonly unique: readonly { readonly columns: readonly string[]; readonly report: string; readonly text: string }[];
}

const keyOf = (kind: Kind): string => KEYED_BY_THEMSELVES[kind]?.key ?? 'id';

function matches(table: ReferenceTable, columns: readonly string[], left: string): string {
  return columns.map((column) => `${left}.${column} = s.${table.columns[column]}`).join(' and ');
}

/** Recognises records that another source, or a person, brought in before. */
export function adoptSql(table: ReferenceTable): string {
  return `update ${stageOf(table.kind)} s set target = t.${keyOf(table.kind)}, state = 'adopted'
    from kansenlijn.${table.table} t where s.state = 'new' and ${matches(table, table.naturalKey, 't')}`;
}

export function referenceTableChecks(table: ReferenceTable): Check[] {
  return [...table.fixed.map((column) => fixedCheck(table, column)), ...table.unique.flatMap((unique) => uniqueChecks(table, unique))];
}

function fixedCheck(table: ReferenceTable, column: string): Check {
  const staged = table.columns[column]!;
  const reported = staged.replace(/_target$/, '');
  return { kind: table.kind, column: reported, sql: `
    select s.line, s.${reported}::text as value, 'kan niet veranderen: eerdere cijfers rusten erop. Geef een nieuw record een nieuwe id.' as text
    from ${stageOf(table.kind)} s join kansenlijn.${table.table} t on t.${keyOf(table.kind)} = s.target
    where s.state in ('changed', 'adopted') and t.${column} <> s.${staged}` };
}

function uniqueChecks(table: ReferenceTable, unique: ReferenceTable['unique'][number]): Check[] {
  const stage = stageOf(table.kind);
  const staged = unique.columns.map((column) => table.columns[column]!);
  const value = `s.${unique.report}::text as value`;
  return [
    { kind: table.kind, column: unique.report, sql: `
      select s.line, ${value}, '${unique.text} staat ook op regel ' || min(o.line) || '.' as text
      from ${stage} s join ${stage} o on o.line < s.line and o.state <> 'broken' and ${staged.map((column) => `o.${column} = s.${column}`).join(' and ')}
      where s.state <> 'broken' group by s.line, s.${unique.report}` },
    { kind: table.kind, column: unique.report, sql: `
      select s.line, ${value}, '${unique.text} is al van een ander record in Kansenlijn.' as text
      from ${stage} s join kansenlijn.${table.table} t on t.${keyOf(table.kind)} <> s.target and ${matches(table, unique.columns, 't')}
      where ${LIVE} and not exists (select from ${stage} o where o.target = t.${keyOf(table.kind)} and o.state in ('changed', 'adopted'))` },
  ];
}

/** Statements that store the rows. */
export function storeReferenceSql(table: ReferenceTable): string[] {
  const key = keyOf(table.kind);
  const columns = Object.entries(table.columns).filter(([column]) => column !== key);
  return [
    `insert into kansenlijn.${table.table} (${[key, ...columns.map(([column]) => column)].join(', ')})
     select s.target${columns.map(([, staged]) => `, s.${staged}`).join('')} from ${stageOf(table.kind)} s where s.state = 'new'`,
    `update kansenlijn.${table.table} t set ${columns.map(([column, staged]) => `${column} = ${newValue(table, column, staged)}`).join(', ')}
     from ${stageOf(table.kind)} s where t.${key} = s.target and s.state in ('changed', 'adopted')`,
  ];
}

/** An empty cell removes a value, except one that is fixed or that came from elsewhere. */
function newValue(table: ReferenceTable, column: string, staged: string): string {
  if (table.fixed.includes(column)) return `coalesce(t.${column}, s.${staged})`;
  if (table.kept?.includes(column)) return `coalesce(s.${staged}, t.${column})`;
  return `case when s.state = 'adopted' then coalesce(s.${staged}, t.${column}) else s.${staged} end`;
}
