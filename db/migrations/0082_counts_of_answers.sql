-- Up Migration

-- What was counted for an answer is exact, also of a protected one, and is kept so that computing
-- it again can be compared to the digit. A reader may see that an answer was given, not what was
-- counted: that is read through a function, by whoever may see the rows behind it at that moment.

revoke select on kansenlijn.answer from kansenlijn_app;
grant select (reference, person_id, asked_at, protected, measure, measure_version, municipality_code, municipality_codes, location_id, school_id,
  reference_date, params, revision, known_at) on kansenlijn.answer to kansenlijn_app;

create function kansenlijn.answer_counts(p_reference text) returns jsonb
language plpgsql stable security definer set search_path = kansenlijn, public, pg_temp as $$
declare
  given answer;
  municipalities text[];
begin
  select * into given from answer where reference = p_reference;
  municipalities := case
    when given.measure like 'handover%' then process_municipalities()
    when given.measure like 'results%' then result_municipalities()
    else row_municipalities()
  end;
  if given.municipality_code = any (municipalities) or given.municipality_codes <@ municipalities
    or given.location_id = any (own_locations()) or given.school_id = any (own_schools())
    or exists (select from location l where l.id = given.location_id and l.municipality_code = any (municipalities)) then
    return given.counts;
  end if;
  return null;
end $$;
comment on function kansenlijn.answer_counts(text) is
  'What was counted for an answer, for whom the rows behind it are to be seen: of a protected answer in capacity aggregate only, as when it was computed.';

revoke execute on all functions in schema kansenlijn from public;
grant execute on function kansenlijn.answer_counts(text) to kansenlijn_app;

-- Down Migration

drop function kansenlijn.answer_counts;
grant select on kansenlijn.answer to kansenlijn_app;
