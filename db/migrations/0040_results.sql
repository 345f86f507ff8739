-- Up Migration

-- Kindergarten results: what was agreed, and how many children of a school reached it. Counts
-- only; nothing of one child. Both are beliefs of the ledger: a second submission of a school
-- closes what it corrects, and a figure that was given is computed again from what was believed.

create table kansenlijn.result_agreement (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  municipality_code text not null references kansenlijn.municipality,
  organisation_id uuid references kansenlijn.organisation,
  population text not null check (population in ('ve', 'all')),
  domain text not null check (domain in ('language', 'arithmetic', 'motor', 'social')),
  moment text not null check (moment in ('end_group_1', 'end_group_2', 'start_group_3')),
  instrument text not null check (instrument ~ '^[a-z0-9_]{2,40}$'),
  level text not null check (length(level) between 1 and 120),
  target_percent smallint not null check (target_percent between 1 and 100),
  school_year smallint not null check (school_year between 2000 and 2098),
  source text not null check (length(source) between 1 and 200),
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
comment on table kansenlijn.result_agreement is 'What a municipality, or one of its school boards, agreed on kindergarten results for a school year. No row is a valid state: no agreement.';
comment on column kansenlijn.result_agreement.organisation_id is 'The school board that it is about; null for all schools of the municipality.';
comment on column kansenlijn.result_agreement.population is 'Whose results count: children who followed preschool education (ve), or all.';
comment on column kansenlijn.result_agreement.level is 'The level that a child has to reach, in the words of the agreement.';
comment on column kansenlijn.result_agreement.school_year is 'First calendar year of the school year: 2024 is 2024-2025.';
create unique index result_agreement_once on kansenlijn.result_agreement (municipality_code, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), domain, moment, school_year)
  where closed_revision is null;
create index result_agreement_by_fact on kansenlijn.result_agreement (fact_id);

create table kansenlijn.kindergarten_result (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  school_id uuid not null references kansenlijn.school,
  school_year smallint not null check (school_year between 2000 and 2098),
  moment text not null check (moment in ('end_group_1', 'end_group_2', 'start_group_3')),
  domain text not null check (domain in ('language', 'arithmetic', 'motor', 'social')),
  instrument text not null check (instrument ~ '^[a-z0-9_]{2,40}$'),
  ve_months int4range check (not isempty(ve_months)),
  children smallint check (children between 0 and 999),
  at_level smallint,
  ve_children smallint not null check (ve_children between 0 and 999),
  ve_at_level smallint not null,
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  confirmations text[] not null default '{}',
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  constraint at_level_of_children check (at_level between 0 and children and ve_at_level between 0 and ve_children),
  constraint ve_within_all check (ve_children <= children and ve_at_level <= at_level and children - at_level >= ve_children - ve_at_level),
  -- Of the children who followed so many months, only those with preschool education can be counted.
  constraint all_or_months check (num_nonnulls(children, at_level) = case when ve_months is null then 2 else 0 end)
);
comment on table kansenlijn.kindergarten_result is 'How many children of a school are at or above the agreed level, by domain and instrument: all children, and those who followed preschool education among them.';
comment on column kansenlijn.kindergarten_result.ve_months is 'Months of preschool education that these children followed; null for all together. Rows with months are a part of the row without, and never added to it.';
comment on column kansenlijn.kindergarten_result.children is 'All children whose result is known; of them at_level are at or above the level.';
create unique index kindergarten_result_once on kansenlijn.kindergarten_result (school_id, school_year, moment, domain, instrument, coalesce(ve_months, '[0,1000)'::int4range))
  where closed_revision is null;
create index kindergarten_result_by_fact on kansenlijn.kindergarten_result (fact_id);
create index kindergarten_result_by_school on kansenlijn.kindergarten_result (school_id, school_year);

do $$
declare
  ledger text;
begin
  foreach ledger in array array['result_agreement', 'kindergarten_result'] loop
    execute format('create trigger stamp before insert on kansenlijn.%I for each row execute function kansenlijn.stamp_belief()', ledger);
    execute format('create trigger close before update on kansenlijn.%I for each row execute function kansenlijn.close_belief()', ledger);
    execute format('alter table kansenlijn.%I enable row level security', ledger);
  end loop;
end $$;

-- Whose it is ------------------------------------------------------------------------------

create function kansenlijn.partner_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(m.municipality_code, r.municipality_code, l.municipality_code, s.municipality_code)), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null
    left join region_member m on r.role = 'regional' and m.region_id = r.region_id and m.valid @> current_date
    left join location l on l.id = r.location_id
    left join school s on s.id = r.school_id
    where r.role <> 'regional' or m.municipality_code is not null
  );
end $$;
comment on function kansenlijn.partner_municipalities() is 'Municipalities in which the person has any role: of these it may know what was agreed.';

