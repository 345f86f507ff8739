-- Up Migration

-- What people were told: submissions (once each) and figures (with a reference).

create table kansenlijn.submission (
  key uuid primary key,
  person_id uuid not null references kansenlijn.person,
  dialog text not null,
  receipt jsonb,
  stored_at timestamptz not null default clock_timestamp()
);
comment on table kansenlijn.submission is 'A form that was stored. Its key is in the card, so a second submission finds the first one''s receipt.';
comment on column kansenlijn.submission.receipt is 'What the person was told; given again, to the letter.';
alter table kansenlijn.submission enable row level security;
create policy own on kansenlijn.submission for select to kansenlijn_app using (person_id = (select kansenlijn.identity_person()));
create policy claim on kansenlijn.submission for insert to kansenlijn_app with check (person_id = (select kansenlijn.identity_person()));
create policy keep on kansenlijn.submission for update to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person()) and receipt is null) with check (person_id = (select kansenlijn.identity_person()));
create policy release on kansenlijn.submission for delete to kansenlijn_app
  using (person_id = (select kansenlijn.identity_person()) and receipt is null);
grant select, insert, update (receipt), delete on kansenlijn.submission to kansenlijn_app;

create table kansenlijn.answer (
  reference text primary key check (reference ~ '^KL-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  person_id uuid not null references kansenlijn.person,
  asked_at timestamptz not null default clock_timestamp(),
  protected boolean not null,
  measure text not null,
  measure_version smallint not null,
  municipality_code text references kansenlijn.municipality,
  location_id uuid references kansenlijn.location,
  reference_date date not null,
  params jsonb not null,
  revision bigint not null,
  known_at timestamptz not null,
  counts jsonb not null,
  check (num_nonnulls(municipality_code, location_id) = 1)
);
comment on table kansenlijn.answer is 'A figure that was given, with all that is needed to compute it again.';
comment on column kansenlijn.answer.params is 'The policy values that went into the computation, as they were then.';
comment on column kansenlijn.answer.revision is 'The revision of the ledger that it was computed in.';
comment on column kansenlijn.answer.known_at is 'Limit on the moment of knowledge; infinity when there was none.';
comment on column kansenlijn.answer.counts is 'The counts that came out, for comparison.';
alter table kansenlijn.answer enable row level security;
create policy own_figures on kansenlijn.answer for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.figure_municipalities())::text[])
  or location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[])));
create policy record on kansenlijn.answer for insert to kansenlijn_app with check (
  person_id = (select kansenlijn.identity_person())
  and (municipality_code is null or municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))
  and (location_id is null or location_id = any ((select kansenlijn.own_locations())::uuid[])
       or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))));
grant select, insert on kansenlijn.answer to kansenlijn_app;

create table kansenlijn.import_record (
  source text not null,
  kind text not null,
  source_id text not null,
  target_id text not null,
  content_hash bytea not null,
  primary key (source, kind, source_id)
);
comment on table kansenlijn.import_record is 'Which record of a source became what here, so that importing it again changes only what changed. For the owner only.';
alter table kansenlijn.import_record enable row level security;

-- Down Migration

drop table kansenlijn.import_record, kansenlijn.answer, kansenlijn.submission;
