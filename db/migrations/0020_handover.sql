-- Up Migration

-- The warm handover from preschool to school: which child, between whom, and what happened
-- when. Its steps are beliefs of the ledger; what is said about the child is not here but
-- in the next migration, because that can be removed.

alter table kansenlijn.attempt drop constraint attempt_kind_check,
  add constraint attempt_kind_check check (kind in ('invitation', 'child_code', 'handover_code'));

create table kansenlijn.handover (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  location_id uuid references kansenlijn.location,
  school_id uuid references kansenlijn.school,
  school_name text check (length(school_name) between 1 and 120),
  started_by text not null check (started_by in ('childcare', 'school')),
  started_at timestamptz not null default clock_timestamp(),
  created_by uuid references kansenlijn.person,
  check (num_nonnulls(school_id, school_name) <= 1),
  check (case started_by when 'childcare' then location_id is not null else school_id is not null end)
);
comment on table kansenlijn.handover is 'The handover of one child from preschool to school; one at a time for a child, joined codes included.';
comment on column kansenlijn.handover.location_id is 'The location that prepares it, or that joined one which the school began; null while no location has.';
comment on column kansenlijn.handover.school_name is 'A school that is not in the list, as childcare named it.';
create index handover_by_child on kansenlijn.handover (child_id);
create index handover_by_location on kansenlijn.handover (location_id);
create index handover_by_school on kansenlijn.handover (school_id);

create table kansenlijn.handover_step (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  sequence bigint generated always as identity,
  handover_id uuid not null references kansenlijn.handover,
  step text not null check (step in ('consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn', 'prepared', 'seen_by_parents',
    'sent', 'received', 'talk_held', 'completed', 'feedback_given', 'closed', 'withdrawn', 'content_removed')),
  side text not null check (side in ('childcare', 'school', 'system')),
  on_date date not null,
  how text check (how in ('talk', 'form', 'digital', 'consent', 'undone', 'withdrawn', 'retention')),
  participants text[] not null default '{}' check (cardinality(participants) <= 10),
  rows_removed smallint,
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  confirmations text[] not null default '{}',
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  check ((step = 'content_removed') = (side = 'system')),
  check (step not in ('consent_given', 'consent_refused', 'consent_withdrawn') or coalesce(how in ('talk', 'form', 'digital'), false))
);
comment on table kansenlijn.handover_step is 'A step of a handover, on its day. An undone step is a belief that was closed with a reason. Never holds what was said about a child.';
comment on column kansenlijn.handover_step.sequence is 'Order of recording, also within one transaction: the last word on consent counts.';
comment on column kansenlijn.handover_step.how is 'How consent was told (talk, form, digital), or why the system removed content (consent, undone, withdrawn, retention).';
comment on column kansenlijn.handover_step.participants is 'Who took part in the warm talk: words for roles, never names.';
comment on column kansenlijn.handover_step.rows_removed is 'How many rows of content the system removed; not which.';
create index handover_step_by_handover on kansenlijn.handover_step (handover_id);
create index handover_step_by_fact on kansenlijn.handover_step (fact_id);
-- Who comes second with the same step loses the race, and is told so by the rules on a second run.
create unique index handover_step_once on kansenlijn.handover_step (handover_id, step) where closed_revision is null
  and step not in ('consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn', 'content_removed');

-- What is true of a handover ---------------------------------------------------------------

create function kansenlijn.handover_has(p_handover uuid, p_step text) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return exists (select from handover_step s where s.handover_id = p_handover and s.step = p_step and s.closed_revision is null);
end $$;
comment on function kansenlijn.handover_has(uuid, text) is 'Whether the step is on record now. Volatile: a trigger must see what was committed while it waited.';

create function kansenlijn.handover_consent(p_handover uuid) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return coalesce((
    select s.step = 'consent_given' from handover_step s
    where s.handover_id = p_handover and s.closed_revision is null and s.step like 'consent\_%'
    order by s.sequence desc limit 1), false) and not handover_has(p_handover, 'withdrawn');
end $$;
comment on function kansenlijn.handover_consent(uuid) is 'Whether the parents'' consent is on record now.';

create function kansenlijn.handover_of_child(p_child uuid) returns kansenlijn.handover
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  one_child uuid := same_child(p_child);
  found_handover handover;
begin
  select h.* into found_handover from handover h
    where h.child_id in (select one_child union all select j.child_id from child_join j where j.into_child_id = one_child and j.closed_revision is null)
      and not handover_has(h.id, 'withdrawn')
    order by h.started_at limit 1;
  return found_handover;
end $$;
comment on function kansenlijn.handover_of_child(uuid) is 'The handover of a child that was not withdrawn, under whichever of its codes; a row of nulls when there is none.';

create function kansenlijn.one_handover_a_child() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  -- Two people may begin at once: the second waits here, then sees the first one's.
  perform pg_advisory_xact_lock(hashtextextended('handover of ' || same_child(new.child_id)::text, 0));
  if (handover_of_child(new.child_id)).id is not null then
    raise exception 'the child has a handover' using errcode = '23505';
  end if;
  return new;
end $$;
create trigger one_a_child before insert on kansenlijn.handover for each row execute function kansenlijn.one_handover_a_child();

create function kansenlijn.keep_sent_school() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if (new.school_id, new.school_name) is distinct from (old.school_id, old.school_name) and handover_has(old.id, 'sent') then
    raise exception 'a handover that was sent keeps its school' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger keep_school before update on kansenlijn.handover for each row execute function kansenlijn.keep_sent_school();

create function kansenlijn.lock_handover() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  perform from handover h where h.id = new.handover_id for update;
  return new;
