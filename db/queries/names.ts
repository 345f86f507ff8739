import { z } from 'zod/v4';
import type { NamedPlace } from '../../dialogs/ports.ts';
import { queryRows, type Session } from '../session.ts';

/**
 * Places that the person may name in a question: of the municipalities of which it may ask
 * figures, and of its own locations and schools. A name outside these is no name here, so that it cannot
 * be told whether it exists.
 */
const NAMES = `
with mine as (
  select m.code, m.name from municipality m where m.code = any ((select figure_municipalities())::text[])
), place as (
  select l.id, l.name, l.organisation_id, l.municipality_code, l.id = any ((select own_locations())::uuid[]) as own
  from location l where l.municipality_code in (select code from mine) or l.id = any ((select own_locations())::uuid[])
)
select 'municipality' as kind, code as id, name, array[code] as municipalities, null as location_id, null as location from mine
union all
select 'location', p.id::text, p.name, array[p.municipality_code], p.id::text, null from place p
union all
select 'provider', o.id::text, o.name, array_agg(distinct p.municipality_code), null, null
from place p join organisation o on o.id = p.organisation_id where p.municipality_code in (select code from mine) group by o.id, o.name
union all
select 'group', g.id::text, g.name, array[p.municipality_code], p.id::text, p.name from place p join care_group g on g.location_id = p.id
union all
select 'neighbourhood', n.id::text, n.name, array[n.municipality_code], null, null from neighbourhood n where n.municipality_code in (select code from mine)
union all
select distinct 'cluster', n.municipality_code || '/' || n.cluster, n.cluster, array[n.municipality_code], null, null
from neighbourhood n where n.cluster is not null and n.municipality_code in (select code from mine)
union all
select 'school', s.id::text, s.name, array[s.municipality_code], null, null from school s where s.municipality_code in (select code from mine) or s.id = any ((select own_schools())::uuid[])
order by 1, 3, 2`;

const nameRow = z.object({
  kind: z.enum(['municipality', 'location', 'provider', 'group', 'neighbourhood', 'cluster', 'school']), id: z.string(), name: z.string(), municipalities: z.array(z.string()),
  location_id: z.string().nullable(), location: z.string().nullable(),
}).transform(({ location_id: locationId, location, municipalities, ...row }): NamedPlace =>
  ({ ...row, municipalityCodes: municipalities, ...(locationId === null ? {} : { locationId }), ...(location === null ? {} : { locationName: location }) }));

export const namedPlaces = (session: Session): Promise<NamedPlace[]> => queryRows(session, nameRow, NAMES);
