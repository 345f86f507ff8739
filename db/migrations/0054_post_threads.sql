-- Up Migration

-- A question in the thread of a weekly post goes on from that post.

create function kansenlijn.post_of_thread(p_channel text, p_message text) returns jsonb
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select jsonb_build_object('kind', case when b.region_id is null then 'municipality' else 'region' end, 'id', coalesce(b.municipality_code, b.region_id), 'name', coalesce(m.name, g.name))
    from outbox o join channel_binding b on b.id = o.binding_id
    left join municipality m on m.code = b.municipality_code left join region g on g.id = b.region_id
    where o.conversation_id = p_channel and o.activity_id = p_message and o.kind = 'post' and o.state = 'sent'
    limit 1);
end $$;
comment on function kansenlijn.post_of_thread(text, text) is
  'Of whom the weekly post is that began this thread; null for another thread. Whoever reads along in the channel has seen that already.';

grant execute on function kansenlijn.post_of_thread(text, text) to kansenlijn_app;
revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.post_of_thread;
