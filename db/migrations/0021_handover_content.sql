-- Up Migration

-- What goes from preschool to school about a child. The programme always goes along (tier A);
-- everything else only with the parents' consent (tier B). Neither is a belief of the
-- ledger: when consent or the reason for keeping ends, it is removed and stays removed.

create table kansenlijn.handover_programme (
  handover_id uuid primary key references kansenlijn.handover,
  programme text not null check (length(programme) between 1 and 80),
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  hours_per_week numeric(4, 1) not null check (hours_per_week > 0 and hours_per_week <= 60),
  written_by uuid references kansenlijn.person,
  written_at timestamptz not null default clock_timestamp()
);
comment on table kansenlijn.handover_programme is 'Tier A, which the law demands: the VE programme, its start, end and hours a week.';
comment on column kansenlijn.handover_programme.ended_on is 'Last day present; null while the child still comes.';

create table kansenlijn.handover_content (
  handover_id uuid not null references kansenlijn.handover,
  field text not null check (field ~ '^(language|arithmetic|motor|social_emotional)_(level|strong|helps)$'
    or field in ('interests', 'home', 'approach', 'concerns', 'professionals', 'instrument', 'parents_reaction', 'school_addition', 'feedback')),
  value text not null check (case
    when field like '%\_level' then value in ('1', '2', '3', '4')
    when field in ('parents_reaction', 'school_addition', 'feedback') then length(value) between 1 and 500
    else length(value) between 1 and 300 end),
  written_by uuid references kansenlijn.person,
  written_at timestamptz not null default clock_timestamp(),
  primary key (handover_id, field)
);
comment on table kansenlijn.handover_content is 'Tier B: what is told about the child, one row a field. Exists only while the parents'' consent is on record.';

