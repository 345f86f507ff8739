-- Up Migration

-- Which channel gets the weekly post of which municipality or region, and every message
-- that the bot sends first: written down before it is sent, so that it is sent once.

create function kansenlijn.own_regions() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(r.region_id), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null and r.role = 'regional'
    where c.capacity = 'person'
  );
end $$;
comment on function kansenlijn.own_regions() is 'Regions that the person coordinates.';

create table kansenlijn.channel_binding (
  id uuid primary key default gen_random_uuid(),
  municipality_code text references kansenlijn.municipality,
  region_id text references kansenlijn.region,
  conversation_id text not null check (length(conversation_id) between 1 and 2048),
  channel_name text not null check (length(channel_name) between 1 and 200),
  team_id text,
  shared boolean not null default false,
  state text not null default 'proposed' check (state in ('proposed', 'active', 'paused', 'dead', 'unbound')),
  proposed_by uuid not null references kansenlijn.person,
  proposed_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid references kansenlijn.person,
  post_day smallint not null default 1 check (post_day between 1 and 7),
  post_hour smallint not null default 9 check (post_hour between 0 and 23),
  topics text[] not null default '{flow,places,handovers,groups,results,meetings,quality}',
  paused_until date,
  introduced_at timestamptz,
  due_from timestamptz,
  death_reason text check (length(death_reason) <= 100),
  changed_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(municipality_code, region_id) = 1),
  check (state <> 'active' or (confirmed_by is not null and due_from is not null))
);
comment on table kansenlijn.channel_binding is 'A channel that gets the weekly post of one municipality or region; one at a time for a channel.';
comment on column kansenlijn.channel_binding.conversation_id is 'The channel''s id, without a thread.';
comment on column kansenlijn.channel_binding.shared is 'Whether people of other organisations are in the channel by way of a shared channel.';
comment on column kansenlijn.channel_binding.confirmed_by is 'As whom the figures of the post are read, while that person has the right to.';
comment on column kansenlijn.channel_binding.post_day is 'ISO day of the week, 1 is Monday.';
comment on column kansenlijn.channel_binding.post_hour is 'Hour in Dutch time.';
comment on column kansenlijn.channel_binding.due_from is 'Posts that were due before this moment are not owed: it was bound, paused or settled otherwise then.';
comment on column kansenlijn.channel_binding.death_reason is 'Why nothing can be sent there any more, in a word of ours and a status.';
create unique index channel_binding_once on kansenlijn.channel_binding (conversation_id) where state <> 'unbound';

create function kansenlijn.stamp_confirmation() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if new.confirmed_by is distinct from old.confirmed_by then new.confirmed_by := identity_person(); end if;
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function kansenlijn.stamp_confirmation() is 'Nobody confirms a channel in the name of another.';
create trigger stamp before update on kansenlijn.channel_binding for each row execute function kansenlijn.stamp_confirmation();

create table kansenlijn.outbox (
  id uuid primary key default gen_random_uuid(),
  binding_id uuid not null references kansenlijn.channel_binding,
  week text not null check (week ~ '^\d{4}-W\d{2}$'),
  kind text not null check (kind in ('post', 'reply', 'introduction', 'notice', 'trial')),
  ordinal smallint not null default 0,
  subject text not null default '',
  conversation_id text,
  person_id uuid references kansenlijn.person,
  payload jsonb,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'unknown', 'failed', 'gone', 'skipped')),
  attempts smallint not null default 0,
  attempted_at timestamptz,
  not_before timestamptz not null,
  claimed_by uuid,
  claimed_until timestamptz,
  activity_id text,
  status smallint,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  settled text check (settled in ('arrived', 'resend')),
  settled_by uuid references kansenlijn.person,
  settled_at timestamptz,
  unique (binding_id, week, kind, ordinal, subject),
  check (num_nonnulls(conversation_id, person_id) = 1 and (kind = 'notice') = (person_id is not null)),
  check ((state = 'sending') = (claimed_until is not null)),
  check (payload is not null or state not in ('pending', 'sending'))
);
comment on table kansenlijn.outbox is
  'Every message that the bot sends first, one row each. `sending` is committed before the attempt and the outcome after it: a row that stays `sending` may have been delivered, becomes `unknown`, and is never sent again unless a person says so.';
