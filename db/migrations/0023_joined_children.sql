-- Up Migration

-- Row-level security follows joins. Two codes that are one child are seen as one child, and
-- what may be seen of them in a revision of the ledger does not change with what happens
-- later: a reference must give the same number whatever is recorded afterwards.
--
-- Who sees a code through a join sees what was recorded of it while the two counted as one.
-- When the join is withdrawn, because they were two children after all, that stays visible
-- (references were given with it) and what is recorded afterwards is not.

create index child_join_by_child on kansenlijn.child_join (child_id);

create view kansenlijn.same_child_code with (security_barrier) as
  select j.child_id, j.into_child_id as other_id, j.closed_revision, j.known_until, null::bigint as closed_revision_2, null::timestamptz as known_until_2
  from kansenlijn.child_join j
  union all
  select j.into_child_id, j.child_id, j.closed_revision, j.known_until, null, null
  from kansenlijn.child_join j
  union all
  select a.child_id, b.child_id, a.closed_revision, a.known_until, b.closed_revision, b.known_until
  from kansenlijn.child_join a join kansenlijn.child_join b on b.into_child_id = a.into_child_id and b.child_id <> a.child_id;
comment on view kansenlijn.same_child_code is
  'Each code with each other code that it was ever joined with, directly or both into a third, and when each of the one or two joins ended. For rules of who may see what; not for the application.';

create function kansenlijn.told_while(revision bigint, known_from timestamptz, closed_revision bigint, known_until timestamptz) returns boolean
language sql immutable parallel safe as $$
  select closed_revision is null or revision < closed_revision or known_from < known_until
$$;
comment on function kansenlijn.told_while(bigint, timestamptz, bigint, timestamptz) is
  'Whether something recorded in a revision can have been believed at a moment at which a join was believed that ended then (null: it did not end).';
revoke execute on function kansenlijn.told_while(bigint, timestamptz, bigint, timestamptz) from public;
grant execute on function kansenlijn.told_while(bigint, timestamptz, bigint, timestamptz) to kansenlijn_app;

create view kansenlijn.municipal_joined_child with (security_barrier) as
  select s.child_id, s.closed_revision, s.known_until, s.closed_revision_2, s.known_until_2
  from kansenlijn.same_child_code s
  where exists (select from kansenlijn.child_detail d where d.child_id = s.other_id and d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]));
comment on view kansenlijn.municipal_joined_child is
  'Codes of the same child as one of municipal_child. Owner''s rights, because it is itself the rule of who may see them.';
create view kansenlijn.own_joined_child with (security_barrier) as
  select s.child_id, s.closed_revision, s.known_until, s.closed_revision_2, s.known_until_2
  from kansenlijn.same_child_code s where s.other_id = any ((select kansenlijn.own_children())::uuid[]);
comment on view kansenlijn.own_joined_child is 'As municipal_joined_child, for the children of the person''s own locations.';

-- To count one child once, whoever counts must know that two codes are one; nothing else of a
-- child that lives elsewhere becomes visible by that.
create view kansenlijn.counted_join with (security_barrier) as
  select j.version_id
  from kansenlijn.child_join j
  where exists (
    select from kansenlijn.child_join k
    cross join lateral (values (k.child_id), (k.into_child_id)) c (id)
    where k.into_child_id = j.into_child_id and (
      exists (select from kansenlijn.child_detail d where d.child_id = c.id and d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
      or exists (select from kansenlijn.placement p join kansenlijn.location l on l.id = p.location_id
                 where p.child_id = c.id and l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))));
comment on view kansenlijn.counted_join is
  'Beliefs that codes are one child, of children who live, or have or had a place, in a municipality whose rows the person may see. Owner''s rights, as municipal_child.';
grant select on kansenlijn.municipal_joined_child, kansenlijn.own_joined_child, kansenlijn.counted_join to kansenlijn_app;

alter policy own_or_municipal on kansenlijn.child_join using (
  child_id = any ((select kansenlijn.own_children())::uuid[])
  or into_child_id = any ((select kansenlijn.own_children())::uuid[])
  or exists (select from kansenlijn.counted_join m where m.version_id = child_join.version_id)
  or exists (select from kansenlijn.own_joined_child m where m.child_id = child_join.child_id));
