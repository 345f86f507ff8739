import { z } from 'zod/v4';
import type { HandoversPort, Programme } from '../../dialogs/handover/port.ts';
import { CONTENT_FIELDS, type ContentField } from '../../src/policy/handover/content.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

type ContentPart = Pick<HandoversPort, 'programme' | 'saveProgramme' | 'programmeFromPlacements' | 'content' | 'saveContent'>;

const days = { startedOn: z.string(), endedOn: z.string().nullable(), hoursPerWeek: z.number() };
const withoutNull = <T extends { endedOn: string | null }>({ endedOn, ...rest }: T): Omit<T, 'endedOn'> & { endedOn?: string } => ({ ...rest, ...(endedOn ? { endedOn } : {}) });
const programmeSchema = z.object({ programme: z.string(), ...days }).transform((row): Programme => withoutNull(row));
const contentSchema = z.object({ field: z.enum([...CONTENT_FIELDS] as [ContentField, ...ContentField[]]), value: z.string() });

/** What is told about the child. The database refuses tier B without consent, whoever asks. */
export function createHandoverContent(session: Session): ContentPart {
  return {
    programme: (handoverId) => queryRow(session, programmeSchema, `
      select programme, started_on as "startedOn", ended_on as "endedOn", hours_per_week as "hoursPerWeek" from handover_programme where handover_id = $1::uuid`, [handoverId]),

    async saveProgramme(handoverId, { programme, startedOn, endedOn, hoursPerWeek }) {
      await execute(session, `
        insert into handover_programme (handover_id, programme, started_on, ended_on, hours_per_week) values ($1::uuid, $2::text, $3::date, $4::date, $5::numeric)
        on conflict (handover_id) do update set programme = excluded.programme, started_on = excluded.started_on, ended_on = excluded.ended_on, hours_per_week = excluded.hours_per_week`,
        [handoverId, programme, startedOn, endedOn ?? null, hoursPerWeek]);
    },

    // The first day of the earliest VE placement, or of any when there is none, and what is so of the latest.
    programmeFromPlacements: (handoverId) => queryRow(session, z.object(days).transform(withoutNull), `
      with own as (
        select p.valid, p.hours_per_week, p.ve_place from handover h join placement p on same_child(p.child_id) = same_child(h.child_id)
        where h.id = $1::uuid and p.closed_revision is null and p.location_id = any (own_locations())
      ), counted as (select * from own where ve_place or not exists (select from own o where o.ve_place))
      select min(lower(valid)) as "startedOn", case when bool_or(upper_inf(valid)) then null else max(upper(valid)) - 1 end as "endedOn",
        (array_agg(hours_per_week order by lower(valid) desc))[1] as "hoursPerWeek"
      from counted having count(*) > 0`, [handoverId]),

    async content(handoverId) {
      const rows = await queryRows(session, contentSchema, 'select field, value from handover_content where handover_id = $1::uuid', [handoverId]);
      return new Map(rows.map(({ field, value }) => [field, value]));
    },

    async saveContent(handoverId, content) {
      const filled = [...content].filter(([, value]) => value !== '');
      const emptied = [...content].filter(([, value]) => value === '').map(([field]) => field);
      if (emptied.length > 0) await execute(session, 'delete from handover_content where handover_id = $1::uuid and field = any ($2::text[])', [handoverId, emptied]);
      if (filled.length === 0) return;
      await execute(session, `
        insert into handover_content (handover_id, field, value) select $1::uuid, t.field, t.value from unnest($2::text[], $3::text[]) t (field, value)
        on conflict (handover_id, field) do update set value = excluded.value where handover_content.value <> excluded.value`,
        [handoverId, filled.map(([field]) => field), filled.map(([, value]) => value)]);
    },
  };
}
