-- Up Migration

-- Administration by officials: places and organisations, VE places, targets and roles. What
-- changes is dated; every change is on record, whoever makes it and however; and a new name
-- leaves the figures that were given under the old one as they were.

alter table kansenlijn.location add column opened_on date, add column closed_on date,
  add constraint location_open_before_closed check (closed_on > opened_on);
alter table kansenlijn.care_group add column opened_on date,
  add constraint care_group_open_before_closed check (closed_on > opened_on);
alter table kansenlijn.school add column closed_on date;
comment on column kansenlijn.location.opened_on is 'First day on which the location exists; null when it is not known.';
comment on column kansenlijn.location.closed_on is 'First day on which the location no longer exists.';
comment on column kansenlijn.care_group.opened_on is 'First day on which the group exists; null when it is not known.';
comment on column kansenlijn.school.closed_on is 'First day on which the school no longer exists.';

alter table kansenlijn.invitation add column label text check (length(label) between 1 and 60);
alter table kansenlijn.person_role
  add column label text check (length(label) between 1 and 60),
  add column revoked_by uuid references kansenlijn.person,
  add column revoked_reason text check (length(revoked_reason) between 1 and 500);
comment on column kansenlijn.invitation.label is 'By what the official recognises whose role it becomes ("dinsdaggroep"); no name, no citizen number.';
comment on column kansenlijn.person_role.label is 'The label of the invitation that gave the role.';

-- A revision that nobody''s turn opened is the operator''s: an import that only changes a name opens one this way.
create or replace function kansenlijn.this_revision() returns kansenlijn.ledger_revision
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
  who uuid;
begin
  select * into mine from ledger_revision where transaction_id = pg_current_xact_id();
  if found then return mine; end if;
  who := identity_person();
  perform open_revision(who, null, case when who is null then 'import' else 'turn' end);
  select * into mine from ledger_revision where transaction_id = pg_current_xact_id();
  return mine;
end $$;

-- Former names ---------------------------------------------------------------------------

create table kansenlijn.former_text (
  entity text not null check (entity in ('neighbourhood', 'organisation', 'location', 'care_group', 'school')),
  entity_id uuid not null,
  what text not null check (what in ('name', 'cluster')),
  value text,
  until_revision bigint not null references kansenlijn.ledger_revision,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by uuid references kansenlijn.person,
  primary key (entity_id, what, until_revision)
);
comment on table kansenlijn.former_text is 'Names and clusters as they were before they changed, so that a figure that was given can be told again with the names of then.';
comment on column kansenlijn.former_text.value is 'The text up to, not including, until_revision; null when there was none.';

create function kansenlijn.keep_former_text() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine ledger_revision;
begin
  for position in 0 .. tg_nargs - 1 loop
    if to_jsonb(old) ->> tg_argv[position] is distinct from to_jsonb(new) ->> tg_argv[position] then
      mine := this_revision();
      -- Twice in one transaction: only the text that it began with was ever seen.
      insert into former_text (entity, entity_id, what, value, until_revision, changed_by)
        values (tg_table_name, old.id, tg_argv[position], to_jsonb(old) ->> tg_argv[position], mine.revision, mine.person_id)
        on conflict do nothing;
    end if;
  end loop;
  return new;
end $$;
comment on function kansenlijn.keep_former_text() is 'Keeps the texts in the columns that the trigger names, when they change, with the revision from which they no longer hold.';
create trigger keep_text before update on kansenlijn.neighbourhood for each row execute function kansenlijn.keep_former_text('name', 'cluster');
create trigger keep_text before update on kansenlijn.organisation for each row execute function kansenlijn.keep_former_text('name');
create trigger keep_text before update on kansenlijn.location for each row execute function kansenlijn.keep_former_text('name');
create trigger keep_text before update on kansenlijn.care_group for each row execute function kansenlijn.keep_former_text('name');
create trigger keep_text before update on kansenlijn.school for each row execute function kansenlijn.keep_former_text('name');