alter policy own_or_municipal on kansenlijn.child using (
  exists (select from kansenlijn.municipal_child m where m.child_id = child.id)
  or id = any ((select kansenlijn.own_children())::uuid[])
  or exists (select from kansenlijn.municipal_joined_child m where m.child_id = child.id and m.closed_revision is null and m.closed_revision_2 is null));
-- Where a child lives, each municipality sees of itself; its locations see it of their children.
alter policy own_or_municipal on kansenlijn.child_detail using (
  municipality_code = any ((select kansenlijn.row_municipalities())::text[])
  or child_id = any ((select kansenlijn.own_children())::uuid[])
  or exists (select from kansenlijn.own_joined_child m where m.child_id = child_detail.child_id
    and kansenlijn.told_while(child_detail.revision, child_detail.known_from, m.closed_revision, m.known_until)
    and kansenlijn.told_while(child_detail.revision, child_detail.known_from, m.closed_revision_2, m.known_until_2)));
alter policy own_or_municipal on kansenlijn.indication using (
  exists (select from kansenlijn.municipal_child m where m.child_id = indication.child_id)
  or child_id = any ((select kansenlijn.own_children())::uuid[])
  or exists (select from kansenlijn.municipal_joined_child m where m.child_id = indication.child_id
    and kansenlijn.told_while(indication.revision, indication.known_from, m.closed_revision, m.known_until)
    and kansenlijn.told_while(indication.revision, indication.known_from, m.closed_revision_2, m.known_until_2))
  or exists (select from kansenlijn.own_joined_child m where m.child_id = indication.child_id
    and kansenlijn.told_while(indication.revision, indication.known_from, m.closed_revision, m.known_until)
    and kansenlijn.told_while(indication.revision, indication.known_from, m.closed_revision_2, m.known_until_2)));
alter policy municipal on kansenlijn.guidance_outcome using (
  exists (select from kansenlijn.municipal_child m where m.child_id = guidance_outcome.child_id)
  or exists (select from kansenlijn.municipal_joined_child m where m.child_id = guidance_outcome.child_id
    and kansenlijn.told_while(guidance_outcome.revision, guidance_outcome.known_from, m.closed_revision, m.known_until)
    and kansenlijn.told_while(guidance_outcome.revision, guidance_outcome.known_from, m.closed_revision_2, m.known_until_2)));
alter policy own_or_municipal on kansenlijn.placement using (
  exists (select from kansenlijn.municipal_child m where m.child_id = placement.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or location_id = any ((select kansenlijn.own_locations())::uuid[])
  or exists (select from kansenlijn.municipal_joined_child m where m.child_id = placement.child_id
    and kansenlijn.told_while(placement.revision, placement.known_from, m.closed_revision, m.known_until)
    and kansenlijn.told_while(placement.revision, placement.known_from, m.closed_revision_2, m.known_until_2)));

create or replace view kansenlijn.municipal_indication with (security_barrier) as
  select i.version_id from kansenlijn.indication i
  where exists (select from kansenlijn.child_detail d
                where d.child_id = i.child_id and d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
    or exists (select from kansenlijn.municipal_joined_child m where m.child_id = i.child_id
      and kansenlijn.told_while(i.revision, i.known_from, m.closed_revision, m.known_until)
      and kansenlijn.told_while(i.revision, i.known_from, m.closed_revision_2, m.known_until_2));

-- Handovers are seen as their children are.
create view kansenlijn.process_joined_child with (security_barrier) as
  select s.child_id, s.closed_revision, s.known_until, s.closed_revision_2, s.known_until_2
  from kansenlijn.same_child_code s
  where exists (select from kansenlijn.child_detail d where d.child_id = s.other_id and d.municipality_code = any ((select kansenlijn.process_municipalities())::text[]));
comment on view kansenlijn.process_joined_child is 'As municipal_joined_child, for handovers. Owner''s rights, because it is itself the rule.';
grant select on kansenlijn.process_joined_child to kansenlijn_app;
alter policy own_or_process on kansenlijn.handover using (
  id = any ((select kansenlijn.seen_handovers())::uuid[])
  or exists (select from kansenlijn.process_child m where m.child_id = handover.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.process_municipalities())::text[]))
  or exists (select from kansenlijn.process_joined_child m where m.child_id = handover.child_id
    and coalesce(handover.started_at < m.known_until, true) and coalesce(handover.started_at < m.known_until_2, true)));

