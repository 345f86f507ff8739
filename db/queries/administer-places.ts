import { z } from 'zod/v4';
import type { AdminPlacesPort, Place } from '../../dialogs/admin/port.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';

/** Null of the database is absent in the ports. */
export const maybe = z.string().nullable().transform((value) => value ?? undefined);
/** Leaves out properties that are undefined: an absent property, not one that says nothing. */
export function compact<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const named = { id: z.string(), name: z.string(), municipalityCode: z.string() };
const location = z.object({ ...named, organisationId: z.string(), organisationName: z.string(), neighbourhoodName: maybe, lrkNumber: maybe, openedOn: maybe, closedOn: maybe }).transform(compact);
const group = z.object({ ...named, locationId: z.string(), locationName: z.string(), openedOn: maybe, closedOn: maybe }).transform(compact);
const neighbourhood = z.object({ ...named, cluster: maybe }).transform(compact);

const AT = (place: Place): readonly [string | null, string | null] => ('locationId' in place ? [place.locationId, null] : [null, place.groupId]);
const COUNT_CHILDREN = `select count(distinct same_child(p.child_id)) as children from placement p
  where p.closed_revision is null and (p.location_id = $1::uuid or p.group_id = $2::uuid)`;

async function countChildren(session: Session, place: Place, condition: string, day: string): Promise<number> {
  return (await queryRow(session, z.object({ children: z.number() }), `${COUNT_CHILDREN} and ${condition}`, [...AT(place), day]))!.children;
}

/** Locations, groups and neighbourhoods of an official's municipalities. Row-level security says the same a second time. */
export function createAdminPlacesPort(session: Session): AdminPlacesPort {
  const one = async (changed: Promise<number>): Promise<boolean> => (await changed) === 1;
  return {
    locations: () => queryRows(session, location, `
      select l.id, l.name, l.municipality_code as "municipalityCode", o.id as "organisationId", o.name as "organisationName", n.name as "neighbourhoodName",
        l.lrk_number as "lrkNumber", l.opened_on as "openedOn", l.closed_on as "closedOn"
      from location l join organisation o on o.id = l.organisation_id left join neighbourhood n on n.id = l.neighbourhood_id
      where l.municipality_code = any (official_municipalities()) order by l.name, l.id`),

    groups: () => queryRows(session, group, `
      select g.id, g.name, l.municipality_code as "municipalityCode", l.id as "locationId", l.name as "locationName", g.opened_on as "openedOn", g.closed_on as "closedOn"
      from care_group g join location l on l.id = g.location_id where l.municipality_code = any (official_municipalities()) order by l.name, g.name, g.id`),

    neighbourhoods: () => queryRows(session, neighbourhood, `
      select id, name, municipality_code as "municipalityCode", cluster from neighbourhood where municipality_code = any (official_municipalities()) order by name, id`),

    lrkTaken: async (lrkNumber, exceptLocationId) =>
      (await queryRow(session, z.object({ id: z.string() }), 'select id from location where lrk_number = $1::text and id is distinct from $2::uuid', [lrkNumber, exceptLocationId ?? null])) !== undefined,

    childrenFrom: (place, day) => countChildren(session, place, '(upper_inf(p.valid) or upper(p.valid) > $3::date)', day),
    childrenBefore: (place, day) => countChildren(session, place, 'lower(p.valid) < $3::date', day),

    async addLocation({ organisationId, municipalityCode, neighbourhoodId, name, lrkNumber, openedOn }) {
      await execute(session, `insert into location (organisation_id, municipality_code, neighbourhood_id, name, lrk_number, opened_on)
        values ($1::uuid, $2::text, $3::uuid, $4::text, $5::text, $6::date)`, [organisationId, municipalityCode, neighbourhoodId ?? null, name, lrkNumber ?? null, openedOn]);
    },
    changeLocation: (id, { name, lrkNumber, openedOn, closedOn }) => one(execute(session,
      'update location set name = $2::text, lrk_number = $3::text, opened_on = $4::date, closed_on = $5::date where id = $1::uuid',
      [id, name, lrkNumber ?? null, openedOn ?? null, closedOn ?? null])),

    async addGroup({ locationId, name, openedOn }) {
      await execute(session, 'insert into care_group (location_id, name, opened_on) values ($1::uuid, $2::text, $3::date)', [locationId, name, openedOn]);
    },
    changeGroup: (id, { name, openedOn, closedOn }) => one(execute(session,
      'update care_group set name = $2::text, opened_on = $3::date, closed_on = $4::date where id = $1::uuid', [id, name, openedOn ?? null, closedOn ?? null])),

    async addNeighbourhood({ municipalityCode, name, cluster }) {
      await execute(session, 'insert into neighbourhood (municipality_code, name, cluster) values ($1::text, $2::text, $3::text)', [municipalityCode, name, cluster ?? null]);
    },
    changeNeighbourhood: (id, { name, cluster }) => one(execute(session,
      'update neighbourhood set name = $2::text, cluster = $3::text where id = $1::uuid', [id, name, cluster ?? null])),
  };
}
