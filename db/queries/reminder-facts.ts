import { z } from 'zod/v4';
import type { ReminderFact, ReminderKindId } from '../../dialogs/reminders/port.ts';
import { STEP_NAMES, type StepName } from '../../src/policy/handover/steps.ts';

/**
 * The facts behind reminders, under the person's own row-level security: an official reads
 * the same statements as the people of a place, because what nobody there takes is theirs.
 * $1 is today. Wide limits only; the kinds judge to the day.
 */

/** Every code of one child. */
const CODES = (one: string): string => `(select ${one} union all select j.child_id from child_join j where j.into_child_id = ${one} and j.closed_revision is null)`;
const DETAIL = (child: string): string => `join lateral (select cd.birth_date, cd.municipality_code from child_detail cd
  where cd.child_id = ${child} and cd.closed_revision is null order by lower(cd.valid) desc limit 1) d on true`;
const PLACED = (one: string): string => `exists (select from placement p where p.child_id in ${CODES(one)} and p.closed_revision is null and p.ve_place`;

const INDICATED = `select same_child(i.child_id) as one_child, min(lower(i.valid)) as since from indication i
  where i.closed_revision is null and i.valid @> $1::date group by 1`;
const OUTCOMES = `select g.kind, g.on_date from guidance_outcome g where g.child_id in ${CODES('i.one_child')} and g.closed_revision is null and g.on_date <= $1::date`;

/** Of all that anybody could still do something about: not four yet, or not for long. */
const YOUNG = `d.birth_date > $1::date - 1500`;

const SELECTS: Readonly<Record<ReminderKindId, string>> = {
  outcome: `
    select i.one_child::text as subject, d.municipality_code as place_id, c.code, d.birth_date, i.since
    from (${INDICATED}) i join child c on c.id = i.one_child ${DETAIL('c.id')}
    where ${YOUNG} and not exists (${OUTCOMES}) and not ${PLACED('i.one_child')})`,

  no_place: `
    select i.one_child::text as subject, d.municipality_code as place_id, c.code, d.birth_date, o.on_date as since
    from (${INDICATED}) i join child c on c.id = i.one_child ${DETAIL('c.id')}
    join lateral (${OUTCOMES} order by g.on_date desc, g.revision desc limit 1) o on o.kind = 'offer'
    where ${YOUNG} and not ${PLACED('i.one_child')} and (upper_inf(p.valid) or upper(p.valid) > $1::date))`,

  handover_due: `
    with placed as (
      select distinct on (same_child(p.child_id)) same_child(p.child_id) as one_child, p.child_id, p.location_id,
        bool_or(p.ve_place) over (partition by same_child(p.child_id)) as ve, p.valid, p.exit_reason
      from placement p join child_detail cd on cd.child_id = p.child_id and cd.closed_revision is null and cd.birth_date between $1::date - 1700 and $1::date - 900
      where p.closed_revision is null and lower(p.valid) <= $1::date and (upper_inf(p.valid) or upper(p.valid) > $1::date - 365)
      order by same_child(p.child_id), lower(p.valid) desc
    )
    select l.child_id::text as subject, l.location_id::text as place_id, c.code, d.birth_date,
      l.ve or exists (select from indication i where i.child_id in ${CODES('l.one_child')} and i.closed_revision is null) as with_ve_or_care,
      (select min(s.on_date) from handover h join handover_step s on s.handover_id = h.id and s.closed_revision is null and s.step in ('sent', 'completed')
        where h.child_id in ${CODES('l.one_child')}
          and not exists (select from handover_step w where w.handover_id = h.id and w.step = 'withdrawn' and w.closed_revision is null)) as done_on
    from placed l join child c on c.id = l.child_id ${DETAIL('c.id')}
    -- Who left for another place is handed over there.
    where upper_inf(l.valid) or upper(l.valid) > $1::date or l.exit_reason = 'school_at_4'`,

  handover_received: schoolSteps(`min(s.on_date) filter (where s.step = 'sent')`),
  handover_completed: schoolSteps(`min(s.on_date) filter (where s.step = 'received')`),
  feedback: schoolSteps(`min(s.on_date) filter (where s.step = 'completed')`),

  // One thing a school, moment and school year: the delivery is one form.
  results: `
    select distinct concat_ws(':', s.id, a.moment, a.school_year) as subject, s.id::text as place_id,
      case a.moment when 'start_group_3' then make_date(a.school_year, 9, 1) else make_date(a.school_year + 1, 5, 1) end as since
    from result_agreement a join school s on s.municipality_code = a.municipality_code and s.organisation_id = coalesce(a.organisation_id, s.organisation_id)
    where a.closed_revision is null and make_date(a.school_year, 9, 1) between $1::date - 450 and $1::date and coalesce(s.closed_on, 'infinity') > $1::date
      and not exists (select from kindergarten_result r where r.school_id = s.id and r.moment = a.moment and r.school_year = a.school_year and r.closed_revision is null)`,

  intake: `
    select c.id::text as subject, k.location_id::text as place_id, c.code, d.birth_date, min((k.linked_at at time zone 'Europe/Amsterdam')::date) as since
    from child_location k join child c on c.id = k.child_id ${DETAIL('c.id')}
    where k.location_id = any (own_locations()) and k.how <> 'import' and same_child(c.id) = c.id and ${YOUNG}
      and not exists (select from placement p where p.closed_revision is null and p.child_id in ${CODES('c.id')})
    group by c.id, k.location_id, c.code, d.birth_date`,

  turning_four: `
    select p.version_id::text as subject, p.location_id::text as place_id, c.code, d.birth_date
    from placement p join child c on c.id = p.child_id ${DETAIL('c.id')}
    where p.closed_revision is null and upper_inf(p.valid) and lower(p.valid) <= $1::date and d.birth_date between $1::date - 1700 and $1::date - 1390`,

  delivery: `
    select l.id::text as subject, l.id::text as place_id,
      coalesce((select max((greatest(p.known_from, p.known_until) at time zone 'Europe/Amsterdam')::date) from placement p where p.location_id = l.id), lower(o.valid)) as since
    from location l join ve_place_offer o on o.location_id = l.id and o.closed_revision is null and o.valid @> $1::date and o.places > 0
    where coalesce(l.closed_on, 'infinity') > $1::date`,

  capacity: `
    select o.version_id::text as subject, l.municipality_code as place_id, upper(o.valid) as until, l.name as place_name, l.id::text as code_id
    from ve_place_offer o join location l on l.id = o.location_id
    where o.closed_revision is null and upper(o.valid) between $1::date - 60 and $1::date + 90 and coalesce(l.closed_on, 'infinity') > upper(o.valid)
      and not exists (select from ve_place_offer n where n.location_id = o.location_id and n.closed_revision is null and (upper_inf(n.valid) or upper(n.valid) > upper(o.valid)))`,
};

