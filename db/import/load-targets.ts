import { overlapChecks } from './checks.ts';
import { closeChanged, withdrawnCheck } from './ledger.ts';
import type { Loader } from './loader.ts';
import { LIVE } from './stage.ts';

const VALID = `daterange(s.van, s.tot_en_met + 1)`;
const OWNER = (municipality: string, measure: string): string => `${municipality} || '/' || ${measure}`;

/** What municipalities set themselves; the same as an official records in chat. */
export const targets: Loader = {
  kind: 'doelen', inLedger: true,
  recognise: [
    // The same target from another source, or from a person, is the same target; another one on these days is an overlap.
    `update stage_doelen s set target = t.fact_id, state = 'adopted' from kansenlijn.municipal_target t
     where s.state = 'new' and t.closed_revision is null and t.municipality_code = s.gemeente_target and t.measure = s.maat and t.valid = ${VALID}
       and t.at_least_percent = s.minstens and t.aim_percent is not distinct from s.streven`,
  ],
  checks: [
    withdrawnCheck('doelen', 'municipal_target'),
    ...overlapChecks('doelen', 'van',
      `select s.line, ${OWNER('s.gemeente_target', 's.maat')} as owner, ${VALID} as valid from stage_doelen s where ${LIVE}`,
      `select ${OWNER('t.municipality_code', 't.measure')} as owner, t.valid from kansenlijn.municipal_target t where t.closed_revision is null
       and not exists (select from stage_doelen s where ${LIVE} and s.target = t.fact_id)`,
      'zelfde maat en gemeente'),
  ],
  store: [
    closeChanged('doelen', 'municipal_target'),
    `insert into kansenlijn.municipal_target (version_id, fact_id, municipality_code, measure, at_least_percent, aim_percent, valid, source, change)
     select s.version_id, s.target, s.gemeente_target, s.maat, s.minstens, s.streven, ${VALID}, s.bron, case s.state when 'new' then 'imported' else 'corrected' end
     from stage_doelen s where s.state in ('new', 'changed')`,
  ],
};
