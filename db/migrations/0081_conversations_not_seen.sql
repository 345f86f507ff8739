-- Up Migration

-- How a chat is reached is kept as long as somebody may be written to there, and no longer.

create function kansenlijn.purge_conversations(p_now timestamptz) returns integer
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  removed integer;
begin
  if not is_service() or p_now > clock_timestamp() + interval '1 day' then
    raise exception 'not by the clock' using errcode = '42501';
  end if;
  delete from conversation c
  where (c.kind = 'personal' and c.seen_at < p_now - interval '24 months'
      -- Who has a role may be reminded and never answer: that chat is in use.
      and not exists (select from person p join person_role r on r.person_id = p.id and r.revoked_at is null
        where p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id))
    or (c.kind <> 'personal' and c.seen_at < p_now - interval '30 days'
      and not exists (select from channel_binding b where b.conversation_id = c.conversation_id and b.state <> 'unbound'));
  get diagnostics removed = row_count;
  return removed;
end $$;
comment on function kansenlijn.purge_conversations(timestamptz) is
  'The nightly removal, for the service only: personal chats not seen for 24 months of people without a role, and channels and groups not seen for 30 days that are bound to no weekly post. A turn writes them down again.';

revoke execute on all functions in schema kansenlijn from public;
grant execute on function kansenlijn.purge_conversations(timestamptz) to kansenlijn_app;

-- Down Migration

drop function kansenlijn.purge_conversations;
