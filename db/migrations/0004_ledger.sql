-- Up Migration

-- The ledger. A row is one belief about one fact. It has the days on which the fact
-- holds (valid), the time during which we believed it (known_from, known_until) and the
-- revisions of the ledger that opened and closed it. Corrections close a belief and open
-- another; nothing else is ever changed or removed.
--
-- Two clocks, because they answer two questions. known_*: "what did we know on
-- 26 February?", which a historical import may state. revision: "compute this reference
-- again", which must not change when somebody imports history afterwards.

create table kansenlijn.ledger_clock (
  only_row boolean primary key default true check (only_row),
  revision bigint not null,
  recorded_at timestamptz not null
);
comment on table kansenlijn.ledger_clock is
  'The latest revision. Writers lock this row, so revisions commit in order: whoever reads revision R in a snapshot sees all of it and of what came before.';
insert into kansenlijn.ledger_clock (revision, recorded_at) values (0, '2000-01-01Z');

create table kansenlijn.ledger_revision (
  revision bigint primary key,
  transaction_id xid8 not null default pg_current_xact_id() unique,
  recorded_at timestamptz not null,
  known_at timestamptz not null,
  person_id uuid references kansenlijn.person,
  kind text not null check (kind in ('turn', 'import'))
);
comment on table kansenlijn.ledger_revision is 'One row for each transaction that wrote to the ledger.';
comment on column kansenlijn.ledger_revision.known_at is 'The moment of knowledge: now, or for a historical import the moment that the operator stated.';
comment on column kansenlijn.ledger_revision.person_id is 'Who recorded it; null for an import by the operator.';

create function kansenlijn.open_revision(p_person uuid, p_known_at timestamptz, p_kind text) returns bigint
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  clock ledger_clock;
begin
  update ledger_clock set revision = revision + 1, recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
    returning * into clock;
  if p_known_at > clock.recorded_at then
    raise exception 'known_at lies in the future' using errcode = '22008';
  end if;
  insert into ledger_revision (revision, recorded_at, known_at, person_id, kind)
    values (clock.revision, clock.recorded_at, coalesce(p_known_at, clock.recorded_at), p_person, p_kind);
  return clock.revision;
end $$;
comment on function kansenlijn.open_revision(uuid, timestamptz, text) is
  'Opens the revision of this transaction. For the owner (imports); the application''s writes open theirs through the stamp trigger.';

create function kansenlijn.this_revision() returns kansenlijn.ledger_revision
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
begin
  select * into mine from ledger_revision where transaction_id = pg_current_xact_id();
  if found then return mine; end if;
  perform open_revision(identity_person(), null, 'turn');
  select * into mine from ledger_revision where transaction_id = pg_current_xact_id();
  return mine;
end $$;
comment on function kansenlijn.this_revision() is 'The revision of this transaction, opened on first use.';

create function kansenlijn.stamp_belief() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision := this_revision();
begin
  new.revision := mine.revision;
  new.known_from := mine.known_at;
  new.recorded_by := mine.person_id;
  new.closed_revision := null;
  new.known_until := null;
  new.closed_by := null;
  return new;
end $$;
comment on function kansenlijn.stamp_belief() is 'Stamps a new belief with this transaction''s revision; what the writer put there does not count.';

create function kansenlijn.close_belief() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
  closing text[] := array['closing', 'closing_reason', 'closed_revision', 'known_until', 'closed_by'];
begin
  if old.closed_revision is not null or to_jsonb(new) - closing is distinct from to_jsonb(old) - closing then
    raise exception 'a belief is only ever closed, once' using errcode = '55000';
  end if;
  if new.closing is null then
    raise exception 'closing a belief needs a kind' using errcode = '23502';
  end if;
  mine := this_revision();
  new.closed_revision := mine.revision;
  new.known_until := greatest(mine.known_at, old.known_from);
  new.closed_by := mine.person_id;
  return new;
end $$;
comment on function kansenlijn.close_belief() is 'Lets an update only close a current belief, and stamps when and by whom.';

create function kansenlijn.believed(revision bigint, known_from timestamptz, closed_revision bigint, known_until timestamptz,
                                    at_revision bigint, at_known timestamptz) returns boolean
