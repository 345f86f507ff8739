-- Up Migration

-- Figures of the warm handover. What they rest on has to survive what is removed or chosen
-- again later, so that a reference gives the same number: the programme is kept with the
-- step that handed over, and the school and location of a handover as they were.

create function kansenlijn.programme_name(p_typed text) returns text
language sql immutable parallel safe as $$
  select case when p_typed is null or p_typed in ('Kaleidoscoop', 'Piramide', 'Puk (Uk & Puk)', 'Peuterplein', 'Startblokken', 'Speelplezier', 'Sporen') then p_typed else 'Ander programma' end
$$;
comment on function kansenlijn.programme_name(text) is 'A VE programme under which handovers are counted: one from the list of the form. What was typed by hand is not kept in figures.';

alter table kansenlijn.handover_step add column programme text;
comment on column kansenlijn.handover_step.programme is 'Of a step that hands over: the VE programme of then, by its name in the list. Stays when what was told is removed.';

create function kansenlijn.keep_programme() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  new.programme := case when new.step in ('sent', 'completed') then (select programme_name(p.programme) from handover_programme p where p.handover_id = new.handover_id) end;
  return new;
end $$;
comment on function kansenlijn.keep_programme() is 'Keeps the programme with the step that hands over; what the writer put there does not count.';
create trigger stamp_programme before insert on kansenlijn.handover_step for each row execute function kansenlijn.keep_programme();

-- Steps that were there before; no trigger, because nothing happened to the handover.
alter table kansenlijn.handover_step disable trigger user;
update kansenlijn.handover_step s set programme = kansenlijn.programme_name(p.programme)
  from kansenlijn.handover_programme p where p.handover_id = s.handover_id and s.step in ('sent', 'completed');
alter table kansenlijn.handover_step enable trigger user;

create table kansenlijn.handover_former (
  handover_id uuid not null references kansenlijn.handover,
  until_revision bigint not null,
  location_id uuid references kansenlijn.location,
  school_id uuid references kansenlijn.school,
  school_name text,
  primary key (handover_id, until_revision)
);
comment on table kansenlijn.handover_former is 'Between whom a handover was, until a revision changed it. Read by handover_rows only.';
comment on column kansenlijn.handover_former.until_revision is 'The first revision in which it was otherwise.';
alter table kansenlijn.handover_former enable row level security;

create function kansenlijn.keep_former_handover() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if (new.location_id, new.school_id, new.school_name) is distinct from (old.location_id, old.school_id, old.school_name) then
    insert into handover_former (handover_id, until_revision, location_id, school_id, school_name)
      values (old.id, (this_revision()).revision, old.location_id, old.school_id, old.school_name) on conflict do nothing;
  end if;
  return null;
end $$;
comment on function kansenlijn.keep_former_handover() is 'Keeps who it was between before the first change of a revision.';
create trigger keep_former after update on kansenlijn.handover for each row execute function kansenlijn.keep_former_handover();

create function kansenlijn.handover_rows(p_revision bigint, p_known timestamptz, p_day date, p_municipality text, p_location uuid, p_school uuid, p_from date, p_until date)
returns table (fact jsonb)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  own boolean := coalesce(p_location = any (own_locations()), false) or coalesce(p_school = any (own_schools()), false);
  municipality text := case
    when p_location is not null then (select l.municipality_code from location l where l.id = p_location)
    when p_school is not null then (select s.municipality_code from school s where s.id = p_school)
    else p_municipality end;
  up_to date := coalesce(p_day, 'infinity');
  candidates uuid[];
  versions uuid[];
