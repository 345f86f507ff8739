-- Up Migration

-- The same rules, cheaper. A policy that looks up children through child_detail pays for
-- that table's own policy a second time, and reads every child of the municipality even
-- for one row, because child_detail has no index by child that holds closed beliefs too.

create index child_detail_by_child on kansenlijn.child_detail (child_id, municipality_code);

create view kansenlijn.municipal_child with (security_barrier) as
  select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]);
comment on view kansenlijn.municipal_child is
  'Children of the municipalities whose rows the person may see, once for each belief about them. Reads with the owner''s rights, because it is itself the rule of who may see them.';
grant select on kansenlijn.municipal_child to kansenlijn_app;

-- The municipality goes first: where it decides, the person's own children need not be found.
alter policy own_or_municipal on kansenlijn.child using (
  exists (select from kansenlijn.municipal_child m where m.child_id = child.id)
  or id = any ((select kansenlijn.own_children())::uuid[]));
alter policy own_or_municipal on kansenlijn.child_join using (
  exists (select from kansenlijn.municipal_child m where m.child_id = child_join.child_id)
  or exists (select from kansenlijn.municipal_child m where m.child_id = child_join.into_child_id)
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
alter policy own_or_municipal on kansenlijn.indication using (
  exists (select from kansenlijn.municipal_child m where m.child_id = indication.child_id)
  or child_id = any ((select kansenlijn.own_children())::uuid[]));
alter policy municipal on kansenlijn.guidance_outcome using (
  exists (select from kansenlijn.municipal_child m where m.child_id = guidance_outcome.child_id));
alter policy own_or_municipal on kansenlijn.placement using (
  exists (select from kansenlijn.municipal_child m where m.child_id = placement.child_id)
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or location_id = any ((select kansenlijn.own_locations())::uuid[]));

-- The grounds of an indication are looked up by its version, not by reading all of the municipality's.
create view kansenlijn.municipal_indication with (security_barrier) as
  select i.version_id from kansenlijn.indication i
  where exists (select from kansenlijn.child_detail d
                where d.child_id = i.child_id and d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]));
comment on view kansenlijn.municipal_indication is
  'Beliefs about indications of children whose rows the person may see through a municipality. Owner''s rights, as municipal_child.';
grant select on kansenlijn.municipal_indication to kansenlijn_app;
alter policy municipal on kansenlijn.indication_ground using (
  exists (select from kansenlijn.municipal_indication m where m.version_id = indication_ground.version_id));

-- Down Migration

alter policy municipal on kansenlijn.indication_ground using (
  version_id in (select i.version_id from kansenlijn.indication i
                 where i.child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))));
drop view kansenlijn.municipal_indication;

alter policy own_or_municipal on kansenlijn.child using (
  id = any ((select kansenlijn.own_children())::uuid[])
  or id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
alter policy own_or_municipal on kansenlijn.child_join using (
  child_id = any ((select kansenlijn.own_children())::uuid[])
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or into_child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
alter policy own_or_municipal on kansenlijn.indication using (
  child_id = any ((select kansenlijn.own_children())::uuid[])
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
alter policy municipal on kansenlijn.guidance_outcome using (
  child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
alter policy own_or_municipal on kansenlijn.placement using (
  location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.row_municipalities())::text[]))
  or child_id in (select d.child_id from kansenlijn.child_detail d where d.municipality_code = any ((select kansenlijn.row_municipalities())::text[])));
drop view kansenlijn.municipal_child;
drop index kansenlijn.child_detail_by_child;