language sql immutable parallel safe as $$
  select revision <= at_revision and known_from <= at_known
    and not coalesce(closed_revision <= at_revision and known_until <= at_known, false)
$$;
comment on function kansenlijn.believed(bigint, timestamptz, bigint, timestamptz, bigint, timestamptz) is
  'Whether a row was believed in revision at_revision about what was known at at_known (infinity: no limit).';

grant select on kansenlijn.ledger_clock to kansenlijn_app;
grant execute on function kansenlijn.believed(bigint, timestamptz, bigint, timestamptz, bigint, timestamptz) to kansenlijn_app;
alter table kansenlijn.ledger_revision enable row level security;
create policy own on kansenlijn.ledger_revision for select to kansenlijn_app using (person_id = (select kansenlijn.identity_person()));
grant select on kansenlijn.ledger_revision to kansenlijn_app;

-- Children -----------------------------------------------------------------------------

create table kansenlijn.child (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[A-Z]{2}-[0-9A-Z]{4}(-[0-9A-Z]{4})?$'),
  registered_location_id uuid references kansenlijn.location,
  registered_at timestamptz not null default now()
);
comment on table kansenlijn.child is 'A child: a code. No name, no citizen number, ever.';
comment on column kansenlijn.child.registered_location_id is 'The childcare location that made the code; null when youth health care or an import did.';

create table kansenlijn.child_location (
  child_id uuid not null references kansenlijn.child,
  location_id uuid not null references kansenlijn.location,
  how text not null check (how in ('code', 'registered', 'import')),
  linked_at timestamptz not null default clock_timestamp(),
  linked_by uuid references kansenlijn.person,
  primary key (child_id, location_id)
);
comment on table kansenlijn.child_location is 'Which location may see a child, since when, and how it came to that.';
create index child_location_by_location on kansenlijn.child_location (location_id);

create table kansenlijn.organisation_reference (
  organisation_id uuid not null references kansenlijn.organisation,
  child_id uuid not null references kansenlijn.child,
  reference text not null check (length(reference) between 1 and 64),
  primary key (organisation_id, child_id)
);
comment on table kansenlijn.organisation_reference is 'An organisation''s own reference for a child; only that organisation sees it.';

-- The columns that every ledger table shares, repeated in each because PostgreSQL''s
-- inheritance would not carry the constraints:
--   version_id       this belief
--   fact_id          the fact that it is about; versions of one fact share it
--   change           what opened it: recorded, exited, corrected, reopened, imported
--   revision, known_from, recorded_by                 stamped by the trigger
--   closing, closing_reason                           given when it is closed
--   closed_revision, known_until, closed_by           stamped by the trigger

create table kansenlijn.child_detail (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  birth_date date not null,
  municipality_code text not null references kansenlijn.municipality,
  neighbourhood_id uuid references kansenlijn.neighbourhood,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported', 'moved')),
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  exclude using gist (child_id with =, valid with &&) where (closed_revision is null)
);
comment on table kansenlijn.child_detail is 'Birth date and residence of a child; a move is a new fact from its day on.';
create index child_detail_by_municipality on kansenlijn.child_detail (municipality_code, birth_date);

create table kansenlijn.child_join (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  into_child_id uuid not null references kansenlijn.child check (into_child_id <> child_id),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person
);
comment on table kansenlijn.child_join is
  'Two codes that are one child: figures count child_id as into_child_id. Reversible: withdrawing the row takes the two apart again.';
create unique index child_join_once on kansenlijn.child_join (child_id) where closed_revision is null;
create index child_join_into on kansenlijn.child_join (into_child_id);

create function kansenlijn.refuse_join_chain() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if exists (select from child_join j where j.closed_revision is null and (j.child_id = new.into_child_id or j.into_child_id = new.child_id)) then
    raise exception 'a joined child is joined again' using errcode = '23P01';
  end if;
  return new;
end $$;
create trigger refuse_chain before insert on kansenlijn.child_join for each row execute function kansenlijn.refuse_join_chain();

create table kansenlijn.indication (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  organisation_id uuid references kansenlijn.organisation,
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  confirmations text[] not null default '{}',
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person
);
comment on table kansenlijn.indication is 'A VE indication by youth health care, from its date of issue.';
comment on column kansenlijn.indication.confirmations is 'Rules whose finding the person saw and confirmed.';
create index indication_by_child on kansenlijn.indication (child_id);