begin
  if own then
    select array_agg(distinct coalesce(j.into_child_id, c.child_id)) into candidates from (
      select p.child_id from placement p where p.location_id = p_location and believed(p.revision, p.known_from, p.closed_revision, p.known_until, p_revision, p_known)
      union select h.child_id from handover h where h.location_id = p_location or h.school_id = p_school
      union select h.child_id from handover_former f join handover h on h.id = f.handover_id where f.location_id = p_location or f.school_id = p_school
    ) c left join child_join j on j.child_id = c.child_id and believed(j.revision, j.known_from, j.closed_revision, j.known_until, p_revision, p_known);
  elsif municipality is null or not municipality = any (process_municipalities()) then
    return;
  end if;
  -- The limits on the birth date are for the index; the birthday itself decides.
  select array_agg(d.version_id) into versions from child_detail d
    where d.birth_date between p_from - 1465 and p_until - 1455
      and (d.birth_date + interval '48 months')::date >= p_from and (d.birth_date + interval '48 months')::date < p_until
      and d.valid @> (d.birth_date + interval '48 months')::date
      and case when own then d.child_id = any (candidates) else d.municipality_code = municipality end
      and believed(d.revision, d.known_from, d.closed_revision, d.known_until, p_revision, p_known)
      and not exists (select from child_join j where j.child_id = d.child_id and believed(j.revision, j.known_from, j.closed_revision, j.known_until, p_revision, p_known));
  return query
  with turning as materialized (
    select d.child_id, d.birth_date, (d.birth_date + interval '48 months')::date as birthday_4, d.neighbourhood_id, d.municipality_code
    from child_detail d where d.version_id = any (versions)
  ), code as materialized (
    select t.child_id, t.child_id as one_child from turning t
    union all select j.child_id, j.into_child_id from turning t join child_join j on j.into_child_id = t.child_id
      where believed(j.revision, j.known_from, j.closed_revision, j.known_until, p_revision, p_known)
  ), placed as materialized (
    select distinct on (c.one_child) c.one_child, p.location_id, bool_or(p.ve_place) over (partition by c.one_child) as ve
    from code c join placement p on p.child_id = c.child_id
    where lower(p.valid) <= up_to and believed(p.revision, p.known_from, p.closed_revision, p.known_until, p_revision, p_known)
    order by c.one_child, lower(p.valid) desc, p.location_id
  ), indicated as materialized (
    select distinct c.one_child from code c join indication i on i.child_id = c.child_id
    where believed(i.revision, i.known_from, i.closed_revision, i.known_until, p_revision, p_known)
  ), stepped as materialized (
    select h.id, c.one_child, min(s.on_date) filter (where s.step = 'prepared') as prepared, min(s.on_date) filter (where s.step = 'sent') as sent,
      min(s.on_date) filter (where s.step = 'received') as received, min(s.on_date) filter (where s.step = 'talk_held') as talk,
      min(s.on_date) filter (where s.step = 'completed') as completed, min(s.on_date) filter (where s.step = 'feedback_given') as feedback,
      min(s.on_date) filter (where s.step = 'closed') as closed, bool_or(s.step = 'withdrawn') as withdrawn,
      (array_agg(s.programme order by s.sequence) filter (where s.programme is not null))[1] as programme,
      (array_agg(s.step order by s.sequence desc) filter (where s.step like 'consent\_%'))[1] as consent, count(*) as steps
    from code c join handover h on h.child_id = c.child_id join handover_step s on s.handover_id = h.id and s.side <> 'system'
    where s.on_date <= up_to and believed(s.revision, s.known_from, s.closed_revision, s.known_until, p_revision, p_known)
    group by h.id, c.one_child
  ), furthest as materialized (
    select distinct on (s.one_child) s.*, h.started_by,
      case when f.handover_id is null then h.location_id else f.location_id end as location_id,
      case when f.handover_id is null then h.school_id else f.school_id end as school_id,
      case when f.handover_id is null then h.school_name else f.school_name end as school_name
    from stepped s join handover h on h.id = s.id
      left join lateral (select r.* from handover_former r where r.handover_id = h.id and r.until_revision > p_revision order by r.until_revision limit 1) f on true
    where not s.withdrawn order by s.one_child, s.steps desc, s.id
  )
  select jsonb_build_object('child', t.child_id, 'birthDate', t.birth_date, 'birthday4', t.birthday_4,
      'location', text_at(l.id, 'name', l.name, p_revision), 'provider', text_at(o.id, 'name', o.name, p_revision), 'locationElsewhere', coalesce(l.municipality_code <> t.municipality_code, false),
      'neighbourhood', case when p_school is null then text_at(n.id, 'name', n.name, p_revision) end, 'cluster', case when p_school is null then text_at(n.id, 'cluster', n.cluster, p_revision) end,
      'school', coalesce(text_at(k.id, 'name', k.name, p_revision), f.school_name), 'schoolElsewhere', coalesce(k.municipality_code <> t.municipality_code, false),
      'programme', f.programme, 'withVeOrCare', coalesce(p.ve, false) or i.one_child is not null, 'startedBy', f.started_by, 'consent', f.consent,
      'preparedOn', f.prepared, 'sentOn', f.sent, 'receivedOn', f.received, 'talkOn', f.talk, 'completedOn', f.completed,
      'doneOn', least(f.sent, f.completed), 'feedbackOn', f.feedback, 'closedOn', f.closed)
  from turning t left join placed p on p.one_child = t.child_id left join indicated i on i.one_child = t.child_id left join furthest f on f.one_child = t.child_id
    left join school k on k.id = f.school_id left join location l on l.id = coalesce(f.location_id, p.location_id) left join organisation o on o.id = l.organisation_id
    left join neighbourhood n on n.id = t.neighbourhood_id
  where (p.one_child is not null or f.one_child is not null)
    and (p_location is null or l.id = p_location)
    and (p_school is null or (f.school_id = p_school and (not own or f.sent is not null or f.started_by = 'school')));
