import { z } from 'zod/v4';
import type { ChangesQuery } from '../../dialogs/ports.ts';
import { CHANGE_LABELS, type Change, type ChangeKind } from '../../src/figures/difference.ts';
import { queryRows, type Session } from '../session.ts';

/**
 * What happened to children ($1) and locations ($2) that was not known at a moment (revision
 * $3, limit of knowledge $4), as far as it counts for a day up to and including $5. A correction closes a belief and opens
 * another: the opening tells what it was. A withdrawal opens nothing, so its closing does.
 */
const OPENED = (row: string): string => `not (${row}.revision <= $3::bigint and ${row}.known_from <= $4::timestamptz)`;
const CLOSED = (row: string): string =>
  `${row}.closing = 'withdrawn' and ${row}.closed_revision is not null and not (${row}.closed_revision <= $3::bigint and ${row}.known_until <= $4::timestamptz)`;

/** Every code that was ever joined, because a child may have been two at one moment and one at the other. */
const CODES = `code as materialized (
  select c.id as child_id, c.id as key from unnest($1::uuid[]) c (id)
  union select j.child_id, j.into_child_id from child_join j where j.into_child_id = any ($1::uuid[])
  union select j.into_child_id, j.child_id from child_join j where j.child_id = any ($1::uuid[])
)`;

/** A school is a row of some figures, and its result of a domain by an instrument of others. */
const RESULT_KEYS = `(values (r.school_id::text), (r.school_id || ' ' || r.domain || ' ' || r.instrument)) as`;

const LEDGER_CHANGES = `
with ${CODES}
select ledger.key::text as key, ledger.kind from (
select c.key, case p.change when 'recorded' then 'placement-recorded' when 'imported' then 'placement-imported' when 'exited' then 'exit-processed'
    when 'reopened' then 'exit-reopened' else 'placement-corrected' end as kind
  from code c join placement p on p.child_id = c.child_id where ${OPENED('p')} and lower(p.valid) <= $5::date
union select c.key, 'placement-withdrawn' from code c join placement p on p.child_id = c.child_id where ${CLOSED('p')} and lower(p.valid) <= $5::date
union select c.key, case i.change when 'recorded' then 'indication-recorded' when 'imported' then 'indication-imported' else 'indication-corrected' end
  from code c join indication i on i.child_id = c.child_id where ${OPENED('i')} and lower(i.valid) <= $5::date
union select c.key, 'indication-withdrawn' from code c join indication i on i.child_id = c.child_id where ${CLOSED('i')} and lower(i.valid) <= $5::date
union select c.key, case g.change when 'corrected' then 'guidance-corrected' else 'guidance-recorded' end
  from code c join guidance_outcome g on g.child_id = c.child_id where ${OPENED('g')} and g.on_date <= $5::date
union select c.key, 'guidance-withdrawn' from code c join guidance_outcome g on g.child_id = c.child_id where ${CLOSED('g')} and g.on_date <= $5::date
union select c.key, 'handover-recorded' from code c join handover h on h.child_id = c.child_id join handover_step s on s.handover_id = h.id where s.side <> 'system' and ${OPENED('s')} and s.on_date <= $5::date
union select c.key, 'handover-undone' from code c join handover h on h.child_id = c.child_id join handover_step s on s.handover_id = h.id where ${CLOSED('s')} and s.on_date <= $5::date
union select c.key, 'residence-changed' from code c join child_detail d on d.child_id = c.child_id where ${OPENED('d')} and d.change <> 'recorded'
union select c.key, 'codes-joined' from code c join child_join j on j.child_id = c.child_id or j.into_child_id = c.child_id where ${OPENED('j')}
union select c.key, 'codes-parted' from code c join child_join j on j.child_id = c.child_id or j.into_child_id = c.child_id where ${CLOSED('j')}
union select o.location_id, 'offer-changed' from ve_place_offer o where o.location_id = any ($2::uuid[]) and (${OPENED('o')} or ${CLOSED('o')})
union select p.location_id, case p.change when 'recorded' then 'placement-recorded' when 'imported' then 'placement-imported' when 'exited' then 'exit-processed'
    when 'reopened' then 'exit-reopened' else 'placement-corrected' end
  from placement p where p.location_id = any ($2::uuid[]) and ${OPENED('p')} and lower(p.valid) <= $5::date
union select p.location_id, 'placement-withdrawn' from placement p where p.location_id = any ($2::uuid[]) and ${CLOSED('p')} and lower(p.valid) <= $5::date
) ledger
union select k.key, case r.change when 'recorded' then 'result-recorded' when 'imported' then 'result-imported' else 'result-corrected' end
  from kindergarten_result r cross join lateral ${RESULT_KEYS} k (key) where r.school_id = any ($2::uuid[]) and ${OPENED('r')}
union select k.key, 'result-withdrawn' from kindergarten_result r cross join lateral ${RESULT_KEYS} k (key) where r.school_id = any ($2::uuid[]) and ${CLOSED('r')}`;

const changeRow = z.object({ key: z.string(), kind: z.enum(Object.keys(CHANGE_LABELS) as [ChangeKind, ...ChangeKind[]]) });

export const ledgerChanges = (session: Session, { children, locations, since, referenceDate }: ChangesQuery): Promise<readonly Change[]> =>
  queryRows(session, changeRow, LEDGER_CHANGES, [children, locations, since.revision, since.knownAt, referenceDate]);
