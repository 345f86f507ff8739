-- Up Migration

-- How a handover begins, and how it reaches a school that does not use the bot.

create function kansenlijn.start_handover(p_child uuid, p_location uuid, out outcome text, out handover_id uuid)
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  known handover;
begin
  if not coalesce(p_location = any (own_locations()) and p_child = any (own_children()), false) then
    outcome := 'forbidden';
    return;
  end if;
  known := handover_of_child(p_child);
  if known.id is null then
    insert into handover (child_id, location_id, started_by, created_by) values (p_child, p_location, 'childcare', identity_person()) returning id into handover_id;
    outcome := 'started';
  elsif known.id = any (seen_handovers()) then
    outcome := 'known';
    handover_id := known.id;
  else
    outcome := 'elsewhere';
  end if;
end $$;
comment on function kansenlijn.start_handover(uuid, uuid) is
  'Begins the handover of a child of the own location. Returns started, known (there is one that the person sees), elsewhere (another location prepares it) or forbidden.';

create function kansenlijn.handover_elsewhere(p_child uuid) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  known uuid;
begin
  if not coalesce(p_child = any (own_children()), false) then return false; end if;
  known := (handover_of_child(p_child)).id;
  return known is not null and not known = any (seen_handovers());
end $$;
comment on function kansenlijn.handover_elsewhere(uuid) is 'Whether another location prepares the handover of a child of the own location; not which.';

create function kansenlijn.start_school_handover(p_code text, p_birth_date date, p_school uuid, p_store boolean, out outcome text, out handover_id uuid)
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  claims record;
  found_child uuid;
  known handover;
begin
  outcome := 'forbidden';
  if not coalesce(p_school = any (own_schools()), false) then return; end if;
  select * into claims from identity_claims();
  outcome := 'too_many';
  if recent_failures('handover_code') >= 5 then return; end if;
  select c.id into found_child from child c join child_detail d on d.child_id = c.id and d.closed_revision is null
    where c.code = p_code and d.birth_date = p_birth_date limit 1;
  insert into attempt (tenant_id, aad_object_id, kind, succeeded)
    values (claims.tenant_id, claims.aad_object_id, 'handover_code', found_child is not null);
  outcome := 'unknown';
  if found_child is null then return; end if;
  known := handover_of_child(found_child);
  outcome := case when known.id is null then 'started' when known.id = any (seen_handovers()) then 'known' else 'elsewhere' end;
  if outcome = 'known' then handover_id := known.id; end if;
  if outcome = 'started' and p_store then
    insert into handover (child_id, school_id, started_by, created_by) values (found_child, p_school, 'school', identity_person()) returning id into handover_id;
  end if;
end $$;
comment on function kansenlijn.start_school_handover(text, date, uuid, boolean) is
  'Begins a handover at the own school for a child whose code and birth date it knows; every try is on record. Returns started, known, elsewhere, unknown, too_many (five wrong tries in an hour) or forbidden. Without p_store nothing is begun.';

create function kansenlijn.register_school_child(p_code text, p_birth_date date, p_municipality text, p_school uuid) returns uuid
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  new_child uuid;
  new_handover uuid;
begin
  if not coalesce(p_school = any (own_schools()), false) then
    raise exception 'not a school of this person' using errcode = '42501';
  end if;
  insert into child (code) values (p_code) returning id into new_child;
  insert into child_detail (child_id, birth_date, municipality_code, valid)
    values (new_child, p_birth_date, p_municipality, daterange(p_birth_date, null));
  insert into handover (child_id, school_id, started_by, created_by) values (new_child, p_school, 'school', identity_person()) returning id into new_handover;
  return new_handover;
end $$;
comment on function kansenlijn.register_school_child(text, date, text, uuid) is
  'Makes a child without a code and begins its handover at the own school. Raises 42501 otherwise.';

create function kansenlijn.join_handover(p_handover uuid, p_location uuid) returns boolean
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  if not coalesce(p_location = any (own_locations()), false) or handover_has(p_handover, 'withdrawn') then return false; end if;
  update handover h set location_id = p_location where h.id = p_handover and h.location_id is null and h.child_id = any (own_children());
  return found;
end $$;
comment on function kansenlijn.join_handover(uuid, uuid) is 'Lets a location that has the child take part in a handover that the school began.';

create function kansenlijn.handover_schools()
returns table (id uuid, name text, municipality_code text, municipality_name text, on_bot boolean)
language sql stable security definer set search_path = kansenlijn, public, pg_temp as $$
  select s.id, s.name, s.municipality_code, m.name, exists (select from person_role r where r.school_id = s.id and r.revoked_at is null)
  from school s join municipality m on m.code = s.municipality_code where identity_person() is not null
$$;
comment on function kansenlijn.handover_schools() is 'Schools to hand over to, and whether anybody of the school uses the bot.';

