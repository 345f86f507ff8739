-- Up Migration

-- The next meeting of the group that reads a channel: policies know only how often it meets.

alter table kansenlijn.channel_binding add column next_meeting date;
comment on column kansenlijn.channel_binding.next_meeting is 'Day of the next meeting of who reads the channel, as an official recorded it; told in the post until that day is over.';
grant update (next_meeting) on kansenlijn.channel_binding to kansenlijn_app;

drop function kansenlijn.bindings_at_work();
create function kansenlijn.bindings_at_work()
returns table (id uuid, scope_kind text, scope_code text, scope_name text, conversation_id text, channel_name text, state text, post_day smallint, post_hour smallint,
  topics text[], next_meeting date, paused_until date, introduced_at timestamptz, due_from timestamptz, person_id uuid, tenant_id text, aad_object_id text)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not is_service() then return; end if;
  return query
    select b.id, case when b.region_id is null then 'municipality' else 'region' end, coalesce(b.municipality_code, b.region_id), coalesce(m.name, g.name),
      b.conversation_id, b.channel_name, b.state, b.post_day, b.post_hour, b.topics, b.next_meeting, b.paused_until, b.introduced_at, b.due_from, p.id, p.tenant_id, p.aad_object_id
    from channel_binding b
    left join municipality m on m.code = b.municipality_code left join region g on g.id = b.region_id
    left join person p on p.id = binding_person(b.id)
    where b.state in ('active', 'paused') order by b.id;
end $$;
comment on function kansenlijn.bindings_at_work() is 'For the jobs: channels that get posts, with the person as whom each is computed.';
grant execute on function kansenlijn.bindings_at_work() to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.bindings_at_work();
alter table kansenlijn.channel_binding drop column next_meeting;
create function kansenlijn.bindings_at_work()
returns table (id uuid, scope_kind text, scope_code text, scope_name text, conversation_id text, channel_name text, state text, post_day smallint, post_hour smallint,
  topics text[], paused_until date, introduced_at timestamptz, due_from timestamptz, person_id uuid, tenant_id text, aad_object_id text)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not is_service() then return; end if;
  return query
    select b.id, case when b.region_id is null then 'municipality' else 'region' end, coalesce(b.municipality_code, b.region_id), coalesce(m.name, g.name),
      b.conversation_id, b.channel_name, b.state, b.post_day, b.post_hour, b.topics, b.paused_until, b.introduced_at, b.due_from, p.id, p.tenant_id, p.aad_object_id
    from channel_binding b
    left join municipality m on m.code = b.municipality_code left join region g on g.id = b.region_id
    left join person p on p.id = binding_person(b.id)
    where b.state in ('active', 'paused') order by b.id;
end $$;
grant execute on function kansenlijn.bindings_at_work() to kansenlijn_app;
revoke execute on all functions in schema kansenlijn from public;
