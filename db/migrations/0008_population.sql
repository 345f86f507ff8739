-- Up Migration

-- Children by age on a day, as a municipality or statistics office counts them: what a reach
-- of all toddlers is divided by. Beliefs of the ledger like every other figure's input, so
-- that a revised count leaves earlier answers as they were.

create table kansenlijn.population (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  municipality_code text not null references kansenlijn.municipality,
  neighbourhood_id uuid references kansenlijn.neighbourhood,
  reference_date date not null,
  age_months int4range not null check (not isempty(age_months) and lower(age_months) >= 0 and upper(age_months) <= 216),
  children integer not null check (children between 0 and 999999),
  source text check (length(source) <= 200),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  exclude using gist (municipality_code with =, (coalesce(neighbourhood_id, '00000000-0000-0000-0000-000000000000')) with =,
    reference_date with =, age_months with &&) where (closed_revision is null)
);
comment on table kansenlijn.population is 'Children of an age, on a day, in a municipality or in one of its neighbourhoods. Counts of neighbourhoods are not part of the municipality''s own.';
comment on column kansenlijn.population.neighbourhood_id is 'Null: the whole municipality.';
comment on column kansenlijn.population.age_months is 'Ages counted, in whole months, half-open: two and three year olds are [24,48).';
comment on column kansenlijn.population.source is 'Where the count comes from, as the importer wrote it.';
create index population_by_fact on kansenlijn.population (fact_id);

create trigger stamp before insert on kansenlijn.population for each row execute function kansenlijn.stamp_belief();
create trigger close before update on kansenlijn.population for each row execute function kansenlijn.close_belief();

alter table kansenlijn.population enable row level security;
create policy figures on kansenlijn.population for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.figure_municipalities())::text[]));
-- Only imports write it.
grant select on kansenlijn.population to kansenlijn_app;

-- Down Migration

drop table kansenlijn.population;
