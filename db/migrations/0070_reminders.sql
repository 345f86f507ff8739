-- Up Migration

-- Reminders: what a person chose about them, and the one message a day that each person gets.
-- What waits is never kept: it is asked again from the records, as the person, each time.

create table kansenlijn.reminder_choice (
  person_id uuid not null default kansenlijn.identity_person() references kansenlijn.person,
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  subject text not null check (length(subject) between 1 and 80),
  snoozed_until date,
  not_mine boolean not null default false,
  chosen_at timestamptz not null default clock_timestamp(),
  primary key (person_id, kind, subject)
);
comment on table kansenlijn.reminder_choice is 'What a person chose about one thing that waits: later, or not mine.';
comment on column kansenlijn.reminder_choice.subject is 'Id of the child, handover, placement, offer or location that it is about.';
comment on column kansenlijn.reminder_choice.snoozed_until is 'First day on which the person is reminded again.';
comment on column kansenlijn.reminder_choice.not_mine is 'The next responsible person is reminded instead.';
create index reminder_choice_by_subject on kansenlijn.reminder_choice (kind, subject) where not_mine;

create table kansenlijn.reminder_off (
  person_id uuid not null default kansenlijn.identity_person() references kansenlijn.person,
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  since timestamptz not null default clock_timestamp(),
  primary key (person_id, kind)
);
comment on table kansenlijn.reminder_off is 'Kinds of reminders that a person turned off.';

create table kansenlijn.reminder_message (
  person_id uuid not null default kansenlijn.identity_person() references kansenlijn.person,
  day date not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'unknown', 'failed')),
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  claimed_at timestamptz not null,
  not_before timestamptz,
  activity_id text check (length(activity_id) <= 300),
  closed_at timestamptz,
  primary key (person_id, day),
  check ((state = 'sent') = (activity_id is not null)),
  check (closed_at is null or state = 'sent')
);
comment on table kansenlijn.reminder_message is
  'The one message of reminders that a person got on a day. Its key is why two servers never send two.';
comment on column kansenlijn.reminder_message.state is
  'pending: nothing was posted, may be tried again. sending: handed to the channel. sent. unknown: may have arrived, so it is not sent again. failed: refused.';
comment on column kansenlijn.reminder_message.items is 'What the card shows now: kind and subject of each. No text, no code of a child.';
comment on column kansenlijn.reminder_message.not_before is 'When a pending message may be tried again.';
comment on column kansenlijn.reminder_message.closed_at is 'When the card was updated for the last time: all that it named is done.';

alter table kansenlijn.reminder_choice enable row level security;
alter table kansenlijn.reminder_off enable row level security;
alter table kansenlijn.reminder_message enable row level security;
create policy own on kansenlijn.reminder_choice for all to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person())) with check (person_id = (select kansenlijn.identity_person()));
create policy own on kansenlijn.reminder_off for all to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person())) with check (person_id = (select kansenlijn.identity_person()));
create policy own on kansenlijn.reminder_message for all to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person())) with check (person_id = (select kansenlijn.identity_person()));
grant select, insert, update, delete on kansenlijn.reminder_choice, kansenlijn.reminder_off to kansenlijn_app;
grant select, insert, update on kansenlijn.reminder_message to kansenlijn_app;

create function kansenlijn.reminder_turn(p_kind text, p_subject text, p_role text, p_place text) returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  who uuid;
  lives_in text;
  first_person uuid;
begin
  select p.id into who from identity_claims() c join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    where c.capacity = 'person';
  if who is null then return false; end if;
  for first_person in
    -- The people of the place, who came first goes first; a role counts once.
    select r.person_id from person_role r
    where r.revoked_at is null and r.role = p_role
      and p_place = coalesce(r.location_id::text, r.school_id::text, r.municipality_code)
    order by r.granted_at, r.id
  loop
    if reminder_takes(first_person, p_kind, p_subject) then return first_person = who; end if;
  end loop;
  -- Nobody there takes it: an official of the municipality.
  lives_in := coalesce((select l.municipality_code from location l where l.id::text = p_place),
                       (select s.municipality_code from school s where s.id::text = p_place), p_place);
  for first_person in
    select r.person_id from person_role r
    where r.revoked_at is null and r.role = 'official' and r.municipality_code = lives_in
    order by r.granted_at, r.id
  loop
    if reminder_takes(first_person, p_kind, p_subject) then return first_person = who; end if;
  end loop;
  return false;
end $$;
comment on function kansenlijn.reminder_turn(text, text, text, text) is
  'Whether the acting person is the one to remind of something: the first with the role at the place (location, school or municipality) who did not say "not mine" or turn the kind off; then an official. Says nothing about anybody else.';

create function kansenlijn.reminder_takes(p_person uuid, p_kind text, p_subject text) returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return not exists (select from reminder_off o where o.person_id = p_person and o.kind = p_kind)
    and not exists (select from reminder_choice c where c.person_id = p_person and c.kind = p_kind and c.subject = p_subject and c.not_mine);
end $$;
comment on function kansenlijn.reminder_takes(uuid, text, text) is 'Whether a person wants to be reminded of something. For reminder_turn only.';

create function kansenlijn.reminder_people() returns table (tenant_id text, aad_object_id text)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not is_service() then
    raise exception 'only the job lists people' using errcode = '42501';
  end if;
  return query select p.tenant_id, p.aad_object_id from person p
    where exists (select from person_role r where r.person_id = p.id and r.revoked_at is null
      and r.role in ('childcare', 'health', 'school', 'official'))
    order by p.created_at, p.id;
end $$;
comment on function kansenlijn.reminder_people() is
  'People with a role in which something can wait, for the job in capacity service. The job then works as each of them, and sees what they see.';

create function kansenlijn.purge_reminders(p_before date) returns integer
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  removed integer;
begin
  if not is_service() then
    raise exception 'only the job purges' using errcode = '42501';
  end if;
  delete from reminder_message where day < p_before;
  get diagnostics removed = row_count;
  delete from reminder_choice where not not_mine and snoozed_until < p_before;
  return removed;
end $$;
comment on function kansenlijn.purge_reminders(date) is 'Removes messages and snoozes of before a day, for the job in capacity service.';

revoke execute on all functions in schema kansenlijn from public;
grant execute on function kansenlijn.reminder_turn(text, text, text, text), kansenlijn.reminder_people(), kansenlijn.purge_reminders(date) to kansenlijn_app;

-- Down Migration

drop function kansenlijn.purge_reminders, kansenlijn.reminder_people, kansenlijn.reminder_turn, kansenlijn.reminder_takes;
drop table kansenlijn.reminder_message, kansenlijn.reminder_off, kansenlijn.reminder_choice;