-- A correction was not known before what it corrects. Otherwise the version before that one
-- and the correction would both be believed at the moments in between.
create or replace function kansenlijn.close_belief() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
  closing text[] := array['closing', 'closing_reason', 'closed_revision', 'known_until', 'closed_by'];
begin
  if old.closed_revision is not null or to_jsonb(new) - closing is distinct from to_jsonb(old) - closing then
    raise exception 'a belief is only ever closed, once' using errcode = '55000';
  end if;
  if new.closing is null then
    raise exception 'closing a belief needs a kind' using errcode = '23502';
  end if;
  mine := this_revision();
  if mine.known_at < old.known_from then
    raise exception 'known before what it changes' using errcode = '22007';
  end if;
  new.closed_revision := mine.revision;
  new.known_until := mine.known_at;
  new.closed_by := mine.person_id;
  return new;
end $$;
comment on function kansenlijn.close_belief() is
  'Lets an update only close a current belief, and stamps when and by whom. Raises 22007 when the change says that it was known before what it changes.';

-- What has one source has one value at a time, at each moment of knowledge too: an import that
-- says what was known earlier must not give a location two numbers of places on one day.
alter table kansenlijn.ve_place_offer add constraint ve_place_offer_known_once
  exclude using gist (location_id with =, valid with &&, tstzrange(known_from, known_until) with &&);
alter table kansenlijn.population add constraint population_known_once
  exclude using gist (municipality_code with =, (coalesce(neighbourhood_id, '00000000-0000-0000-0000-000000000000')) with =,
    reference_date with =, age_months with &&, tstzrange(known_from, known_until) with &&);

-- Down Migration

alter table kansenlijn.population drop constraint population_known_once;
alter table kansenlijn.ve_place_offer drop constraint ve_place_offer_known_once;

create or replace function kansenlijn.close_belief() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
  closing text[] := array['closing', 'closing_reason', 'closed_revision', 'known_until', 'closed_by'];
begin
  if old.closed_revision is not null or to_jsonb(new) - closing is distinct from to_jsonb(old) - closing then
    raise exception 'a belief is only ever closed, once' using errcode = '55000';
  end if;
  if new.closing is null then
    raise exception 'closing a belief needs a kind' using errcode = '23502';
  end if;
  mine := this_revision();
  new.closed_revision := mine.revision;
  new.known_until := greatest(mine.known_at, old.known_from);
  new.closed_by := mine.person_id;
  return new;
end $$;
comment on function kansenlijn.close_belief() is 'Lets an update only close a current belief, and stamps when and by whom.';

alter policy own_or_process on kansenlijn.handover using (
  id = any ((select kansenlijn.seen_handovers())::uuid[])
  or exists (select from kansenlijn.process_child m where m.child_id = handover.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.process_municipalities())::text[])));
drop view kansenlijn.process_joined_child;
create or replace view kansenlijn.municipal_indication with (security_barrier) as
  select i.version_id from kansenlijn.indication i
  where exists (select from kansenlijn.child_detail d
                where d.child_id = i.child_id and d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]));
alter policy own_or_municipal on kansenlijn.placement using (
  exists (select from kansenlijn.municipal_child m where m.child_id = placement.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or location_id = any ((select kansenlijn.own_locations())::uuid[]));
alter policy municipal on kansenlijn.guidance_outcome using (
  exists (select from kansenlijn.municipal_child m where m.child_id = guidance_outcome.child_id));
alter policy own_or_municipal on kansenlijn.indication using (
  exists (select from kansenlijn.municipal_child m where m.child_id = indication.child_id)
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
alter policy own_or_municipal on kansenlijn.child_detail using (
  municipality_code = any ((select kansenlijn.row_municipalities())::text[])
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
alter policy own_or_municipal on kansenlijn.child using (
  exists (select from kansenlijn.municipal_child m where m.child_id = child.id)
  or id = any ((select kansenlijn.own_children())::uuid[]));
alter policy own_or_municipal on kansenlijn.child_join using (
  exists (select from kansenlijn.municipal_child m where m.child_id = child_join.child_id)
  or exists (select from kansenlijn.municipal_child m where m.child_id = child_join.into_child_id)
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
drop view kansenlijn.counted_join, kansenlijn.own_joined_child, kansenlijn.municipal_joined_child, kansenlijn.same_child_code;
drop function kansenlijn.told_while;
drop index kansenlijn.child_join_by_child;
