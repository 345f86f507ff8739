-- Up Migration

-- Figures of kindergarten results. Which schools there were is part of them ("3 of 5 delivered"),
-- so that a reference gives the same number after a school was added or closed; and childcare is
-- told how children do at the schools to which it hands over, in totals only.

alter table kansenlijn.school add column added_revision bigint not null default 0, add column closing_revision bigint;
comment on column kansenlijn.school.added_revision is 'Revision in which the school was added; 0 for those from before this was kept.';
comment on column kansenlijn.school.closing_revision is 'Revision in which closed_on was last set.';

create function kansenlijn.stamp_school() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.added_revision := (this_revision()).revision;
  elsif new.closed_on is distinct from old.closed_on then
    new.closing_revision := (this_revision()).revision;
  end if;
  return new;
end $$;
comment on function kansenlijn.stamp_school() is 'Keeps in which revision a school came, and in which it was closed.';
create trigger stamp_school before insert or update on kansenlijn.school for each row execute function kansenlijn.stamp_school();

create function kansenlijn.prepared_results(p_municipality text, p_location uuid, p_revision bigint, p_known_at timestamptz)
returns table (provider text, handed_over bigint, schools bigint, school_year smallint, domain text, instrument text, ve_children bigint, ve_at_level bigint)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  -- No row of a school or child leaves this function: sums over all schools of one location, of one provider, or of all.
  if not coalesce(p_location = any (own_locations()), false) and not coalesce(p_municipality = any (result_municipalities()), false)
     and not exists (select from location l where l.id = p_location and l.municipality_code = any (result_municipalities())) then return; end if;
  return query
    with moved as (
      select case when f.handover_id is not null then f.location_id else h.location_id end as location_id,
        case when f.handover_id is not null then f.school_id else h.school_id end as school_id, h.id
      from handover h left join lateral (
        select * from handover_former o where o.handover_id = h.id and o.until_revision > p_revision order by o.until_revision limit 1) f on true
      where exists (select from handover_step s where s.handover_id = h.id and s.step in ('sent', 'completed')
          and believed(s.revision, s.known_from, s.closed_revision, s.known_until, p_revision, p_known_at))
        and not exists (select from handover_step s where s.handover_id = h.id and s.step = 'withdrawn'
          and believed(s.revision, s.known_from, s.closed_revision, s.known_until, p_revision, p_known_at))
    ), linked as (
      select m.id, m.school_id, text_at(o.id, 'name', o.name, p_revision) as unit
      from moved m join location l on l.id = m.location_id join organisation o on o.id = l.organisation_id
      where m.school_id is not null and (l.id = p_location or l.municipality_code = p_municipality)
    ), grouped as (
      select l.unit, l.school_id, count(*) as handed from linked l group by l.unit, l.school_id
      union all select null, l.school_id, count(*) from linked l group by l.school_id
    ), known as (
      select r.* from kindergarten_result r where r.ve_months is null and r.moment = 'end_group_2' and r.instrument <> 'other'
        and believed(r.revision, r.known_from, r.closed_revision, r.known_until, p_revision, p_known_at)
    )
    select g.unit, sum(g.handed)::bigint, count(*), k.school_year, k.domain, k.instrument, sum(k.ve_children), sum(k.ve_at_level)
    from grouped g join known k on k.school_id = g.school_id
    group by g.unit, k.school_year, k.domain, k.instrument;
end $$;
comment on function kansenlijn.prepared_results(text, uuid, bigint, timestamptz) is
  'How children with preschool education do at the end of group 2, at the schools to which a location, or the locations of a municipality, handed over: sums by provider, and of all together where provider is null.';

grant execute on function kansenlijn.prepared_results(text, uuid, bigint, timestamptz) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.prepared_results(text, uuid, bigint, timestamptz);
drop trigger stamp_school on kansenlijn.school;
drop function kansenlijn.stamp_school();
alter table kansenlijn.school drop column added_revision, drop column closing_revision;
