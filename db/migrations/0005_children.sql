-- Up Migration

-- Who sees which child, and the two doors through which a location comes to see one.

create function kansenlijn.own_children() returns uuid[]
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  locations uuid[] := own_locations();
begin
  -- Most people are at no location: then nothing has to be looked up.
  if cardinality(locations) = 0 then return '{}'; end if;
  return (
    with linked as (
      select child_id from child_location where location_id = any (locations)
    ), one_child as (
      select coalesce(j.into_child_id, k.child_id) as child_id
      from linked k left join child_join j on j.child_id = k.child_id and j.closed_revision is null
    )
    select coalesce(array_agg(id), '{}') from (
      select child_id as id from linked
      union select child_id from one_child
      union select j.child_id from child_join j join one_child o on o.child_id = j.into_child_id where j.closed_revision is null
    ) every_code
  );
end $$;
comment on function kansenlijn.own_children() is 'Children linked to the person''s own locations, with the other codes of the same child.';

create function kansenlijn.same_child(p_child uuid) returns uuid
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
begin
  return (
    select coalesce((select into_child_id from child_join where child_id = p_child and closed_revision is null), p_child)
  );
end $$;
comment on function kansenlijn.same_child(uuid) is 'The child as which figures count this one: itself, or the one that it was joined into.';

create function kansenlijn.link_child(p_code text, p_birth_date date, p_location uuid) returns text
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  claims record;
  found_child uuid;
begin
  if not coalesce(p_location = any (own_locations()), false) then return 'forbidden'; end if;
  select * into claims from identity_claims();
  if recent_failures('child_code') >= 5 then return 'too_many'; end if;
  select c.id into found_child from child c join child_detail d on d.child_id = c.id and d.closed_revision is null
    where c.code = p_code and d.birth_date = p_birth_date limit 1;
  insert into attempt (tenant_id, aad_object_id, kind, succeeded)
    values (claims.tenant_id, claims.aad_object_id, 'child_code', found_child is not null);
  if found_child is null then return 'unknown'; end if;
  insert into child_location (child_id, location_id, how, linked_by) values (found_child, p_location, 'code', identity_person())
    on conflict do nothing;
  return 'linked';
end $$;
comment on function kansenlijn.link_child(text, date, uuid) is
  'Lets a location see a child whose code and birth date it knows; the link and every try are on record. Returns linked, unknown, too_many (five wrong tries in an hour) or forbidden.';

create function kansenlijn.register_child(p_code text, p_birth_date date, p_municipality text, p_neighbourhood uuid, p_location uuid) returns uuid
language plpgsql security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  new_child uuid;
begin
  if p_location is null then
    if not coalesce(p_municipality = any (health_municipalities()), false) then
      raise exception 'not a municipality of this person' using errcode = '42501';
    end if;
  elsif not coalesce(p_location = any (own_locations()), false) then
    raise exception 'not a location of this person' using errcode = '42501';
  end if;
  if p_neighbourhood is not null and not exists (select from neighbourhood where id = p_neighbourhood and municipality_code = p_municipality) then
    raise exception 'neighbourhood lies elsewhere' using errcode = '23503';
  end if;
  insert into child (code, registered_location_id) values (p_code, p_location) returning id into new_child;
  insert into child_detail (child_id, birth_date, municipality_code, neighbourhood_id, valid)
    values (new_child, p_birth_date, p_municipality, p_neighbourhood, daterange(p_birth_date, null));
  if p_location is not null then
    insert into child_location (child_id, location_id, how, linked_by) values (new_child, p_location, 'registered', identity_person());
  end if;
  return new_child;
end $$;
comment on function kansenlijn.register_child(text, date, text, uuid, uuid) is
  'Makes a child: by youth health care in one of its municipalities (no location), or by childcare at its own location. Raises 42501 otherwise.';

create function kansenlijn.other_ve_placements(p_child uuid, p_location uuid)
returns table (fact_id uuid, start_date date, end_date date, same_location boolean)
language sql stable security definer set search_path = kansenlijn, public, pg_temp as $$
  select p.fact_id, lower(p.valid), upper(p.valid), p.location_id = p_location
  from placement p
  where p.ve_place and p.closed_revision is null and same_child(p.child_id) = same_child(p_child)
    and (p_child = any (own_children()) or p_child in (
      select d.child_id from child_detail d where d.municipality_code = any (health_municipalities())))
$$;
comment on function kansenlijn.other_ve_placements(uuid, uuid) is
  'Current VE placements of a child that the person may see, wherever they are: days only, never where.';