end $$;
comment on function kansenlijn.lock_handover() is 'Steps of one handover come one after another, and never beside the storing of its content.';

create trigger lock_first before insert or update on kansenlijn.handover_step for each row execute function kansenlijn.lock_handover();
create trigger stamp before insert on kansenlijn.handover_step for each row execute function kansenlijn.stamp_belief();
create trigger close before update on kansenlijn.handover_step for each row execute function kansenlijn.close_belief();

-- Whose it is ------------------------------------------------------------------------------

create function kansenlijn.own_schools() returns uuid[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(r.school_id), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null and r.role = 'school'
    where c.capacity = 'person'
  );
end $$;
comment on function kansenlijn.own_schools() is 'Schools at which the person works.';

create function kansenlijn.process_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(m.municipality_code, r.municipality_code)), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null
    left join region_member m on r.role = 'regional' and m.region_id = r.region_id and m.valid @> current_date
    where r.role = 'official' or (r.role = 'regional' and m.municipality_code is not null)
      or (r.role in ('reader', 'health') and c.capacity = 'aggregate')
  );
end $$;
comment on function kansenlijn.process_municipalities() is
  'Municipalities of whose handovers the person sees that they happened. Youth health care has no task in them, so it sees them in protected figures only.';

create view kansenlijn.process_child with (security_barrier) as
  select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.process_municipalities())::text[]);
comment on view kansenlijn.process_child is 'As municipal_child, for handovers. Owner''s rights, because it is itself the rule.';

create function kansenlijn.seen_handovers() returns uuid[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  locations uuid[] := own_locations();
  schools uuid[] := own_schools();
  children uuid[];
begin
  if cardinality(locations) + cardinality(schools) = 0 then return '{}'; end if;
  -- Three look-ups by an index each; together as one condition they would read every handover.
  children := own_children();
  return (
    select coalesce(array_agg(seen.id), '{}') from (
      select h.id from handover h where h.location_id = any (locations)
      union select h.id from handover h where h.child_id = any (children) and h.location_id is null
      union select h.id from handover h where h.school_id = any (schools) and (h.started_by = 'school'
        or exists (select from handover_step s where s.handover_id = h.id and s.step = 'sent' and s.closed_revision is null))
    ) seen
  );
end $$;
comment on function kansenlijn.seen_handovers() is
  'Handovers of which childcare or a school sees the steps: its location''s, those of its children that no location prepares, those that its school began or was sent.';

create function kansenlijn.handover_side(p_handover uuid, p_side text) returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  h handover;
begin
  if not p_handover = any (seen_handovers()) then return false; end if;
  select * into h from handover where id = p_handover;
  return coalesce(case p_side when 'childcare' then h.location_id = any (own_locations()) when 'school' then h.school_id = any (own_schools()) end, false);
end $$;
comment on function kansenlijn.handover_side(uuid, text) is 'Whether the person may record steps of the handover for that side.';

create view kansenlijn.handover_child with (security_barrier) as
  select h.id as handover_id, c.id as child_id, c.code, d.birth_date
  from kansenlijn.handover h join kansenlijn.child c on c.id = h.child_id
  join lateral (select birth_date from kansenlijn.child_detail cd where cd.child_id = c.id and cd.closed_revision is null order by lower(cd.valid) desc limit 1) d on true
  where h.id = any ((select kansenlijn.seen_handovers())::uuid[]);
comment on view kansenlijn.handover_child is 'All that a school sees of a child: its code and birth date. Owner''s rights, because it is itself the rule.';

alter table kansenlijn.handover enable row level security;
create policy own_or_process on kansenlijn.handover for select to kansenlijn_app using (
  id = any ((select kansenlijn.seen_handovers())::uuid[])
  or exists (select from kansenlijn.process_child m where m.child_id = handover.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.process_municipalities())::text[])));
create policy choose_school on kansenlijn.handover for update to kansenlijn_app using (
  started_by = 'childcare' and location_id = any ((select kansenlijn.own_locations())::uuid[]));

alter table kansenlijn.handover_step enable row level security;
create policy own_or_process on kansenlijn.handover_step for select to kansenlijn_app using (
  exists (select from kansenlijn.handover h where h.id = handover_step.handover_id));
create policy record on kansenlijn.handover_step for insert to kansenlijn_app with check (kansenlijn.handover_side(handover_id, side));
-- A handover that was withdrawn stays so: another may have begun since.
create policy undo on kansenlijn.handover_step for update to kansenlijn_app using (step <> 'withdrawn' and kansenlijn.handover_side(handover_id, side));

grant select, update (school_id, school_name) on kansenlijn.handover to kansenlijn_app;
grant select, insert (handover_id, step, side, on_date, how, participants, confirmations), update (closing, closing_reason) on kansenlijn.handover_step to kansenlijn_app;
grant select on kansenlijn.process_child, kansenlijn.handover_child to kansenlijn_app;
grant execute on function kansenlijn.own_schools(), kansenlijn.process_municipalities(), kansenlijn.seen_handovers(), kansenlijn.handover_side(uuid, text) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.handover_step, kansenlijn.handover cascade;
drop view if exists kansenlijn.handover_child, kansenlijn.process_child;
drop function kansenlijn.handover_side, kansenlijn.seen_handovers, kansenlijn.process_municipalities, kansenlijn.own_schools, kansenlijn.lock_handover,
  kansenlijn.keep_sent_school, kansenlijn.one_handover_a_child, kansenlijn.handover_consent, kansenlijn.handover_has cascade;
delete from kansenlijn.attempt where kind = 'handover_code';
alter table kansenlijn.attempt drop constraint attempt_kind_check, add constraint attempt_kind_check check (kind in ('invitation', 'child_code'));
