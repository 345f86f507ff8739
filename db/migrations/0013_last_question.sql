-- Up Migration

-- The question that a person asked last in a conversation, so that "en Q2?" can follow on it.
-- It holds no text that was typed, only what was understood, and is of use for half an hour.

create table kansenlijn.last_question (
  conversation uuid not null,
  person_id uuid not null references kansenlijn.person,
  question jsonb not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (conversation, person_id)
);
comment on table kansenlijn.last_question is 'What a person asked last in a conversation, as it was understood. Removed after a day.';
comment on column kansenlijn.last_question.conversation is 'Hash of the channel''s conversation id.';
create index last_question_asked_at on kansenlijn.last_question (asked_at);
alter table kansenlijn.last_question enable row level security;
create policy own on kansenlijn.last_question for all to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person())) with check (person_id = (select kansenlijn.identity_person()));
grant select, insert, update, delete on kansenlijn.last_question to kansenlijn_app;

create function kansenlijn.keep_question(p_conversation uuid, p_question jsonb) returns void
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  who uuid := identity_person();
begin
  if who is null then return; end if;
  insert into last_question (conversation, person_id, question) values (p_conversation, who, p_question)
    on conflict (conversation, person_id) do update set question = excluded.question, asked_at = clock_timestamp();
  -- Now and then, so that the table stays small without a job of its own.
  if random() < 0.01 then
    delete from last_question where asked_at < now() - interval '1 day';
  end if;
end $$;
comment on function kansenlijn.keep_question(uuid, jsonb) is
  'Keeps what the acting person asked in a conversation, in any capacity: the answer may have been computed in capacity aggregate.';
grant execute on function kansenlijn.keep_question(uuid, jsonb) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.keep_question;
drop table kansenlijn.last_question;