-- In PL/pgSQL, which keeps its plan, and with the owner''s rights, because the policy below would
-- verify the identity at each call. What it guards is guarded here instead, when there is something to guard.
create function kansenlijn.text_at(p_entity uuid, p_what text, p_current text, p_revision bigint) returns text
language plpgsql stable parallel safe security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  former former_text;
begin
  select f.* into former from former_text f
    where f.entity_id = p_entity and f.what = p_what and f.until_revision > p_revision order by f.until_revision limit 1;
  if not found then return p_current; end if;
  -- Names are public but those of groups: who cannot tell the current one is not told the former one.
  if former.entity = 'care_group' and p_current is distinct from (select g.name from care_group g where g.id = p_entity) then return p_current; end if;
  return former.value;
end $$;
comment on function kansenlijn.text_at(uuid, text, text, bigint) is
  'A name or cluster as it was in a revision: the kept text of the first change after it, or p_current, which has to be the current one. A null revision is now.';

alter table kansenlijn.former_text enable row level security;
create policy as_the_thing on kansenlijn.former_text for select to kansenlijn_app using (
  case entity when 'care_group' then entity_id in (select g.id from kansenlijn.care_group g)
  else (select kansenlijn.identity_person()) is not null end);
grant select on kansenlijn.former_text to kansenlijn_app;
grant execute on function kansenlijn.text_at(uuid, text, text, bigint) to kansenlijn_app;

-- Targets --------------------------------------------------------------------------------

create table kansenlijn.municipal_target (
  version_id uuid primary key default gen_random_uuid(),
  fact_id uuid not null default gen_random_uuid(),
  municipality_code text not null references kansenlijn.municipality,
  measure text not null check (measure ~ '^[a-z0-9-]{2,40}$'),
  at_least_percent smallint not null check (at_least_percent between 1 and 100),
  aim_percent smallint check (aim_percent between at_least_percent and 100),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  source text not null check (length(source) between 1 and 200),
  change text not null default 'recorded' check (change in ('recorded', 'corrected', 'imported')),
  revision bigint not null references kansenlijn.ledger_revision,
  known_from timestamptz not null,
  recorded_by uuid references kansenlijn.person,
  closing text check (closing in ('corrected', 'withdrawn')),
  closing_reason text check (length(closing_reason) <= 500),
  closed_revision bigint references kansenlijn.ledger_revision,
  known_until timestamptz,
  closed_by uuid references kansenlijn.person,
  exclude using gist (municipality_code with =, measure with =, valid with &&) where (closed_revision is null)
);
comment on table kansenlijn.municipal_target is 'What a municipality set itself for a measure, on the days in valid. The law demands an offer, not a reach.';
comment on column kansenlijn.municipal_target.measure is 'Id of the measure in the catalogue.';
comment on column kansenlijn.municipal_target.source is 'Where it was decided: document, council decision.';
create index municipal_target_by_fact on kansenlijn.municipal_target (fact_id);
create trigger stamp before insert on kansenlijn.municipal_target for each row execute function kansenlijn.stamp_belief();
create trigger close before update on kansenlijn.municipal_target for each row execute function kansenlijn.close_belief();

-- The audit ------------------------------------------------------------------------------

create table kansenlijn.admin_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  person_id uuid references kansenlijn.person,
  municipality_code text references kansenlijn.municipality,
  entity text not null,
  entity_id text not null,
  action text not null check (action in ('added', 'changed', 'closed', 'revoked', 'corrected', 'withdrawn')),
  before jsonb,
  after jsonb,
  reason text
);
comment on table kansenlijn.admin_change is
  'Every change of places, organisations, VE places, targets, invitations and roles. Written by triggers only, so that nobody can forget it. What an import adds is not in it; what it changes is.';
comment on column kansenlijn.admin_change.person_id is 'Who did it; null for the operator, as with an import.';
comment on column kansenlijn.admin_change.municipality_code is 'Whose officials read it; null when it concerns no municipality yet, or a region.';
create index admin_change_by_municipality on kansenlijn.admin_change (municipality_code, id desc);

create function kansenlijn.organisation_municipalities(p_organisation uuid) returns text[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct code), '{}') from (
      select municipality_code as code from location where organisation_id = p_organisation
      union all select municipality_code from school where organisation_id = p_organisation
      union all select municipality_code from person_role where organisation_id = p_organisation
    ) used
  );
end $$;
comment on function kansenlijn.organisation_municipalities(uuid) is 'Municipalities in which an organisation has a location, a school or a role, also of the past.';

create function kansenlijn.manages_organisation(p_organisation uuid) returns boolean
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine text[] := official_municipalities();
  used text[] := organisation_municipalities(p_organisation);
