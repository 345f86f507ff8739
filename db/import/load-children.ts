import { type Check, dutchDate, neighbourhoodCheck, organisationKindCheck } from './checks.ts';
import { closeChanged, withdrawnCheck } from './ledger.ts';
import { type Kind, stageOf } from './kinds.ts';
import type { Loader } from './loader.ts';
import { LIVE } from './stage.ts';

/** Something of a child on a day before it was born is a typing error in one of the two. */
export function notBeforeBirth(kind: Kind, column: string): Check {
  return { kind, column, sql: `
    select distinct s.line, ${dutchDate(`s.${column}`)} as value,
      'ligt voor de geboorte van het kind (' || ${dutchDate('coalesce(k.geboortedatum, d.birth_date)')} || ').' as text
    from ${stageOf(kind)} s
    left join stage_kinderen k on k.target = s.kind_target and k.state <> 'broken'
    left join kansenlijn.child_detail d on d.child_id = s.kind_target and d.closed_revision is null
    where ${LIVE} and s.${column} < coalesce(k.geboortedatum, d.birth_date)` };
}

/** What has been decided or has happened cannot lie in the future. */
export function notInFuture(kind: Kind, column: string): Check {
  return { kind, column, sql: `
    select s.line, ${dutchDate(`s.${column}`)} as value, 'ligt in de toekomst.' as text
    from ${stageOf(kind)} s, import_context c where ${LIVE} and s.${column} > c.today` };
}

const childChecks: readonly Check[] = [
  notInFuture('kinderen', 'geboortedatum'),
  neighbourhoodCheck('kinderen'),
  { kind: 'kinderen', column: 'code', sql: `
    select s.line, s.code as value, 'deze code staat ook op regel ' || min(o.line) || '.' as text
    from stage_kinderen s join stage_kinderen o on o.code = s.code and o.line < s.line and o.state <> 'broken'
    where s.state <> 'broken' group by s.line, s.code` },
  { kind: 'kinderen', column: 'code', sql: `
    select s.line, s.code as value, 'de code van een kind verandert niet; dit kind heeft al een andere code.' as text
    from stage_kinderen s join kansenlijn.child c on c.id = s.target where s.state = 'changed' and s.code <> c.code` },
  { kind: 'kinderen', column: 'geboortedatum', sql: `
    select distinct s.line, ${dutchDate('s.geboortedatum')} as value, 'de code ' || s.code || ' is al van een kind met een andere geboortedatum.' as text
    from stage_kinderen s join kansenlijn.child_detail d on d.child_id = s.target and d.closed_revision is null
    where s.state = 'adopted' and d.birth_date <> s.geboortedatum` },
];

/** Where the children live is stored with their moves. */
const children: Loader = {
  kind: 'kinderen', inLedger: true,
  recognise: [
    `update stage_kinderen s set target = c.id, state = 'adopted' from kansenlijn.child c where s.state = 'new' and c.code = s.code`,
  ],
  checks: childChecks,
  store: [
    `insert into kansenlijn.child (id, code) select s.target, s.code from stage_kinderen s where s.state = 'new'`,
  ],
};

const ownReferences: Loader = {
  kind: 'verwijzingen', inLedger: false, checks: [],
  store: [
    `insert into kansenlijn.organisation_reference (organisation_id, child_id, reference)
     select s.organisatie_target, s.kind_target, s.verwijzing from stage_verwijzingen s where ${LIVE}
     on conflict (organisation_id, child_id) do update set reference = excluded.reference`,
  ],
};

const indications: Loader = {
  kind: 'indicaties', inLedger: true,
  checks: [
    withdrawnCheck('indicaties', 'indication'),
    notBeforeBirth('indicaties', 'datum'),
    notInFuture('indicaties', 'datum'),
    organisationKindCheck('indicaties', 'organisatie', 'health', 'jgz'),
  ],
  store: [
    closeChanged('indicaties', 'indication'),
    `insert into kansenlijn.indication (version_id, fact_id, child_id, valid, organisation_id, change)
     select s.version_id, s.target, s.kind_target, daterange(s.datum, s.ingetrokken_op), s.organisatie_target,
       case s.state when 'new' then 'imported' else 'corrected' end
     from stage_indicaties s where ${LIVE}`,
    `insert into kansenlijn.indication_ground (version_id, ground)
     select s.version_id, unnest(s.gronden) from stage_indicaties s where ${LIVE}`,
  ],
};

const guidance: Loader = {
  kind: 'toeleiding', inLedger: true,
  checks: [
    withdrawnCheck('toeleiding', 'guidance_outcome'),
    notBeforeBirth('toeleiding', 'datum'),
    notInFuture('toeleiding', 'datum'),
  ],
  store: [
    closeChanged('toeleiding', 'guidance_outcome'),
    `insert into kansenlijn.guidance_outcome (version_id, fact_id, child_id, on_date, kind, reasons, note, change)
     select s.version_id, s.target, s.kind_target, s.datum, s.soort, coalesce(s.redenen, '{}'), s.toelichting,
       case s.state when 'new' then 'imported' else 'corrected' end
     from stage_toeleiding s where ${LIVE}`,
  ],
};

/** Loaders of children and of what youth health care records about them. */
export const CHILD_LOADERS: readonly Loader[] = [children, ownReferences, indications, guidance];