function schoolSteps(since: string): string {
  return `
    select h.id::text as subject, h.school_id::text as place_id, coalesce(v.code, c.code) as code, coalesce(v.birth_date, d.birth_date) as birth_date, s.since, s.steps,
      h.started_by = 'school' as by_school, h.location_id is not null as has_location
    from handover h
    join lateral (select ${since} as since, array_agg(s.step order by s.sequence) as steps
      from handover_step s where s.handover_id = h.id and s.closed_revision is null and s.side <> 'system') s on s.since is not null
    left join handover_child v on v.handover_id = h.id
    left join child c on c.id = h.child_id
    left join lateral (select cd.birth_date from child_detail cd where cd.child_id = h.child_id and cd.closed_revision is null order by lower(cd.valid) desc limit 1) d on true
    where s.since > $1::date - 400 and exists (select from handover_schools() k where k.id = h.school_id and k.on_bot)`;
}

/** Whose people can act on a kind; the rest of the line goes to officials. */
export const ROLE_OF = {
  outcome: 'health', no_place: 'health', handover_due: 'childcare', handover_received: 'school', handover_completed: 'school', feedback: 'school', results: 'school',
  intake: 'childcare', turning_four: 'childcare', delivery: 'childcare', capacity: 'official',
} as const satisfies Record<ReminderKindId, string>;

/** Columns that not every kind has come as null, so that one schema reads them all. */
const row = (kind: ReminderKindId): string => `
  select f.subject, f.place_id as "placeId", coalesce(f.place_name, l.name, s.name, m.name) as place,
    coalesce(l.municipality_code, s.municipality_code, f.place_id) as "municipalityCode", f.code, f.birth_date as "birthDate", f.since, f.until,
    f.with_ve_or_care as "withVeOrCare", f.done_on as "doneOn", f.steps, f.has_location as "hasLocation", f.by_school as "bySchool", f.code_id as "locationId",
    reminder_turn('${kind}', f.subject, '${ROLE_OF[kind]}', f.place_id) as mine,
    (select c.snoozed_until from reminder_choice c where c.kind = '${kind}' and c.subject = f.subject and c.person_id = identity_person()) as "snoozedUntil"
  from (
    select q->>'subject' as subject, q->>'place_id' as place_id, q->>'place_name' as place_name, q->>'code' as code, (q->>'birth_date')::date as birth_date,
      (q->>'since')::date as since, (q->>'until')::date as until, (q->>'with_ve_or_care')::boolean as with_ve_or_care, (q->>'done_on')::date as done_on,
      (select array_agg(step) from jsonb_array_elements_text(case jsonb_typeof(q->'steps') when 'array' then q->'steps' end) step) as steps,
      (q->>'has_location')::boolean as has_location, (q->>'by_school')::boolean as by_school, q->>'code_id' as code_id
    from (select to_jsonb(found) as q from (${SELECTS[kind]}) found) each_row
  ) f
  left join location l on l.id::text = f.place_id left join school s on s.id::text = f.place_id left join municipality m on m.code = f.place_id
  order by f.since nulls last, f.birth_date, f.code, f.subject limit 1000`;

export const REMINDER_FACTS = Object.fromEntries((Object.keys(SELECTS) as ReminderKindId[]).map((kind) => [kind, row(kind)])) as Readonly<Record<ReminderKindId, string>>;

/** Whether it is a kind of this version; what was kept may be of another. */
export const isReminderKind = (kind: string): kind is ReminderKindId => Object.hasOwn(SELECTS, kind);

const optional = z.string().nullable();
const stepName = z.enum([...STEP_NAMES] as [StepName, ...StepName[]]);
export const reminderFact = z.object({
  subject: z.string(), placeId: z.string(), place: z.string(), municipalityCode: z.string(), code: optional, birthDate: optional, since: optional, until: optional,
  withVeOrCare: z.boolean().nullable(), doneOn: optional, steps: z.array(stepName).nullable(), hasLocation: z.boolean().nullable(), bySchool: z.boolean().nullable(),
  locationId: optional, mine: z.boolean(), snoozedUntil: optional,
}).transform((found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as unknown as ReminderFact);