begin
  if cardinality(mine) = 0 or not used <@ mine then return false; end if;
  return cardinality(used) > 0 or exists (
    select from admin_change a where a.entity = 'organisation' and a.entity_id = p_organisation::text and a.action = 'added' and a.municipality_code = any (mine));
end $$;
comment on function kansenlijn.manages_organisation(uuid) is
  'Whether the acting official may rename an organisation: it works in the official''s municipalities and nowhere else, or works nowhere yet and was added from there.';

create function kansenlijn.audit_place() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  earlier jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  later jsonb := to_jsonb(new);
  concerned text[];
begin
  if earlier = later or (tg_op = 'INSERT' and identity_person() is null) then return null; end if;
  concerned := case tg_table_name
    when 'organisation' then organisation_municipalities(new.id)
    when 'care_group' then array[(select l.municipality_code from location l where l.id = (later ->> 'location_id')::uuid)]
    else array[later ->> 'municipality_code'] end;
  -- A new organisation works nowhere yet: those who added it are concerned.
  if cardinality(concerned) = 0 then concerned := official_municipalities(); end if;
  if cardinality(concerned) = 0 then concerned := array[null]; end if;
  insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, after)
    select identity_person(), code, tg_table_name, new.id::text,
      case when earlier is null then 'added'
        when later ->> 'closed_on' is not null and later ->> 'closed_on' is distinct from earlier ->> 'closed_on' then 'closed' else 'changed' end,
      earlier, later
    from unnest(concerned) code;
  return null;
end $$;

create function kansenlijn.audit_role() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  earlier jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  later jsonb := to_jsonb(new) - 'code_hash';
begin
  -- That an invitation was redeemed is on record with the role that it gave.
  if tg_op = 'INSERT' and identity_person() is null then return null; end if;
  if tg_op = 'UPDATE' and (later ->> 'revoked_at' is null or earlier ->> 'revoked_at' is not null) then return null; end if;
  insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, after, reason)
    values (identity_person(), coalesce(later ->> 'inviting_municipality_code', new.municipality_code,
        (select l.municipality_code from location l where l.id = new.location_id), (select s.municipality_code from school s where s.id = new.school_id)),
      tg_table_name, new.id::text, case when earlier is null then 'added' else 'revoked' end, earlier, later, later ->> 'revoked_reason');
  return null;
end $$;

create function kansenlijn.audit_belief() returns trigger
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  -- What the belief says; the columns of the ledger are not part of it.
  kept text[] := array['location_id', 'places', 'municipality_code', 'measure', 'at_least_percent', 'aim_percent', 'valid', 'source'];
  later jsonb := (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(new)) where key = any (kept));
  earlier jsonb;
  why text;
  municipality text := coalesce(later ->> 'municipality_code', (select l.municipality_code from location l where l.id = (later ->> 'location_id')::uuid));
begin
  if tg_op = 'UPDATE' then
    if new.closing <> 'withdrawn' then return null; end if;
    insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, reason)
      values (new.closed_by, municipality, tg_table_name, new.fact_id::text, 'withdrawn', later, new.closing_reason);
    return null;
  end if;
  -- Whoever writes says what kind of change it is; that nobody did, the ledger says itself.
  if new.recorded_by is null and new.change <> 'corrected' then return null; end if;
  if new.change = 'corrected' then
    execute format('select to_jsonb(t), t.closing_reason from %I t where t.fact_id = $1 and t.closed_revision = $2 limit 1', tg_table_name)
      into earlier, why using new.fact_id, new.revision;
    earlier := (select jsonb_object_agg(key, value) from jsonb_each(earlier) where key = any (kept));
  end if;
  insert into admin_change (person_id, municipality_code, entity, entity_id, action, before, after, reason)
    values (new.recorded_by, municipality, tg_table_name, new.fact_id::text,
      case when earlier is null then 'added'
        -- Only the last day came nearer.
        when earlier - 'valid' = later - 'valid' and (earlier ->> 'valid')::daterange &< new.valid is not true
          and lower((earlier ->> 'valid')::daterange) = lower(new.valid) then 'closed'
        else 'corrected' end, earlier, later, why);
  return null;
end $$;
comment on function kansenlijn.audit_place() is 'Writes what was added or changed of a place or organisation to the audit.';
comment on function kansenlijn.audit_role() is 'Writes invitations, roles given and roles revoked to the audit; never the hash of a code.';
comment on function kansenlijn.audit_belief() is 'Writes what a new, corrected, ended or withdrawn belief of administration said to the audit.';