create function kansenlijn.likely_doubles(p_child uuid)
returns table (child_id uuid, code text)
language sql stable security definer set search_path = kansenlijn, public, pg_temp as $$
  select other.child_id, c.code
  from child_detail mine
  join child_detail other on other.birth_date = mine.birth_date and other.municipality_code = mine.municipality_code
    and other.neighbourhood_id is not distinct from mine.neighbourhood_id and other.closed_revision is null
  join child c on c.id = other.child_id
  where mine.child_id = p_child and mine.closed_revision is null
    and mine.municipality_code = any (health_municipalities())
    and same_child(other.child_id) <> same_child(p_child)
$$;
comment on function kansenlijn.likely_doubles(uuid) is
  'Other children with the same birth date, municipality and neighbourhood; for youth health care in that municipality only.';

-- Policies ------------------------------------------------------------------------------

alter table kansenlijn.child enable row level security;
alter table kansenlijn.child_location enable row level security;
alter table kansenlijn.organisation_reference enable row level security;
alter table kansenlijn.indication_ground enable row level security;

create policy own_or_municipal on kansenlijn.child_detail for select to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.row_municipalities())::text[])
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
create policy correct on kansenlijn.child_detail for insert to kansenlijn_app with check (
  municipality_code = any ((select kansenlijn.health_municipalities())::text[])
  and child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));
create policy close on kansenlijn.child_detail for update to kansenlijn_app using (
  municipality_code = any ((select kansenlijn.health_municipalities())::text[]));

create policy own_or_municipal on kansenlijn.child for select to kansenlijn_app using (
  id = any ((select kansenlijn.own_children())::uuid[])
  or id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
create policy own on kansenlijn.child_location for select to kansenlijn_app using (
  location_id = any ((select kansenlijn.own_locations())::uuid[]));

create policy own on kansenlijn.organisation_reference for all to kansenlijn_app
  using (organisation_id in (select l.organisation_id from kansenlijn.location l where l.id = any ((select kansenlijn.own_locations())::uuid[])))
  with check (organisation_id in (select l.organisation_id from kansenlijn.location l where l.id = any ((select kansenlijn.own_locations())::uuid[]))
    and child_id = any ((select kansenlijn.own_children())::uuid[]));

create policy own_or_municipal on kansenlijn.child_join for select to kansenlijn_app using (
  child_id = any ((select kansenlijn.own_children())::uuid[])
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or into_child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
create policy health on kansenlijn.child_join for insert to kansenlijn_app with check (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[]))
  and into_child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));
create policy health_close on kansenlijn.child_join for update to kansenlijn_app using (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));

create policy own_or_municipal on kansenlijn.indication for select to kansenlijn_app using (
  child_id = any ((select kansenlijn.own_children())::uuid[])
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
create policy health on kansenlijn.indication for insert to kansenlijn_app with check (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));
create policy health_close on kansenlijn.indication for update to kansenlijn_app using (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));

create policy municipal on kansenlijn.indication_ground for select to kansenlijn_app using (
  version_id in (select i.version_id from kansenlijn.indication i
                 where i.child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))));
create policy health on kansenlijn.indication_ground for insert to kansenlijn_app with check (
  version_id in (select i.version_id from kansenlijn.indication i
                 where i.child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[]))));

create policy municipal on kansenlijn.guidance_outcome for select to kansenlijn_app using (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
create policy health on kansenlijn.guidance_outcome for insert to kansenlijn_app with check (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));
create policy health_close on kansenlijn.guidance_outcome for update to kansenlijn_app using (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.health_municipalities())::text[])));

create policy own_or_municipal on kansenlijn.placement for select to kansenlijn_app using (
  location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
create policy own on kansenlijn.placement for insert to kansenlijn_app with check (
  location_id = any ((select kansenlijn.own_locations())::uuid[]) and child_id = any ((select kansenlijn.own_children())::uuid[]));
create policy own_close on kansenlijn.placement for update to kansenlijn_app using (
  location_id = any ((select kansenlijn.own_locations())::uuid[]));

create policy own_or_municipal on kansenlijn.ve_place_offer for select to kansenlijn_app using (
  location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));

grant select on kansenlijn.child, kansenlijn.child_location to kansenlijn_app;
revoke insert, update on kansenlijn.ve_place_offer from kansenlijn_app;
grant select, insert, update, delete on kansenlijn.organisation_reference to kansenlijn_app;
grant select, insert on kansenlijn.indication_ground to kansenlijn_app;
grant execute on function kansenlijn.own_children(), kansenlijn.same_child(uuid), kansenlijn.link_child(text, date, uuid),
  kansenlijn.register_child(text, date, text, uuid, uuid), kansenlijn.other_ve_placements(uuid, uuid), kansenlijn.likely_doubles(uuid) to kansenlijn_app;

revoke execute on all functions in schema kansenlijn from public;

-- Down Migration

drop function kansenlijn.likely_doubles, kansenlijn.other_ve_placements, kansenlijn.register_child, kansenlijn.link_child,
  kansenlijn.same_child, kansenlijn.own_children cascade;
