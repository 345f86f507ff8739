-- Up Migration

-- A figure over several municipalities together, such as a region. Only who may ask for each
-- of them may ask for, record or read it.

alter table kansenlijn.answer add column municipality_codes text[] check (cardinality(municipality_codes) >= 1);
comment on column kansenlijn.answer.municipality_codes is 'CBS codes of several municipalities together; one municipality or location stands in its own column.';
alter table kansenlijn.answer drop constraint answer_check;
alter table kansenlijn.answer add constraint answer_of_one_scope check (num_nonnulls(municipality_code, location_id, municipality_codes) = 1);

alter policy own_figures on kansenlijn.answer using (
  municipality_code = any ((select kansenlijn.figure_municipalities())::text[])
  or municipality_codes <@ (select kansenlijn.figure_municipalities())::text[]
  or location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[])));
alter policy record on kansenlijn.answer with check (
  person_id = (select kansenlijn.identity_person())
  and (municipality_code is null or municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))
  and (municipality_codes is null or municipality_codes <@ (select kansenlijn.figure_municipalities())::text[])
  and (location_id is null or location_id = any ((select kansenlijn.own_locations())::uuid[])
       or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))));

-- Down Migration

alter policy own_figures on kansenlijn.answer using (
  municipality_code = any ((select kansenlijn.figure_municipalities())::text[])
  or location_id = any ((select kansenlijn.own_locations())::uuid[])
  or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[])));
alter policy record on kansenlijn.answer with check (
  person_id = (select kansenlijn.identity_person())
  and (municipality_code is null or municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))
  and (location_id is null or location_id = any ((select kansenlijn.own_locations())::uuid[])
       or location_id in (select l.id from kansenlijn.location l where l.municipality_code = any ((select kansenlijn.figure_municipalities())::text[]))));
delete from kansenlijn.answer where municipality_codes is not null;
alter table kansenlijn.answer drop constraint answer_of_one_scope;
alter table kansenlijn.answer drop column municipality_codes;
alter table kansenlijn.answer add constraint answer_check check (num_nonnulls(municipality_code, location_id) = 1);
