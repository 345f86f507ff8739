import { closeChanged, withdrawnCheck } from './ledger.ts';
import { type Check, organisationKindCheck } from './checks.ts';
import type { Loader } from './loader.ts';
import type { Kind } from './kinds.ts';
import { LIVE } from './stage.ts';

/** What a person recorded or another source brought is not corrected by this one. */
function otherwiseOnRecord(kind: Kind, table: string, column: string, same: string): Check {
  return { kind, column, sql: `
    select s.line, s.${column}::text as value, 'hierover staat al iets anders vast, in de chat of uit een andere bron. Verbeter het daar.' as text
    from stage_${kind} s join kansenlijn.${table} t on t.closed_revision is null and ${same} where ${LIVE} and t.fact_id <> s.target` };
}

const MONTHS = `int4range(s.ve_maanden_van, s.ve_maanden_tot)`;
const ITS_MONTHS = `case when s.ve_maanden_van is null then t.ve_months is null else t.ve_months = ${MONTHS} end`;
const SAME_RESULT = `t.school_id = s.school_target::uuid and t.school_year = s.schooljaar::smallint and t.moment = s.moment and t.domain = s.domein and t.instrument = s.instrument and ${ITS_MONTHS}`;
const SAME_AGREEMENT = `t.municipality_code = s.gemeente_target and t.organisation_id is not distinct from s.bestuur_target::uuid and t.school_year = s.schooljaar::smallint and t.moment = s.moment and t.domain = s.domein`;

const agreements: Loader = {
  kind: 'resultaatafspraken', inLedger: true,
  recognise: [`update stage_resultaatafspraken s set target = t.fact_id, state = 'adopted' from kansenlijn.result_agreement t
    where s.state = 'new' and t.closed_revision is null and ${SAME_AGREEMENT} and t.population = s.kinderen and t.instrument = s.instrument and t.target_percent = s.doel and t.level = s.niveau`],
  checks: [
    withdrawnCheck('resultaatafspraken', 'result_agreement'), organisationKindCheck('resultaatafspraken', 'bestuur', 'school_board', 'schoolbestuur'),
    otherwiseOnRecord('resultaatafspraken', 'result_agreement', 'domein', SAME_AGREEMENT),
  ],
  store: [
    closeChanged('resultaatafspraken', 'result_agreement'),
    `insert into kansenlijn.result_agreement (version_id, fact_id, municipality_code, organisation_id, population, domain, moment, instrument, level, target_percent, school_year, source, change)
     select s.version_id, s.target, s.gemeente_target, s.bestuur_target::uuid, s.kinderen, s.domein, s.moment, s.instrument, s.niveau, s.doel, s.schooljaar::smallint, s.bron, case s.state when 'new' then 'imported' else 'corrected' end
     from stage_resultaatafspraken s where s.state in ('new', 'changed')`,
  ],
};

const results: Loader = {
  kind: 'kleuterresultaten', inLedger: true,
  recognise: [`update stage_kleuterresultaten s set target = t.fact_id, state = 'adopted' from kansenlijn.kindergarten_result t
    where s.state = 'new' and t.closed_revision is null and ${SAME_RESULT} and t.children is not distinct from s.kinderen and t.at_level is not distinct from s.op_niveau
      and t.ve_children = s.ve_kinderen and t.ve_at_level = s.ve_op_niveau`],
  checks: [withdrawnCheck('kleuterresultaten', 'kindergarten_result'), otherwiseOnRecord('kleuterresultaten', 'kindergarten_result', 'domein', SAME_RESULT)],
  store: [
    closeChanged('kleuterresultaten', 'kindergarten_result'),
    `insert into kansenlijn.kindergarten_result (version_id, fact_id, school_id, school_year, moment, domain, instrument, ve_months, children, at_level, ve_children, ve_at_level, change)
     select s.version_id, s.target, s.school_target::uuid, s.schooljaar::smallint, s.moment, s.domein, s.instrument, case when s.ve_maanden_van is not null then ${MONTHS} end,
       s.kinderen, s.op_niveau, s.ve_kinderen, s.ve_op_niveau, case s.state when 'new' then 'imported' else 'corrected' end
     from stage_kleuterresultaten s where s.state in ('new', 'changed')`,
  ],
};

export const RESULT_LOADERS: readonly Loader[] = [agreements, results];
