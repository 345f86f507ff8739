-- Up Migration

-- People, their roles, and what a transaction that runs as one of them may see.

create table kansenlijn.person (
  id uuid primary key default gen_random_uuid(),
  tenant_id text not null check (length(tenant_id) between 1 and 100 and tenant_id !~ '[|]'),
  aad_object_id text not null check (length(aad_object_id) between 1 and 100 and aad_object_id !~ '[|]'),
  created_at timestamptz not null default now(),
  unique (tenant_id, aad_object_id)
);
comment on table kansenlijn.person is 'A person is a tenant and a directory object id; never a name or an e-mail address.';

create table kansenlijn.person_role (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references kansenlijn.person,
  role text not null check (role in ('childcare', 'health', 'school', 'official', 'regional', 'reader')),
  location_id uuid references kansenlijn.location,
  school_id uuid references kansenlijn.school,
  organisation_id uuid references kansenlijn.organisation,
  municipality_code text references kansenlijn.municipality,
  region_id text references kansenlijn.region,
  granted_at timestamptz not null default now(),
  granted_by uuid references kansenlijn.person,
  revoked_at timestamptz,
  check (case role
    when 'childcare' then location_id is not null and num_nonnulls(school_id, organisation_id, municipality_code, region_id) = 0
    when 'school' then school_id is not null and num_nonnulls(location_id, organisation_id, municipality_code, region_id) = 0
    when 'health' then organisation_id is not null and municipality_code is not null and num_nonnulls(location_id, school_id, region_id) = 0
    when 'regional' then region_id is not null and num_nonnulls(location_id, school_id, organisation_id, municipality_code) = 0
    else municipality_code is not null and num_nonnulls(location_id, school_id, organisation_id, region_id) = 0
  end)
);
comment on table kansenlijn.person_role is 'What a person may do, and where. One row a role and place; a person can have several.';
create unique index person_role_once on kansenlijn.person_role
  (person_id, role, coalesce(location_id, school_id, organisation_id), coalesce(municipality_code, region_id)) nulls not distinct
  where revoked_at is null;

create table kansenlijn.invitation (
  id uuid primary key default gen_random_uuid(),
  code_hash bytea not null unique,
  role text not null,
  location_id uuid references kansenlijn.location,
  school_id uuid references kansenlijn.school,
  organisation_id uuid references kansenlijn.organisation,
  municipality_code text references kansenlijn.municipality,
  region_id text references kansenlijn.region,
  invited_by uuid references kansenlijn.person,
  inviting_municipality_code text references kansenlijn.municipality,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  redeemed_by uuid references kansenlijn.person,
  redeemed_at timestamptz
);
comment on table kansenlijn.invitation is 'A one-time code for a role. Only the hash of the code is kept.';
comment on column kansenlijn.invitation.invited_by is 'The official who invited; null when the operator did so from the command line.';

create table kansenlijn.attempt (
  tenant_id text not null,
  aad_object_id text not null,
  kind text not null check (kind in ('invitation', 'child_code')),
  succeeded boolean not null,
  at timestamptz not null default clock_timestamp()
);
comment on table kansenlijn.attempt is 'Tries of codes, right and wrong, so that guessing is slowed down and seen. Never the code itself.';
create index attempt_by_person on kansenlijn.attempt (tenant_id, aad_object_id, kind, at);

create table kansenlijn.activity_seen (
  key uuid primary key,
  seen_at timestamptz not null default now()
);
comment on table kansenlijn.activity_seen is 'Activities that were handled, hashed, so that one that the channel sends again does nothing.';
create index activity_seen_at on kansenlijn.activity_seen (seen_at);

create table kansenlijn.demo_acting (
  aad_object_id text primary key,
  acts_as text not null
);
comment on table kansenlijn.demo_acting is 'Demo mode only: as which demo person the one user of the Playground acts.';

create function kansenlijn.identity_person() returns uuid
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select p.id from identity_claims() c join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
  );
end $$;
comment on function kansenlijn.identity_person() is 'The person as whom this transaction runs, or null.';

-- The scope functions below are called once a query, as `(select f())`, by the policies. In
-- PL/pgSQL, because it keeps the plans of its statements: a function in SQL plans them at each call.
create function kansenlijn.own_locations() returns uuid[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(r.location_id), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null and r.role = 'childcare'
    where c.capacity = 'person'
  );
end $$;
comment on function kansenlijn.own_locations() is 'Childcare locations whose records are the person''s own.';

create function kansenlijn.health_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(r.municipality_code), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null and r.role = 'health'
    where c.capacity = 'person'
  );
end $$;
comment on function kansenlijn.health_municipalities() is 'Municipalities in which the person issues indications.';

create function kansenlijn.row_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(m.municipality_code, r.municipality_code)), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null
    left join region_member m on r.role = 'regional' and m.region_id = r.region_id and m.valid @> current_date
    where (r.role in ('health', 'official') or (r.role = 'regional' and m.municipality_code is not null)
           or (r.role = 'reader' and c.capacity = 'aggregate'))
  );