create function kansenlijn.result_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(m.municipality_code, r.municipality_code, l.municipality_code)), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null
    left join region_member m on r.role = 'regional' and m.region_id = r.region_id and m.valid @> current_date
    left join location l on l.id = r.location_id
    where r.role = 'official' or (r.role = 'regional' and m.municipality_code is not null)
      or (r.role in ('reader', 'health', 'childcare') and c.capacity = 'aggregate')
  );
end $$;
comment on function kansenlijn.result_municipalities() is
  'Municipalities of whose schools the person sees the results; in capacity aggregate also those of which it is told protected totals only.';

create policy partners on kansenlijn.result_agreement for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.partner_municipalities())::text[]));
create policy managed on kansenlijn.result_agreement for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[])
  and (organisation_id is null or organisation_id in (select s.organisation_id from kansenlijn.school s where s.municipality_code = result_agreement.municipality_code)));
create policy managed_close on kansenlijn.result_agreement for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant select, insert (fact_id, municipality_code, organisation_id, population, domain, moment, instrument, level, target_percent, school_year, source, change),
  update (closing, closing_reason) on kansenlijn.result_agreement to kansenlijn_app;

create policy own_or_municipality on kansenlijn.kindergarten_result for select to kansenlijn_app using (
  school_id = any ((select kansenlijn.own_schools())::uuid[])
  or school_id in (select s.id from kansenlijn.school s where s.municipality_code = any ((select kansenlijn.result_municipalities())::text[])));
create policy own on kansenlijn.kindergarten_result for insert to kansenlijn_app with check (school_id = any ((select kansenlijn.own_schools())::uuid[]));
create policy own_close on kansenlijn.kindergarten_result for update to kansenlijn_app using (school_id = any ((select kansenlijn.own_schools())::uuid[]));
grant select, insert (fact_id, school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change, confirmations),
  update (closing, closing_reason) on kansenlijn.kindergarten_result to kansenlijn_app;

create function kansenlijn.result_totals(p_municipality text, p_revision bigint, p_known_at timestamptz)
returns table (school_year smallint, moment text, domain text, instrument text, schools bigint, children bigint, at_level bigint, ve_children bigint, ve_at_level bigint)
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not exists (select from school s where s.id = any (own_schools()) and s.municipality_code = p_municipality) then return; end if;
  return query
    select r.school_year, r.moment, r.domain, r.instrument, count(*), sum(r.children), sum(r.at_level), sum(r.ve_children), sum(r.ve_at_level)
    from kindergarten_result r join school s on s.id = r.school_id
    where s.municipality_code = p_municipality and r.ve_months is null and r.instrument <> 'other'
      and believed(r.revision, r.known_from, r.closed_revision, r.known_until, p_revision, p_known_at)
    -- From the total of two, a school computes the other.
    group by r.school_year, r.moment, r.domain, r.instrument having count(*) >= 3;
end $$;
comment on function kansenlijn.result_totals(text, bigint, timestamptz) is
  'Totals of all schools of the municipality in which the person works at a school, to hold its own results against; nothing of fewer than three schools.';

create function kansenlijn.audit_agreement() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  -- What the belief says; the columns of the ledger are not part of it.
  kept text[] := array['municipality_code', 'organisation_id', 'population', 'domain', 'moment', 'instrument', 'level', 'target_percent', 'school_year', 'source'];
  later jsonb := (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any (kept));
  earlier result_agreement;
begin
  if tg_op = 'UPDATE' then
    if new.closing <> 'withdrawn' then return null; end if;
    insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, reason)
      values (new.closed_by, new.municipality_code, tg_table_name, new.fact_id::text, 'withdrawn', later, new.closing_reason);
    return null;
  end if;
  if new.change = 'corrected' then
    select * into earlier from result_agreement a where a.fact_id = new.fact_id and a.closed_revision = new.revision limit 1;
  elsif new.recorded_by is null then
    return null;
  end if;
  insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, after, reason)
    values (new.recorded_by, new.municipality_code, tg_table_name, new.fact_id::text, case when earlier.version_id is null then 'added' else 'corrected' end,
      case when earlier.version_id is not null then (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(earlier)) where key = any (kept)) end, later, earlier.closing_reason);
  return null;
end $$;
comment on function kansenlijn.audit_agreement() is 'Writes what a new, corrected or withdrawn agreement said to the audit; not what an import adds.';
create trigger audit after insert or update on kansenlijn.result_agreement for each row execute function kansenlijn.audit_agreement();

grant execute on function kansenlijn.partner_municipalities(), kansenlijn.result_municipalities(), kansenlijn.result_totals(text, bigint, timestamptz) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.kindergarten_result, kansenlijn.result_agreement;
drop function kansenlijn.audit_agreement(), kansenlijn.result_totals(text, bigint, timestamptz), kansenlijn.result_municipalities(), kansenlijn.partner_municipalities();