end $$;
comment on function kansenlijn.handover_rows(bigint, timestamptz, date, text, uuid, uuid, date, date) is
  'What happened in the handovers of children who turn four from p_from up to, not including, p_until, as believed in a revision, of steps up to and including p_day; never what was told. Of a municipality whose process the person may see, or of the own location or school. One look at whose it is stands for the policies on the tables behind it, which would be asked a row at a time. A school sees what was sent to it or what it began, and nothing of where a child lives.';

grant execute on function kansenlijn.handover_rows(bigint, timestamptz, date, text, uuid, uuid, date, date) to kansenlijn_app;

-- Answers about one school ------------------------------------------------------------------

alter table kansenlijn.answer add column school_id uuid references kansenlijn.school;
comment on column kansenlijn.answer.school_id is 'A figure of one school, for the people of that school.';
alter table kansenlijn.answer drop constraint answer_of_one_scope;
alter table kansenlijn.answer add constraint answer_of_one_scope check (num_nonnulls(municipality_code, location_id, municipality_codes, school_id) = 1);
create policy own_school on kansenlijn.answer for select to kansenlijn_app using (school_id = any ((select kansenlijn.own_schools())::uuid[]));
create policy of_own_school on kansenlijn.answer as restrictive for insert to kansenlijn_app with check (
  school_id is null or school_id = any ((select kansenlijn.own_schools())::uuid[]));

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop policy of_own_school on kansenlijn.answer;
drop policy own_school on kansenlijn.answer;
delete from kansenlijn.answer where school_id is not null;
alter table kansenlijn.answer drop constraint answer_of_one_scope;
alter table kansenlijn.answer drop column school_id;
alter table kansenlijn.answer add constraint answer_of_one_scope check (num_nonnulls(municipality_code, location_id, municipality_codes) = 1);
drop function kansenlijn.handover_rows;
drop trigger keep_former on kansenlijn.handover;
drop table kansenlijn.handover_former;
drop function kansenlijn.keep_former_handover;
drop trigger stamp_programme on kansenlijn.handover_step;
alter table kansenlijn.handover_step drop column programme;
drop function kansenlijn.keep_programme, kansenlijn.programme_name;