create function kansenlijn.readable_handovers() returns uuid[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  seen uuid[] := seen_handovers();
  locations uuid[] := own_locations();
  schools uuid[] := own_schools();
begin
  return (
    select coalesce(array_agg(h.id), '{}') from handover h
    where h.id = any (seen) and (h.location_id = any (locations) or h.school_id = any (schools))
  );
end $$;
comment on function kansenlijn.readable_handovers() is
  'Handovers of which the person reads what is said: of the own location, and of the own school from the moment that they were sent to it, or that it began.';

create function kansenlijn.may_write_handover(p_handover uuid, p_field text) returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  h handover;
  for_school boolean := p_field in ('school_addition', 'feedback');
begin
  if not p_handover = any (readable_handovers()) or handover_has(p_handover, 'withdrawn') then return false; end if;
  select * into h from handover where id = p_handover;
  if h.started_by = 'school' or for_school then
    return coalesce(h.school_id = any (own_schools()), false) and p_field <> 'parents_reaction'
      and not handover_has(h.id, case p_field when 'feedback' then 'feedback_given' else 'completed' end);
  end if;
  return coalesce(h.location_id = any (own_locations()), false) and not handover_has(h.id, 'sent');
end $$;
comment on function kansenlijn.may_write_handover(uuid, text) is
  'Who writes a field: childcare until it sent the handover; the school its addition and feedback, and everything of one that it began, until it submitted.';

create function kansenlijn.demand_consent() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  -- Waits for a withdrawal that is under way, which then finds nothing to remove and leaves nothing to store.
  perform from handover h where h.id = new.handover_id for share;
  if not handover_consent(new.handover_id) then
    raise exception 'no consent on record' using errcode = '42501';
  end if;
  if exists (select from handover_step s where s.handover_id = new.handover_id and s.step = 'content_removed' and s.how = 'retention' and s.closed_revision is null) then
    raise exception 'the time of keeping is over' using errcode = '42501';
  end if;
  new.written_by := identity_person();
  new.written_at := clock_timestamp();
  return new;
end $$;
comment on function kansenlijn.demand_consent() is 'No row of tier B without consent, whoever writes it.';
create trigger demand_consent before insert or update on kansenlijn.handover_content for each row execute function kansenlijn.demand_consent();

create function kansenlijn.stamp_programme() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  new.written_by := identity_person();
  new.written_at := clock_timestamp();
  return new;
end $$;
create trigger stamp_programme before insert or update on kansenlijn.handover_programme for each row execute function kansenlijn.stamp_programme();

create function kansenlijn.remove_content(p_handover uuid, p_why text, p_programme boolean, p_on date) returns integer
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  removed integer;
  programmes integer := 0;
begin
  delete from handover_content where handover_id = p_handover;
  get diagnostics removed = row_count;
  if p_programme then
    delete from handover_programme where handover_id = p_handover;
    get diagnostics programmes = row_count;
  end if;
  if removed + programmes > 0 then
    insert into handover_step (handover_id, step, side, on_date, how, rows_removed)
      values (p_handover, 'content_removed', 'system', p_on, p_why, removed + programmes);
  end if;
  return removed + programmes;
end $$;
comment on function kansenlijn.remove_content(uuid, text, boolean, date) is 'Removes what is said in a handover and puts on record that it was, without what.';

create function kansenlijn.follow_consent() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  undone boolean := tg_op = 'UPDATE';
begin
  if new.step = 'content_removed' then return null; end if;
  if undone and new.step = 'seen_by_parents' then
    -- Nobody edits the parents' reaction; undoing that they saw it takes it away.
    delete from handover_content where handover_id = new.handover_id and field = 'parents_reaction';
  elsif undone and new.step = 'feedback_given' then
    delete from handover_content where handover_id = new.handover_id and field = 'feedback';
  elsif undone and new.step = 'completed' then
    delete from handover_content where handover_id = new.handover_id and field = 'school_addition';
  end if;
  if not undone and new.step = 'withdrawn' then
    perform remove_content(new.handover_id, 'withdrawn', true, new.on_date);
  elsif not handover_consent(new.handover_id) then
    perform remove_content(new.handover_id, case when undone then 'undone' else 'consent' end, false, new.on_date);
  end if;
  return null;
end $$;
comment on function kansenlijn.follow_consent() is 'Removes tier B as soon as a step, or the undoing of one, leaves no consent on record.';
create trigger follow_consent after insert or update on kansenlijn.handover_step for each row execute function kansenlijn.follow_consent();

create function kansenlijn.purge_handovers(p_today date, p_months integer default 24) returns integer
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  expired record;
  purged integer := 0;
begin
  for expired in
    select h.id, coalesce(max(coalesce(upper(p.valid), b.birthday_4)), min(b.birthday_4)) as left_on
    from handover h
    join lateral (select (d.birth_date + interval '48 months')::date as birthday_4 from child_detail d
                  where d.child_id = h.child_id and d.closed_revision is null order by lower(d.valid) desc limit 1) b on true
    left join child_join j on j.child_id = h.child_id and j.closed_revision is null
    left join child_join k on k.into_child_id = coalesce(j.into_child_id, h.child_id) and k.closed_revision is null
    left join placement p on p.child_id in (h.child_id, j.into_child_id, k.child_id) and p.closed_revision is null
    where exists (select from handover_content c where c.handover_id = h.id) or exists (select from handover_programme c where c.handover_id = h.id)
    group by h.id
  loop
    if expired.left_on + make_interval(months => p_months) <= p_today then
      perform from handover h where h.id = expired.id for update;
      perform remove_content(expired.id, 'retention', true, p_today);
      purged := purged + 1;
    end if;
  end loop;
  return purged;
end $$;
comment on function kansenlijn.purge_handovers(date, integer) is
  'Removes what is said in handovers of children who left preschool at least so many months ago: on the last exit, or the 4th birthday when no exit is on record. Returns how many.';

alter table kansenlijn.handover_programme enable row level security;
create policy own on kansenlijn.handover_programme for select to kansenlijn_app using (handover_id = any ((select kansenlijn.readable_handovers())::uuid[]));
create policy write on kansenlijn.handover_programme for insert to kansenlijn_app with check (kansenlijn.may_write_handover(handover_id, 'programme'));
create policy rewrite on kansenlijn.handover_programme for update to kansenlijn_app using (kansenlijn.may_write_handover(handover_id, 'programme'));

alter table kansenlijn.handover_content enable row level security;
create policy own on kansenlijn.handover_content for select to kansenlijn_app using (handover_id = any ((select kansenlijn.readable_handovers())::uuid[]));
create policy write on kansenlijn.handover_content for insert to kansenlijn_app with check (kansenlijn.may_write_handover(handover_id, field));
create policy rewrite on kansenlijn.handover_content for update to kansenlijn_app using (field <> 'parents_reaction' and kansenlijn.may_write_handover(handover_id, field));
create policy empty on kansenlijn.handover_content for delete to kansenlijn_app using (field <> 'parents_reaction' and kansenlijn.may_write_handover(handover_id, field));

grant select, insert (handover_id, programme, started_on, ended_on, hours_per_week), update (programme, started_on, ended_on, hours_per_week) on kansenlijn.handover_programme to kansenlijn_app;
grant select, insert (handover_id, field, value), update (value), delete on kansenlijn.handover_content to kansenlijn_app;
grant execute on function kansenlijn.readable_handovers(), kansenlijn.may_write_handover(uuid, text) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.handover_content, kansenlijn.handover_programme cascade;
drop function kansenlijn.purge_handovers, kansenlijn.follow_consent, kansenlijn.remove_content, kansenlijn.stamp_programme, kansenlijn.demand_consent,
  kansenlijn.may_write_handover, kansenlijn.readable_handovers cascade;
