import { z } from 'zod/v4';
import type { AdminNumbersPort, Offer, RecordedTarget } from '../../dialogs/admin/port.ts';
import type { IsoDate, PolicyValue, Target } from '../../src/policy/engine/types.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';
import { compact, maybe } from './administer-places.ts';
import { closeBelief } from './placements.ts';

const held = { versionId: z.string(), from: z.string(), until: maybe };
const offer: z.ZodType<Offer> = z.object({ ...held, locationId: z.string(), locationName: z.string(), municipalityCode: z.string(), places: z.number() }).transform(compact);
const target: z.ZodType<RecordedTarget> = z.object({
  ...held, municipalityCode: z.string(), measure: z.string(), atLeastPercent: z.number(), aimPercent: z.number().nullable().transform((value) => value ?? undefined), source: z.string(),
}).transform(compact);

const OFFER = `select o.version_id as "versionId", lower(o.valid) as "from", upper(o.valid) as until, l.id as "locationId", l.name as "locationName",
    l.municipality_code as "municipalityCode", o.places
  from ve_place_offer o join location l on l.id = o.location_id
  where o.closed_revision is null and l.municipality_code = any (official_municipalities())`;
const TARGET_COLUMNS = `t.version_id as "versionId", lower(t.valid) as "from", upper(t.valid) as until, t.municipality_code as "municipalityCode", t.measure,
    t.at_least_percent as "atLeastPercent", t.aim_percent as "aimPercent", t.source`;
const TARGET = `select ${TARGET_COLUMNS} from municipal_target t where t.closed_revision is null and t.municipality_code = any (official_municipalities())`;

/** VE places and targets: beliefs of the ledger. */
export function createAdminNumbersPort(session: Session): AdminNumbersPort {
  return {
    offers: (locationId) => queryRows(session, offer, `${OFFER} and o.location_id = $1::uuid order by lower(o.valid)`, [locationId]),
    offer: (versionId) => queryRow(session, offer, `${OFFER} and o.version_id = $1::uuid`, [versionId]),
    async addOffer({ locationId, places, from, until }) {
      await execute(session, 'insert into ve_place_offer (location_id, places, valid) values ($1::uuid, $2::smallint, daterange($3::date, $4::date))',
        [locationId, places, from, until ?? null]);
    },
    async correctOffer(versionId, { places, from, until }, reason) {
      if (!await closeBelief(session, 've_place_offer', versionId, 'corrected', reason)) return false;
      await execute(session, `insert into ve_place_offer (fact_id, location_id, places, valid, change)
        select fact_id, location_id, $2::smallint, daterange($3::date, $4::date), 'corrected' from ve_place_offer where version_id = $1::uuid`,
        [versionId, places, from, until ?? null]);
      return true;
    },

    targets: (municipalityCode, measure) => queryRows(session, target, `${TARGET} and t.municipality_code = $1::text and t.measure = $2::text order by lower(t.valid)`, [municipalityCode, measure]),
    target: (versionId) => queryRow(session, target, `${TARGET} and t.version_id = $1::uuid`, [versionId]),
    async addTarget({ municipalityCode, measure, atLeastPercent, aimPercent, from, until, source }) {
      await execute(session, `insert into municipal_target (municipality_code, measure, at_least_percent, aim_percent, valid, source)
        values ($1::text, $2::text, $3::smallint, $4::smallint, daterange($5::date, $6::date), $7::text)`,
        [municipalityCode, measure, atLeastPercent, aimPercent ?? null, from, until ?? null, source]);
    },
    async correctTarget(versionId, { atLeastPercent, aimPercent, from, until, source }, reason) {
      if (!await closeBelief(session, 'municipal_target', versionId, 'corrected', reason)) return false;
      await execute(session, `insert into municipal_target (fact_id, municipality_code, measure, at_least_percent, aim_percent, valid, source, change)
        select fact_id, municipality_code, measure, $2::smallint, $3::smallint, daterange($4::date, $5::date), $6::text, 'corrected'
        from municipal_target where version_id = $1::uuid`, [versionId, atLeastPercent, aimPercent ?? null, from, until ?? null, source]);
      return true;
    },
    async targetsOn(municipalityCode, day) {
      const rows = await queryRows(session, z.object({ target, checkedOn: z.string() }), `
        select jsonb_build_object('versionId', t.version_id, 'from', lower(t.valid), 'until', upper(t.valid), 'municipalityCode', t.municipality_code, 'measure', t.measure,
          'atLeastPercent', t.at_least_percent, 'aimPercent', t.aim_percent, 'source', t.source) as target, (t.known_from at time zone 'Europe/Amsterdam')::date as "checkedOn"
        from municipal_target t where t.closed_revision is null and t.municipality_code = $1::text and t.valid @> $2::date order by t.measure`, [municipalityCode, day]);
      return rows.map(({ target: recorded, checkedOn }) => asPolicy(recorded, checkedOn));
    },
  };
}

/** The official who recorded it read its source. */
function asPolicy({ measure, atLeastPercent, aimPercent, from, until, source }: RecordedTarget, checkedOn: IsoDate): PolicyValue<Target> {
  return {
    value: { measure, atLeastPercent, ...(aimPercent === undefined ? {} : { aimPercent }) },
    from, ...(until === undefined ? {} : { until }), unit: 'percent', source: { document: source, status: 'read' }, checkedOn,
  };
}