create table kansenlijn.handover_link (
  id uuid primary key default gen_random_uuid(),
  handover_id uuid not null references kansenlijn.handover,
  made_by uuid not null references kansenlijn.person,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table kansenlijn.handover_link is 'A link with which a school that is not on the bot reads one handover. The signature of the link is kept nowhere.';
create index handover_link_by_handover on kansenlijn.handover_link (handover_id);

create table kansenlijn.handover_link_opening (
  link_id uuid not null references kansenlijn.handover_link,
  at timestamptz not null default clock_timestamp(),
  served boolean not null
);
comment on table kansenlijn.handover_link_opening is 'When a link was opened, and whether it still gave anything. Not by whom: there is no account behind it.';
create index handover_link_opening_by_link on kansenlijn.handover_link_opening (link_id);

create function kansenlijn.handover_signature(p_link uuid, p_expires bigint) returns text
language sql stable security definer set search_path = kansenlijn, public, pg_temp as $$
  -- A key of its own: a signature of anything else under the identity key is never one of a link, nor the other way round.
  select encode(hmac(convert_to(p_link || '|' || p_expires, 'UTF8'), hmac(convert_to('kansenlijn/handover-link/v1', 'UTF8'), key, 'sha256'), 'sha256'), 'hex') from identity_key
$$;
comment on function kansenlijn.handover_signature(uuid, bigint) is 'Signature of a link; never granted, or SQL on the application''s role could open any link that it sees.';

create function kansenlijn.open_handover_link(p_link uuid, p_expires bigint, p_signature text) returns jsonb
language plpgsql volatile security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  link handover_link;
  valid boolean;
begin
  if p_signature is distinct from handover_signature(p_link, p_expires) then return null; end if;
  select * into link from handover_link where id = p_link;
  if link.id is null then return null; end if;
  valid := link.revoked_at is null and link.expires_at > clock_timestamp() and to_timestamp(p_expires) > clock_timestamp()
    and handover_has(link.handover_id, 'sent') and not handover_has(link.handover_id, 'withdrawn');
  insert into handover_link_opening (link_id, served) values (link.id, valid);
  if not valid then return null; end if;
  return (
    select jsonb_build_object(
      'code', c.code, 'birthDate', (select d.birth_date from child_detail d where d.child_id = c.id and d.closed_revision is null order by lower(d.valid) desc limit 1),
      'location', l.name, 'provider', o.name, 'school', coalesce(s.name, h.school_name), 'expiresOn', (link.expires_at at time zone 'Europe/Amsterdam')::date,
      'sentOn', (select t.on_date from handover_step t where t.handover_id = h.id and t.step = 'sent' and t.closed_revision is null),
      'consent', handover_consent(h.id),
      'programme', (select to_jsonb(p) - array['handover_id', 'written_by', 'written_at'] from handover_programme p where p.handover_id = h.id),
      'content', (select coalesce(jsonb_object_agg(t.field, t.value), '{}') from handover_content t where t.handover_id = h.id and t.field not in ('school_addition', 'feedback')))
    from handover h join child c on c.id = h.child_id join location l on l.id = h.location_id join organisation o on o.id = l.organisation_id
      left join school s on s.id = h.school_id
    where h.id = link.handover_id);
end $$;
comment on function kansenlijn.open_handover_link(uuid, bigint, text) is
  'What a link shows, when its signature is right, it has not expired or been revoked, and the handover is still sent; null otherwise. Every opening with a right signature is on record.';

alter table kansenlijn.handover_link enable row level security;
create policy own on kansenlijn.handover_link for select to kansenlijn_app using (
  exists (select from kansenlijn.handover h where h.id = handover_link.handover_id and h.location_id = any ((select kansenlijn.own_locations())::uuid[])));
create policy make on kansenlijn.handover_link for insert to kansenlijn_app with check (
  made_by = (select kansenlijn.identity_person()) and revoked_at is null and kansenlijn.handover_side(handover_id, 'childcare')
  and expires_at <= now() + interval '15 days');
create policy revoke on kansenlijn.handover_link for update to kansenlijn_app using (kansenlijn.handover_side(handover_id, 'childcare'));
alter table kansenlijn.handover_link_opening enable row level security;
create policy own on kansenlijn.handover_link_opening for select to kansenlijn_app using (exists (select from kansenlijn.handover_link k where k.id = handover_link_opening.link_id));

grant select, insert (id, handover_id, made_by, expires_at), update (revoked_at) on kansenlijn.handover_link to kansenlijn_app;
grant select on kansenlijn.handover_link_opening to kansenlijn_app;
grant execute on function kansenlijn.start_handover(uuid, uuid), kansenlijn.handover_elsewhere(uuid), kansenlijn.start_school_handover(text, date, uuid, boolean),
  kansenlijn.register_school_child(text, date, text, uuid), kansenlijn.join_handover(uuid, uuid), kansenlijn.handover_schools(),
  kansenlijn.open_handover_link(uuid, bigint, text) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop table kansenlijn.handover_link_opening, kansenlijn.handover_link cascade;
drop function kansenlijn.open_handover_link, kansenlijn.handover_signature, kansenlijn.handover_schools, kansenlijn.join_handover,
  kansenlijn.register_school_child, kansenlijn.start_school_handover, kansenlijn.handover_elsewhere, kansenlijn.start_handover;