comment on column kansenlijn.outbox.subject is 'What a notice is about, so that it is given once.';
comment on column kansenlijn.outbox.person_id is 'For whom a notice is; it goes to the personal chat in which that person talked last.';
comment on column kansenlijn.outbox.payload is 'Card and summary; removed some weeks after the message.';
comment on column kansenlijn.outbox.settled is 'What an official said about an outcome that was unknown.';
create index outbox_waiting on kansenlijn.outbox (not_before) where state in ('pending', 'sending');
create index outbox_paced on kansenlijn.outbox (conversation_id, attempted_at);

create function kansenlijn.binding_person(p_binding uuid) returns uuid
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select r.person_id
    from channel_binding b join person_role r on r.revoked_at is null
      and ((r.role = 'official' and r.municipality_code = b.municipality_code) or (r.role = 'regional' and r.region_id = b.region_id))
    where b.id = p_binding
    order by (r.person_id = b.confirmed_by) desc, r.granted_at, r.id limit 1);
end $$;
comment on function kansenlijn.binding_person(uuid) is
  'As whom a post is computed and who hears about it: who confirmed the channel while in office, else the longest in office. Null when nobody is. Never granted.';

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
comment on function kansenlijn.bindings_at_work() is 'For the jobs: channels that get posts, with the person as whom each is computed.';

create function kansenlijn.claim_message(p_now timestamptz, p_claim uuid, p_until timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  claimed outbox;
  target text;
begin
  if not is_service() then return null; end if;
  -- Claims come one after another over all replicas, so that each sees what the others just began.
  perform pg_advisory_xact_lock(hashtextextended('outbox claim', 0));
  select o.id, c.conversation_id into claimed.id, target
    from outbox o
    join channel_binding b on b.id = o.binding_id
    left join person p on p.id = o.person_id
    join lateral (
      select k.conversation_id, k.tenant_id from conversation k
      where case when o.person_id is null then k.conversation_id = o.conversation_id
                 else k.kind = 'personal' and k.tenant_id = p.tenant_id and k.aad_object_id = p.aad_object_id end
      order by k.seen_at desc limit 1) c on true
    where o.state = 'pending' and o.not_before <= p_now and (o.kind = 'notice' or b.state = 'active')
      -- A post comes after the introduction; a reply after its post, in order.
      and not exists (select from outbox i where i.binding_id = o.binding_id and o.kind = 'post' and i.kind = 'introduction' and i.state in ('pending', 'sending'))
      and (o.kind <> 'reply' or exists (select from outbox t where t.binding_id = o.binding_id and t.week = o.week and t.kind = 'post' and t.state = 'sent' and t.activity_id is not null))
      and not exists (select from outbox e where e.binding_id = o.binding_id and e.week = o.week and o.kind = 'reply' and e.kind = 'reply' and e.ordinal < o.ordinal and e.state in ('pending', 'sending'))
      -- One message a second in a conversation, twenty in a tenant.
      and not exists (select from outbox s where s.conversation_id = o.conversation_id and s.attempted_at > p_now - interval '1 second')
      and (select count(*) from outbox s join conversation k on k.conversation_id = s.conversation_id
           where k.tenant_id = c.tenant_id and s.attempted_at > p_now - interval '1 second') < 20
    order by o.not_before, o.kind = 'reply', o.ordinal, o.id limit 1 for update of o skip locked;
  if claimed.id is null then return null; end if;
  update outbox set state = 'sending', claimed_by = p_claim, claimed_until = p_until, attempts = attempts + 1, attempted_at = p_now
    where id = claimed.id returning * into claimed;
  return jsonb_build_object('id', claimed.id, 'bindingId', claimed.binding_id, 'week', claimed.week, 'kind', claimed.kind, 'attempts', claimed.attempts,
    'conversationId', target, 'payload', claimed.payload,
    'replyToId', (select t.activity_id from outbox t where claimed.kind = 'reply' and t.binding_id = claimed.binding_id and t.week = claimed.week and t.kind = 'post'));
end $$;
comment on function kansenlijn.claim_message(timestamptz, uuid, timestamptz) is
  'Takes the next message that may be sent now and marks it `sending`; null when there is none. To be committed before the attempt.';

create function kansenlijn.add_notice(p_binding uuid, p_week text, p_subject text, p_payload jsonb, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  who uuid := binding_person(p_binding);
begin
  if not is_service() or who is null then return false; end if;
  insert into outbox (binding_id, week, kind, subject, person_id, payload, not_before) values (p_binding, p_week, 'notice', p_subject, who, p_payload, p_now)
    on conflict do nothing;
  return found;
end $$;
comment on function kansenlijn.add_notice(uuid, text, text, jsonb, timestamptz) is
  'For the jobs: tells the official of a channel something in personal chat, once a subject. False when it was told, or when nobody is in office.';

create function kansenlijn.settle_message(p_message uuid, p_choice text, p_now timestamptz, p_week text) returns text
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  message outbox;
  late boolean;
begin
  select o.* into message from outbox o join channel_binding b on b.id = o.binding_id
    where o.id = p_message and (b.municipality_code = any (official_municipalities()) or b.region_id = any (own_regions())) for update of o;
  if message.id is null or p_choice not in ('arrived', 'resend') then return 'forbidden'; end if;
  if message.state <> 'unknown' then return 'known'; end if;
  late := p_choice = 'resend' and (message.payload is null or (message.kind in ('post', 'reply') and message.week <> p_week));
  update outbox set settled = p_choice, settled_by = identity_person(), settled_at = p_now, not_before = p_now,
    state = case when p_choice = 'arrived' then 'sent' when late then 'skipped' else 'pending' end,
    sent_at = case when p_choice = 'arrived' then message.attempted_at end
    where id = p_message;
  if message.kind = 'post' and (late or p_choice = 'arrived') then
    -- Without the id of the post there is no thread to reply in.
    update outbox set state = 'skipped' where binding_id = message.binding_id and week = message.week and kind = 'reply' and state = 'pending';
  end if;
  return case when late then 'late' when p_choice = 'arrived' then 'arrived' else 'resent' end;
end $$;
comment on function kansenlijn.settle_message(uuid, text, timestamptz, text) is
  'What an official says about a message of which the outcome is unknown. Returns arrived, resent, late (its week is over: not sent again), known (settled before) or forbidden.';

create function kansenlijn.purge_handovers_by_clock(p_today date, p_months integer) returns integer
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not is_service() or p_months < 24 or p_today > current_date + 1 then
    raise exception 'not by the clock' using errcode = '42501';
  end if;
  return purge_handovers(p_today, p_months);
end $$;
comment on function kansenlijn.purge_handovers_by_clock(date, integer) is
  'The daily removal of what is said in old handovers, for the service only: never sooner than 24 months, nor for a day that is still to come.';

alter table kansenlijn.channel_binding enable row level security;
create policy service on kansenlijn.channel_binding for all to kansenlijn_app using ((select kansenlijn.is_service())) with check ((select kansenlijn.is_service()));
create policy own on kansenlijn.channel_binding for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]) or region_id = any ((select kansenlijn.own_regions())::text[]));
create policy propose on kansenlijn.channel_binding for insert to kansenlijn_app with check (
  proposed_by = (select kansenlijn.identity_person()) and state = 'proposed' and confirmed_by is null
  and (municipality_code = any ((select kansenlijn.official_municipalities())::text[]) or region_id = any ((select kansenlijn.own_regions())::text[])));