end $$;
comment on function kansenlijn.row_municipalities() is
  'Municipalities whose children, as codes, the person may see; in capacity aggregate also those of which the person reads protected figures.';

create function kansenlijn.figure_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct coalesce(m.municipality_code, r.municipality_code)), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null
    left join region_member m on r.role = 'regional' and m.region_id = r.region_id and m.valid @> current_date
    where (r.role in ('health', 'official', 'reader') or (r.role = 'regional' and m.municipality_code is not null))
  );
end $$;
comment on function kansenlijn.figure_municipalities() is 'Municipalities of which the person may ask figures, exact or protected.';

create function kansenlijn.official_municipalities() returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(r.municipality_code), '{}')
    from identity_claims() c
    join person p on p.tenant_id = c.tenant_id and p.aad_object_id = c.aad_object_id
    join person_role r on r.person_id = p.id and r.revoked_at is null and r.role = 'official'
    where c.capacity = 'person'
  );
end $$;
comment on function kansenlijn.official_municipalities() is 'Municipalities whose partners and people the person manages.';

create function kansenlijn.roles_of(p_person uuid) returns jsonb
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'role', r.role,
        'locationId', r.location_id, 'locationName', l.name,
        'schoolId', r.school_id, 'schoolName', s.name,
        'organisationId', coalesce(r.organisation_id, l.organisation_id, s.organisation_id), 'organisationName', o.name,
        'municipalityCode', coalesce(r.municipality_code, l.municipality_code, s.municipality_code), 'municipalityName', m.name,
        'regionId', r.region_id, 'regionName', g.name,
        'regionMunicipalities', (select jsonb_agg(jsonb_build_object('code', rm.municipality_code, 'name', mm.name) order by mm.name)
                                 from region_member rm join municipality mm on mm.code = rm.municipality_code
                                 where rm.region_id = r.region_id and rm.valid @> current_date)
      ) order by r.granted_at, r.id), '[]')
    from person_role r
    left join location l on l.id = r.location_id
    left join school s on s.id = r.school_id
    left join organisation o on o.id = coalesce(r.organisation_id, l.organisation_id, s.organisation_id)
    left join municipality m on m.code = coalesce(r.municipality_code, l.municipality_code, s.municipality_code)
    left join region g on g.id = r.region_id
    where r.person_id = p_person and r.revoked_at is null
  );
end $$;
comment on function kansenlijn.roles_of(uuid) is 'Active roles of a person with the names that the bot shows.';

create function kansenlijn.enter(p_identity text, p_activity text) returns jsonb
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  claims record;
  who uuid;
  fresh boolean := true;
begin
  perform set_config('kansenlijn.identity', p_identity, true);
  select * into claims from identity_claims();
  if claims.capacity is null then
    raise exception 'identity not signed with this database''s key' using errcode = '28000';
  end if;
  if p_activity is not null then
    -- A welcome is given once for ever; the rest is sent again within minutes, if at all.
    insert into activity_seen (key, seen_at)
      values (md5(claims.tenant_id || '|' || p_activity)::uuid, case when p_activity like 'welcome|%' then 'infinity' else now() end)
      on conflict do nothing;
    fresh := found;
    -- Now and then, so that the table stays small without a job of its own.
    if random() < 0.002 then
      delete from activity_seen where seen_at < now() - interval '2 days';
    end if;
  end if;
  select id into who from person where tenant_id = claims.tenant_id and aad_object_id = claims.aad_object_id;
  return jsonb_build_object('fresh', fresh, 'personId', who, 'roles', case when who is null then '[]'::jsonb else roles_of(who) end);
end $$;
comment on function kansenlijn.enter(text, text) is
  'Begins a turn: sets and verifies the identity for this transaction, marks the activity as handled (fresh is false when it was already), and returns the person with their roles. Raises 28000 for a wrong signature.';

create function kansenlijn.recent_failures(p_kind text) returns integer
language sql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
  select count(*)::int from attempt a join identity_claims() c on a.tenant_id = c.tenant_id and a.aad_object_id = c.aad_object_id
  where a.kind = p_kind and not a.succeeded and a.at > clock_timestamp() - interval '1 hour'
$$;
comment on function kansenlijn.recent_failures(text) is 'Wrong tries of the acting person in the last hour; five is the limit.';

create function kansenlijn.redeem_invitation(p_code_hash bytea) returns text
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  claims record;
  found_invitation invitation;
  who uuid;
