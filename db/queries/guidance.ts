import type { GuidanceKind, GuidancePort } from '../../dialogs/ports.ts';
import { execute, type Session } from '../session.ts';

export interface NewGuidance {
  readonly childId: string;
  readonly factId?: string;
  readonly onDate: string;
  readonly kind: GuidanceKind;
  readonly reasons: readonly string[];
  readonly note?: string;
  readonly change: 'recorded' | 'corrected';
  readonly confirmations: readonly string[];
}

/** Opens a belief about an outcome of guidance. */
export async function insertGuidance(session: Session, input: NewGuidance): Promise<void> {
  await execute(session, `
    insert into guidance_outcome (fact_id, child_id, on_date, kind, reasons, note, change, confirmations)
    values (coalesce($1::uuid, gen_random_uuid()), $2::uuid, $3::date, $4::text, $5::text[], $6::text, $7::text, $8::text[])`,
    [input.factId ?? null, input.childId, input.onDate, input.kind, input.reasons, input.note ?? null, input.change, input.confirmations]);
}

export function createGuidancePort(session: Session): GuidancePort {
  return { record: (input) => insertGuidance(session, { ...input, change: 'recorded' }) };
}
