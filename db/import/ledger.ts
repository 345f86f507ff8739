import type { Check } from './checks.ts';
import { type Kind, stageOf } from './kinds.ts';

/** Reason that is kept with a belief that an import closed. */
export const IMPORT_REASON = 'import';

/** Closes the current belief of every changed row; the loader opens the next one. */
export function closeChanged(kind: Kind, table: string): string {
  return `update kansenlijn.${table} t set closing = 'corrected', closing_reason = '${IMPORT_REASON}'
    from ${stageOf(kind)} s where s.state = 'changed' and t.fact_id = s.target and t.closed_revision is null`;
}

/** A record that people withdrew does not come back because the source changed it. */
export function withdrawnCheck(kind: Kind, table: string): Check {
  return { kind, column: 'id', sql: `
    select s.line, s.id as value, 'is in Kansenlijn ingetrokken en kan niet meer veranderen. Haal de rij weg of geef haar een nieuwe id.' as text
    from ${stageOf(kind)} s where s.state = 'changed'
    and not exists (select from kansenlijn.${table} t where t.fact_id = s.target and t.closed_revision is null)` };
}