do $$
declare
  audited text;
begin
  foreach audited in array array['neighbourhood', 'organisation', 'location', 'care_group', 'school'] loop
    execute format('create trigger audit after insert or update on kansenlijn.%I for each row execute function kansenlijn.audit_place()', audited);
  end loop;
  foreach audited in array array['invitation', 'person_role'] loop
    execute format('create trigger audit after insert or update on kansenlijn.%I for each row execute function kansenlijn.audit_role()', audited);
  end loop;
  foreach audited in array array['ve_place_offer', 'municipal_target'] loop
    execute format('create trigger audit after insert or update on kansenlijn.%I for each row execute function kansenlijn.audit_belief()', audited);
  end loop;
end $$;

-- Roles ----------------------------------------------------------------------------------

create or replace function kansenlijn.redeem_invitation(p_code_hash bytea) returns text
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
  insert into person_role (person_id, role, location_id, school_id, organisation_id, municipality_code, region_id, granted_by, label)
    values (who, found_invitation.role, found_invitation.location_id, found_invitation.school_id,
            found_invitation.organisation_id, found_invitation.municipality_code, found_invitation.region_id, found_invitation.invited_by, found_invitation.label)
    on conflict do nothing;
  update invitation set redeemed_by = who, redeemed_at = clock_timestamp() where id = found_invitation.id;
  return 'redeemed';
end $$;

create function kansenlijn.revoke_role(p_role uuid, p_reason text) returns text
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  mine text[] := official_municipalities();
  subject person_role;
  place text;
begin
  -- Officials' roles are locked in one order, so that two who revoke each other's do not both succeed.
  perform from person_role where role = 'official' and municipality_code = any (mine) and revoked_at is null order by id for update;
  select * into subject from person_role where id = p_role and revoked_at is null and role <> 'regional' for update;
  place := coalesce(subject.municipality_code, (select l.municipality_code from location l where l.id = subject.location_id),
    (select s.municipality_code from school s where s.id = subject.school_id));
  if not coalesce(place = any (mine), false) then return 'unknown'; end if;
  if subject.role = 'official' then
    if not exists (select from person_role r where r.role = 'official' and r.municipality_code = place and r.revoked_at is null and r.id <> subject.id)
       or (subject.person_id = identity_person() and cardinality(official_municipalities()) < 2) then
      return 'last_official';
    end if;
  end if;
  update person_role set revoked_at = clock_timestamp(), revoked_by = identity_person(), revoked_reason = p_reason where id = subject.id;
  return 'revoked';
end $$;
comment on function kansenlijn.revoke_role(uuid, text) is
  'Revokes a role in a municipality of the acting official. Returns revoked, unknown (not theirs, revoked already, or regional) or last_official (the municipality''s last, or the person''s own last).';

-- Policies -------------------------------------------------------------------------------

alter table kansenlijn.municipal_target enable row level security;
alter table kansenlijn.admin_change enable row level security;

create policy figures on kansenlijn.municipal_target for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.figure_municipalities())::text[]));
create policy managed on kansenlijn.municipal_target for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
create policy managed_close on kansenlijn.municipal_target for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant select, insert, update (closing, closing_reason) on kansenlijn.municipal_target to kansenlijn_app;

create policy managed on kansenlijn.admin_change for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant select on kansenlijn.admin_change to kansenlijn_app;

create policy managed on kansenlijn.ve_place_offer for insert to kansenlijn_app with check (
  location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.official_municipalities())::text[])));
create policy managed_close on kansenlijn.ve_place_offer for update to kansenlijn_app using (
  location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.official_municipalities())::text[])));
grant insert, update (closing, closing_reason) on kansenlijn.ve_place_offer to kansenlijn_app;

-- A municipality, a provider and the location of a group never change: what was counted there rests on them.
create policy managed on kansenlijn.neighbourhood for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
create policy managed_change on kansenlijn.neighbourhood for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant insert (municipality_code, name, cluster), update (name, cluster) on kansenlijn.neighbourhood to kansenlijn_app;

create policy managed on kansenlijn.organisation for insert to kansenlijn_app with check (
  kind in ('childcare', 'health', 'school_board') and cardinality((select kansenlijn.official_municipalities())::text[]) > 0);