create policy change on kansenlijn.channel_binding for update to kansenlijn_app
  using (municipality_code = any ((select kansenlijn.official_municipalities())::text[]) or region_id = any ((select kansenlijn.own_regions())::text[]))
  with check (municipality_code = any ((select kansenlijn.official_municipalities())::text[]) or region_id = any ((select kansenlijn.own_regions())::text[]));
alter table kansenlijn.outbox enable row level security;
create policy service on kansenlijn.outbox for all to kansenlijn_app using ((select kansenlijn.is_service())) with check ((select kansenlijn.is_service()));
create policy own on kansenlijn.outbox for select to kansenlijn_app using (binding_id in (select b.id from kansenlijn.channel_binding b));

grant select, insert, update (channel_name, team_id, shared, state, confirmed_by, post_day, post_hour, topics, paused_until, introduced_at, due_from, death_reason, changed_at)
  on kansenlijn.channel_binding to kansenlijn_app;
grant select, insert, update (payload, state, not_before, claimed_by, claimed_until, activity_id, status, sent_at) on kansenlijn.outbox to kansenlijn_app;
grant execute on function kansenlijn.own_regions(), kansenlijn.bindings_at_work(), kansenlijn.claim_message(timestamptz, uuid, timestamptz),
  kansenlijn.add_notice(uuid, text, text, jsonb, timestamptz), kansenlijn.settle_message(uuid, text, timestamptz, text),
  kansenlijn.purge_handovers_by_clock(date, integer) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.outbox, kansenlijn.channel_binding cascade;
drop function kansenlijn.purge_handovers_by_clock, kansenlijn.settle_message, kansenlijn.add_notice, kansenlijn.claim_message, kansenlijn.bindings_at_work,
  kansenlijn.binding_person, kansenlijn.own_regions, kansenlijn.stamp_confirmation;
