-- Up Migration

-- Where things happen: the administrative map and the organisations on it. Names of
-- organisations and the national register of childcare (LRK) are public; groups and
-- numbers of places are not and get their policies with the people.

create table kansenlijn.municipality (
  code text primary key check (code ~ '^[0-9]{4}$'),
  name text not null unique,
  code_prefix text not null unique check (code_prefix ~ '^[A-Z]{2}$')
);
comment on table kansenlijn.municipality is 'A Dutch municipality that takes part.';
comment on column kansenlijn.municipality.code is 'CBS code, four digits.';
comment on column kansenlijn.municipality.code_prefix is 'First two letters of the codes of children registered here.';

create table kansenlijn.region (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  name text not null unique
);
comment on table kansenlijn.region is 'Municipalities that work together; figures are each member''s own.';

create table kansenlijn.region_member (
  region_id text not null references kansenlijn.region,
  municipality_code text not null references kansenlijn.municipality,
  valid daterange not null default daterange('2000-01-01', null) check (not isempty(valid)),
  exclude using gist (region_id with =, municipality_code with =, valid with &&)
);
comment on table kansenlijn.region_member is 'Membership of a region, on the days in valid.';

create table kansenlijn.neighbourhood (
  id uuid primary key default gen_random_uuid(),
  municipality_code text not null references kansenlijn.municipality,
  name text not null,
  cluster text,
  unique (municipality_code, name)
);
comment on table kansenlijn.neighbourhood is 'A neighbourhood or village.';
comment on column kansenlijn.neighbourhood.cluster is 'The cluster of neighbourhoods in which partners work, where there is one.';

create table kansenlijn.organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('childcare', 'health', 'school_board', 'municipality')),
  name text not null,
  unique (kind, name)
);
comment on table kansenlijn.organisation is 'A provider of childcare, a youth health care organisation, a school board or a municipal organisation.';

create table kansenlijn.location (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references kansenlijn.organisation,
  municipality_code text not null references kansenlijn.municipality,
  neighbourhood_id uuid references kansenlijn.neighbourhood,
  name text not null,
  lrk_number text unique check (lrk_number ~ '^[0-9]{6,12}$'),
  unique (organisation_id, municipality_code, name)
);
comment on table kansenlijn.location is 'A childcare location. It does not move: another place is another location, so that old figures stay what they were.';
comment on column kansenlijn.location.lrk_number is 'Number in the national register of childcare (Landelijk Register Kinderopvang).';

create table kansenlijn.care_group (
  id uuid primary key default gen_random_uuid(),
  location_id uuid not null references kansenlijn.location,
  name text not null,
  closed_on date,
  unique (location_id, name),
  unique (id, location_id)
);
comment on table kansenlijn.care_group is 'A group at a location.';
comment on column kansenlijn.care_group.closed_on is 'First day on which the group no longer exists.';

create table kansenlijn.school (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references kansenlijn.organisation,
  municipality_code text not null references kansenlijn.municipality,
  neighbourhood_id uuid references kansenlijn.neighbourhood,
  name text not null,
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}([0-9]{2})?$'),
  unique (municipality_code, name)
);
comment on table kansenlijn.school is 'A primary school (establishment) of a school board.';
comment on column kansenlijn.school.brin is 'BRIN number, with or without the two digits of the establishment.';

-- Down Migration

drop table kansenlijn.school, kansenlijn.care_group, kansenlijn.location, kansenlijn.organisation,
  kansenlijn.neighbourhood, kansenlijn.region_member, kansenlijn.region, kansenlijn.municipality;