begin
  select * into claims from identity_claims();
  if claims.capacity is distinct from 'person' then return 'unknown'; end if;
  if recent_failures('invitation') >= 5 then return 'too_many'; end if;
  select * into found_invitation from invitation
    where code_hash = p_code_hash and redeemed_at is null and expires_at > clock_timestamp() for update;
  insert into attempt (tenant_id, aad_object_id, kind, succeeded)
    values (claims.tenant_id, claims.aad_object_id, 'invitation', found_invitation.id is not null);
  if found_invitation.id is null then return 'unknown'; end if;
  insert into person (tenant_id, aad_object_id) values (claims.tenant_id, claims.aad_object_id)
    on conflict (tenant_id, aad_object_id) do update set tenant_id = excluded.tenant_id returning id into who;
  insert into person_role (person_id, role, location_id, school_id, organisation_id, municipality_code, region_id, granted_by)
    values (who, found_invitation.role, found_invitation.location_id, found_invitation.school_id,
            found_invitation.organisation_id, found_invitation.municipality_code, found_invitation.region_id, found_invitation.invited_by)
    on conflict do nothing;
  update invitation set redeemed_by = who, redeemed_at = clock_timestamp() where id = found_invitation.id;
  return 'redeemed';
end $$;
comment on function kansenlijn.redeem_invitation(bytea) is
  'Gives the acting person the role of the invitation with this hash. Returns redeemed, unknown (also when used or expired) or too_many (five wrong tries in an hour).';

-- Policies ------------------------------------------------------------------

alter table kansenlijn.municipality enable row level security;
alter table kansenlijn.region enable row level security;
alter table kansenlijn.region_member enable row level security;
alter table kansenlijn.neighbourhood enable row level security;
alter table kansenlijn.organisation enable row level security;
alter table kansenlijn.location enable row level security;
alter table kansenlijn.care_group enable row level security;
alter table kansenlijn.school enable row level security;
alter table kansenlijn.person enable row level security;
alter table kansenlijn.person_role enable row level security;
alter table kansenlijn.invitation enable row level security;
alter table kansenlijn.attempt enable row level security;
alter table kansenlijn.identity_key enable row level security;

create policy known_person on kansenlijn.municipality for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.region for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.region_member for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.neighbourhood for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.organisation for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.location for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);
create policy known_person on kansenlijn.school for select to kansenlijn_app using ((select kansenlijn.identity_person()) is not null);

create policy own_or_municipal on kansenlijn.care_group for select to kansenlijn_app using (
  location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));

create policy self on kansenlijn.person for select to kansenlijn_app using (id = (select kansenlijn.identity_person()));
create policy self_or_managed on kansenlijn.person_role for select to kansenlijn_app using (
  person_id = (select kansenlijn.identity_person())
  or municipality_code = any ((select kansenlijn.official_municipalities())::text[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.official_municipalities())::text[]))
  or school_id in (select s.id from kansenlijn.school s where s.municipality_code = any ((select kansenlijn.official_municipalities())::text[])));
create policy managed on kansenlijn.invitation for select to kansenlijn_app using (
  inviting_municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
create policy invite on kansenlijn.invitation for insert to kansenlijn_app with check (
  inviting_municipality_code = any ((select kansenlijn.official_municipalities())::text[])
  and invited_by = (select kansenlijn.identity_person())
  and redeemed_by is null and redeemed_at is null and role <> 'regional' and region_id is null
  and expires_at <= now() + interval '30 days'
  and coalesce(municipality_code, inviting_municipality_code) = inviting_municipality_code
  and (location_id is null or location_id in (select l.id from kansenlijn.location l where l.municipality_code = inviting_municipality_code))
  and (school_id is null or school_id in (select s.id from kansenlijn.school s where s.municipality_code = inviting_municipality_code)));

grant select on kansenlijn.municipality, kansenlijn.region, kansenlijn.region_member, kansenlijn.neighbourhood, kansenlijn.organisation,
  kansenlijn.location, kansenlijn.care_group, kansenlijn.school, kansenlijn.person, kansenlijn.person_role to kansenlijn_app;
grant select, insert on kansenlijn.invitation to kansenlijn_app;
grant select, insert, update, delete on kansenlijn.demo_acting to kansenlijn_app;
grant execute on function kansenlijn.identity_claims(), kansenlijn.identity_person(), kansenlijn.own_locations(), kansenlijn.health_municipalities(),
  kansenlijn.row_municipalities(), kansenlijn.figure_municipalities(), kansenlijn.official_municipalities(),
  kansenlijn.enter(text, text), kansenlijn.recent_failures(text), kansenlijn.redeem_invitation(bytea) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.redeem_invitation, kansenlijn.recent_failures, kansenlijn.enter, kansenlijn.roles_of,
  kansenlijn.official_municipalities, kansenlijn.figure_municipalities, kansenlijn.row_municipalities, kansenlijn.health_municipalities,
  kansenlijn.own_locations, kansenlijn.identity_person cascade;
drop table kansenlijn.demo_acting, kansenlijn.activity_seen, kansenlijn.attempt, kansenlijn.invitation, kansenlijn.person_role, kansenlijn.person cascade;