create table kansenlijn.indication_ground (
  version_id uuid not null references kansenlijn.indication,
  ground text not null check (ground ~ '^[a-z0-9_]{2,60}$'),
  primary key (version_id, ground)
);
comment on table kansenlijn.indication_ground is
  'Grounds of an indication: codes of the municipality''s definition. Childcare does not see them (medical secrecy). Grounds overlap: their sum is not a number of children.';

create table kansenlijn.guidance_outcome (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  on_date date not null,
  kind text not null check (kind in ('offer', 'refusal', 'non_reach')),
  reasons text[] not null default '{}' check (kind <> 'non_reach' or cardinality(reasons) > 0),
  note text check (length(note) <= 500),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  confirmations text[] not null default '{}',
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person
);
comment on table kansenlijn.guidance_outcome is 'An outcome of guidance: a place was offered, a place was refused, or why the child is not reached (one or more reasons).';
create index guidance_by_child on kansenlijn.guidance_outcome (child_id);

create table kansenlijn.placement (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  child_id uuid not null references kansenlijn.child,
  location_id uuid not null references kansenlijn.location,
  group_id uuid not null,
  ve_place boolean not null,
  hours_per_week numeric(4, 1) not null check (hours_per_week > 0 and hours_per_week <= 60),
  days_per_week smallint not null check (days_per_week between 1 and 5),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  exit_reason text check (exit_reason ~ '^[a-z0-9_]{2,60}$'),
  exit_note text check (length(exit_note) <= 500),
  change text not null default 'recorded' check (change in ('recorded', 'exited', 'corrected', 'reopened', 'imported')),
  confirmations text[] not null default '{}',
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('exited', 'corrected', 'withdrawn', 'reopened')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  foreign key (group_id, location_id) references kansenlijn.care_group (id, location_id),
  check (upper_inf(valid) = (exit_reason is null)),
  exclude using gist (child_id with =, valid with &&) where (ve_place and closed_revision is null)
);
comment on table kansenlijn.placement is 'A child in a group from a start day to an exit. Half-open: the exit day itself, upper(valid), is the first day away.';
comment on column kansenlijn.placement.ve_place is 'Whether it is a subsidised VE place; a toddler without an indication has a regular one.';
comment on column kansenlijn.placement.exit_reason is 'Why the child left; set exactly when valid has an end.';
create index placement_by_child on kansenlijn.placement (child_id);
create index placement_by_location on kansenlijn.placement (location_id);

create table kansenlijn.ve_place_offer (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  location_id uuid not null references kansenlijn.location,
  places smallint not null check (places between 0 and 500),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  exclude using gist (location_id with =, valid with &&) where (closed_revision is null)
);
comment on table kansenlijn.ve_place_offer is 'VE places offered at a location, taken or free, on the days in valid.';

do $$
declare
  ledger text;
begin
  foreach ledger in array array['child_detail', 'child_join', 'indication', 'guidance_outcome', 'placement', 've_place_offer'] loop
    execute format('create trigger stamp before insert on kansenlijn.%I for each row execute function kansenlijn.stamp_belief()', ledger);
    execute format('create trigger close before update on kansenlijn.%I for each row execute function kansenlijn.close_belief()', ledger);
    execute format('create index %I on kansenlijn.%I (fact_id)', ledger || '_by_fact', ledger);
    execute format('alter table kansenlijn.%I enable row level security', ledger);
    execute format('grant select, insert, update (closing, closing_reason) on kansenlijn.%I to kansenlijn_app', ledger);
  end loop;
end $$;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.ve_place_offer, kansenlijn.placement, kansenlijn.guidance_outcome, kansenlijn.indication_ground, kansenlijn.indication,
  kansenlijn.child_join, kansenlijn.child_detail, kansenlijn.organisation_reference, kansenlijn.child_location, kansenlijn.child,
  kansenlijn.ledger_revision, kansenlijn.ledger_clock cascade;
drop function kansenlijn.refuse_join_chain, kansenlijn.believed, kansenlijn.close_belief, kansenlijn.stamp_belief, kansenlijn.this_revision, kansenlijn.open_revision cascade;
