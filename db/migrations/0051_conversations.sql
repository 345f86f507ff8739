-- Up Migration

-- The service capacity, in which the jobs of the clock work, and the conversations in which
-- the bot may speak first.

create function kansenlijn.is_service() returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return coalesce((select c.capacity = 'service' from identity_claims() c), false);
end $$;
comment on function kansenlijn.is_service() is
  'Whether this transaction runs as the product itself: signed by the application, nobody''s person, and so without a right to any row about a child.';

create function kansenlijn.enter_service(p_identity text) returns void
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  perform set_config('kansenlijn.identity', p_identity, true);
  if not is_service() then
    raise exception 'service identity not signed with this database''s key' using errcode = '28000';
  end if;
end $$;
comment on function kansenlijn.enter_service(text) is 'Begins a transaction of a job. Raises 28000 for a wrong signature, and for an identity of a person.';

create table kansenlijn.conversation (
  conversation_id text primary key check (length(conversation_id) between 1 and 2048),
  kind text not null check (kind in ('personal', 'channel', 'group')),
  tenant_id text not null check (length(tenant_id) between 1 and 100),
  service_url text not null check (length(service_url) between 1 and 2048),
  bot_id text not null,
  team_id text,
  channel_id text,
  aad_object_id text,
  seen_at timestamptz not null default clock_timestamp(),
  check ((kind = 'personal') or aad_object_id is null)
);
comment on table kansenlijn.conversation is
  'Where a conversation can be reached, from its last authenticated turn. Nothing of what was said in it.';
comment on column kansenlijn.conversation.conversation_id is 'The channel''s id, without the thread: a post begins a thread of its own.';
comment on column kansenlijn.conversation.aad_object_id is 'Of a personal chat: whose it is.';
comment on column kansenlijn.conversation.seen_at is 'The last turn, to the hour: which personal chat of a person is in use.';
create index conversation_by_person on kansenlijn.conversation (tenant_id, aad_object_id, seen_at desc) where kind = 'personal';
alter table kansenlijn.conversation enable row level security;
create policy service on kansenlijn.conversation for all to kansenlijn_app using ((select kansenlijn.is_service())) with check ((select kansenlijn.is_service()));
grant select, insert, update, delete on kansenlijn.conversation to kansenlijn_app;
grant execute on function kansenlijn.is_service(), kansenlijn.enter_service(text) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.conversation;
drop function kansenlijn.enter_service, kansenlijn.is_service cascade;
