import { type Check, dutchDate, neighbourhoodCheck, organisationKindCheck, overlapChecks } from './checks.ts';
import { closeChanged, withdrawnCheck } from './ledger.ts';
import type { Loader } from './loader.ts';
import { adoptSql, type ReferenceTable, referenceTableChecks, storeReferenceSql } from './reference-table.ts';
import { type Kind, stageOf } from './kinds.ts';
import { LIVE } from './stage.ts';
import { targets } from './load-targets.ts';

function referenceLoader(table: ReferenceTable, extra: Loader['checks'] = []): Loader {
  return {
    kind: table.kind, recognise: [adoptSql(table)], checks: [...referenceTableChecks(table), ...extra],
    store: storeReferenceSql(table), inLedger: false,
  };
}

/** With the day that is here already, for a cell that leaves it as it is. */
function opensBeforeItCloses(kind: Kind, table: string): Check {
  return { kind, column: 'gesloten_per', sql: `
    select s.line, ${dutchDate('s.gesloten_per')} as value, 'ligt niet na geopend_per (' || ${dutchDate('coalesce(s.geopend_per, t.opened_on)')} || ').' as text
    from ${stageOf(kind)} s left join kansenlijn.${table} t on t.id = s.target
    where ${LIVE} and coalesce(s.gesloten_per, t.closed_on) <= coalesce(s.geopend_per, t.opened_on)` };
}

const municipalities = referenceLoader({
  kind: 'gemeenten', table: 'municipality',
  columns: { code: 'id', name: 'naam', code_prefix: 'voorvoegsel' },
  naturalKey: ['code'], fixed: ['code_prefix'],
  unique: [
    { columns: ['name'], report: 'naam', text: 'deze naam' },
    { columns: ['code_prefix'], report: 'voorvoegsel', text: 'dit voorvoegsel' },
  ],
});

const regions = referenceLoader({
  kind: 'regios', table: 'region',
  columns: { id: 'id', name: 'naam' },
  naturalKey: ['id'], fixed: [],
  unique: [{ columns: ['name'], report: 'naam', text: 'deze naam' }],
});

const membership = `daterange(s.van, s.tot_en_met + 1)`;
const regionMembers: Loader = {
  kind: 'regioleden', inLedger: false,
  checks: overlapChecks('regioleden', 'van',
    `select s.line, s.regio_target || '/' || s.gemeente_target as owner, ${membership} as valid from stage_regioleden s where ${LIVE}`,
    `select m.region_id || '/' || m.municipality_code as owner, m.valid from kansenlijn.region_member m
     where not exists (select from stage_regioleden s where ${LIVE}
       and s.regio_target = m.region_id and s.gemeente_target = m.municipality_code and s.van = lower(m.valid))`,
    'zelfde gemeente in zelfde regio'),
  store: [
    `update kansenlijn.region_member m set valid = ${membership} from stage_regioleden s
     where ${LIVE} and m.region_id = s.regio_target and m.municipality_code = s.gemeente_target and lower(m.valid) = s.van`,
    `insert into kansenlijn.region_member (region_id, municipality_code, valid)
     select s.regio_target, s.gemeente_target, ${membership} from stage_regioleden s where ${LIVE} and not exists (
       select from kansenlijn.region_member m where m.region_id = s.regio_target and m.municipality_code = s.gemeente_target and lower(m.valid) = s.van)`,
  ],
};

const neighbourhoods = referenceLoader({
  kind: 'wijken', table: 'neighbourhood',
  columns: { municipality_code: 'gemeente_target', name: 'naam', cluster: 'cluster' },
  naturalKey: ['municipality_code', 'name'], fixed: ['municipality_code'],
  unique: [{ columns: ['municipality_code', 'name'], report: 'naam', text: 'deze wijk van deze gemeente' }],
});

const organisations = referenceLoader({
  kind: 'organisaties', table: 'organisation',
  columns: { kind: 'soort', name: 'naam' },
  naturalKey: ['kind', 'name'], fixed: ['kind'],
  unique: [{ columns: ['kind', 'name'], report: 'naam', text: 'deze organisatie' }],
});

const locations = referenceLoader({
  kind: 'locaties', table: 'location',
  columns: { organisation_id: 'organisatie_target', municipality_code: 'gemeente_target', neighbourhood_id: 'wijk_target', name: 'naam', lrk_number: 'lrk', opened_on: 'geopend_per', closed_on: 'gesloten_per' },
  naturalKey: ['organisation_id', 'municipality_code', 'name'], fixed: ['organisation_id', 'municipality_code', 'neighbourhood_id'], kept: ['opened_on', 'closed_on'],
  unique: [
    { columns: ['organisation_id', 'municipality_code', 'name'], report: 'naam', text: 'deze locatie van deze organisatie' },
    { columns: ['lrk_number'], report: 'lrk', text: 'dit LRK-nummer' },
  ],
}, [neighbourhoodCheck('locaties'), organisationKindCheck('locaties', 'organisatie', 'childcare', 'kinderopvang'), opensBeforeItCloses('locaties', 'location')]);

const groups = referenceLoader({
  kind: 'groepen', table: 'care_group',
  columns: { location_id: 'locatie_target', name: 'naam', opened_on: 'geopend_per', closed_on: 'gesloten_per' },
  naturalKey: ['location_id', 'name'], fixed: ['location_id'], kept: ['opened_on', 'closed_on'],
  unique: [{ columns: ['location_id', 'name'], report: 'naam', text: 'deze groep van deze locatie' }],
}, [opensBeforeItCloses('groepen', 'care_group')]);

const schools = referenceLoader({
  kind: 'scholen', table: 'school',
  columns: { organisation_id: 'bestuur_target', municipality_code: 'gemeente_target', neighbourhood_id: 'wijk_target', name: 'naam', brin: 'brin' },
  naturalKey: ['municipality_code', 'name'], fixed: ['municipality_code', 'neighbourhood_id'],
  unique: [{ columns: ['municipality_code', 'name'], report: 'naam', text: 'deze school in deze gemeente' }],
}, [neighbourhoodCheck('scholen'), organisationKindCheck('scholen', 'bestuur', 'school_board', 'schoolbestuur')]);

const offered = `daterange(s.van, s.tot_en_met + 1)`;
const placeOffers: Loader = {
  kind: 've-plaatsen', inLedger: true,
  checks: [
    withdrawnCheck('ve-plaatsen', 've_place_offer'),
    ...overlapChecks('ve-plaatsen', 'van',
      `select s.line, s.locatie_target as owner, ${offered} as valid from stage_ve_plaatsen s where ${LIVE}`,
      `select o.location_id as owner, o.valid from kansenlijn.ve_place_offer o where o.closed_revision is null
       and not exists (select from stage_ve_plaatsen s where ${LIVE} and s.target = o.fact_id)`,
      'zelfde locatie'),
  ],
  store: [
    closeChanged('ve-plaatsen', 've_place_offer'),
    `insert into kansenlijn.ve_place_offer (version_id, fact_id, location_id, places, valid, change)
     select s.version_id, s.target, s.locatie_target, s.plaatsen, ${offered}, case s.state when 'new' then 'imported' else 'corrected' end
     from stage_ve_plaatsen s where ${LIVE}`,
  ],
};

/** Loaders of everything that is a place or an organisation. */
export const PLACE_LOADERS: readonly Loader[] = [
  municipalities, regions, regionMembers, neighbourhoods, organisations, locations, groups, schools, placeOffers, targets,
];
