-- Up Migration

-- What somebody began in a channel goes on in that person's own chat: a question of which the
-- answer binds the channel, or a post that is for nobody else's eyes.

create function kansenlijn.tell_myself(p_binding uuid, p_week text, p_subject text, p_payload jsonb, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  me uuid := identity_person();
begin
  if me is null or not exists (
    select from channel_binding b
    where b.id = p_binding and (b.municipality_code = any (official_municipalities()) or b.region_id = any (own_regions()))) then return false; end if;
  insert into outbox (binding_id, week, kind, subject, person_id, payload, not_before)
    values (p_binding, p_week, 'notice', 'self ' || me || ' ' || p_subject, me, p_payload, p_now) on conflict do nothing;
  return found;
end $$;
comment on function kansenlijn.tell_myself(uuid, text, text, jsonb, timestamptz) is
  'Queues a message about a channel of one''s own for one''s own personal chat, once a subject and week. False when there is one, or the channel is not one''s own.';

grant execute on function kansenlijn.tell_myself(uuid, text, text, jsonb, timestamptz) to kansenlijn_app;
revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.tell_myself;