create policy managed_change on kansenlijn.organisation for update to kansenlijn_app using (kansenlijn.manages_organisation(id));
grant insert (kind, name), update (name) on kansenlijn.organisation to kansenlijn_app;

create policy managed on kansenlijn.location for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[])
  and organisation_id in (select o.id from kansenlijn.organisation o where o.kind = 'childcare')
  and (neighbourhood_id is null or neighbourhood_id in (select n.id from kansenlijn.neighbourhood n where n.municipality_code = location.municipality_code)));
create policy managed_change on kansenlijn.location for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant insert (organisation_id, municipality_code, neighbourhood_id, name, lrk_number, opened_on), update (name, lrk_number, opened_on, closed_on)
  on kansenlijn.location to kansenlijn_app;

create policy managed on kansenlijn.care_group for insert to kansenlijn_app with check (
  location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.official_municipalities())::text[])));
create policy managed_change on kansenlijn.care_group for update to kansenlijn_app using (
  location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.official_municipalities())::text[])));
grant insert (location_id, name, opened_on), update (name, opened_on, closed_on) on kansenlijn.care_group to kansenlijn_app;

create policy managed on kansenlijn.school for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[])
  and organisation_id in (select o.id from kansenlijn.organisation o where o.kind = 'school_board')
  and (neighbourhood_id is null or neighbourhood_id in (select n.id from kansenlijn.neighbourhood n where n.municipality_code = school.municipality_code)));
create policy managed_change on kansenlijn.school for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.official_municipalities())::text[]));
grant insert (organisation_id, municipality_code, neighbourhood_id, name, brin), update (name, brin, closed_on) on kansenlijn.school to kansenlijn_app;

-- An official can add a location to any provider from now on, so working for a provider no
-- longer shows its references everywhere: only those of children that the person sees.
alter policy own on kansenlijn.organisation_reference
  using (organisation_id in (select l.organisation_id from kansenlijn.location l where l.id = any ((select kansenlijn.own_locations())::uuid[]))
    and child_id = any ((select kansenlijn.own_children())::uuid[]));

grant execute on function kansenlijn.manages_organisation(uuid), kansenlijn.revoke_role(uuid, text) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

alter policy own on kansenlijn.organisation_reference
  using (organisation_id in (select l.organisation_id from kansenlijn.location l where l.id = any ((select kansenlijn.own_locations())::uuid[])));

revoke insert, update on kansenlijn.neighbourhood, kansenlijn.organisation, kansenlijn.location, kansenlijn.care_group, kansenlijn.school, kansenlijn.ve_place_offer
  from kansenlijn_app;
do $$
declare
  place text;
begin
  foreach place in array array['neighbourhood', 'organisation', 'location', 'care_group', 'school'] loop
    execute format('drop policy managed on kansenlijn.%I', place);
    execute format('drop policy managed_change on kansenlijn.%I', place);
    execute format('drop trigger keep_text on kansenlijn.%I', place);
    execute format('drop trigger audit on kansenlijn.%I', place);
  end loop;
end $$;
drop policy managed on kansenlijn.ve_place_offer;
drop policy managed_close on kansenlijn.ve_place_offer;
drop trigger audit on kansenlijn.ve_place_offer;
drop trigger audit on kansenlijn.invitation;
drop trigger audit on kansenlijn.person_role;

drop function kansenlijn.revoke_role(uuid, text);
create or replace function kansenlijn.redeem_invitation(p_code_hash bytea) returns text
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

drop table kansenlijn.admin_change, kansenlijn.municipal_target, kansenlijn.former_text;
drop function kansenlijn.audit_belief(), kansenlijn.audit_role(), kansenlijn.audit_place(), kansenlijn.manages_organisation(uuid),
  kansenlijn.organisation_municipalities(uuid), kansenlijn.text_at(uuid, text, text, bigint), kansenlijn.keep_former_text();
create or replace function kansenlijn.this_revision() returns kansenlijn.ledger_revision
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

alter table kansenlijn.person_role drop column label, drop column revoked_by, drop column revoked_reason;
alter table kansenlijn.invitation drop column label;
alter table kansenlijn.school drop column closed_on;
alter table kansenlijn.care_group drop column opened_on;
alter table kansenlijn.location drop column opened_on, drop column closed_on;
