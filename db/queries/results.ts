import { z } from 'zod/v4';
import type { AgreementInput, RecordedResult, ResultAgreement, ResultsPort } from '../../dialogs/results/port.ts';
import { DOMAINS, MOMENTS, type ResultDomain, type ResultMoment } from '../../src/policy/results/index.ts';
import { execute, queryRow, queryRows, type Session } from '../session.ts';
import { compact, maybe } from './administer-places.ts';
import { closeBelief } from './placements.ts';

const codes = <Code extends string>(list: readonly { readonly code: Code }[]): [Code, ...Code[]] => list.map(({ code }) => code) as [Code, ...Code[]];
const domain = z.enum(codes<ResultDomain>(DOMAINS));
const resultMoment = z.enum(codes<ResultMoment>(MOMENTS));

const agreement: z.ZodType<ResultAgreement> = z.object({
  versionId: z.string(), municipalityCode: z.string(), boardId: maybe, boardName: maybe, population: z.enum(['ve', 'all']), domain, moment: resultMoment,
  instrument: z.string(), level: z.string(), targetPercent: z.number(), schoolYear: z.number(), source: z.string(),
}).transform(compact);

const result: z.ZodType<RecordedResult> = z.object({
  versionId: z.string(), schoolYear: z.number(), moment: resultMoment, domain, instrument: z.string(),
  children: z.number(), atLevel: z.number(), veChildren: z.number(), veAtLevel: z.number(),
});

const AGREEMENT_COLUMNS = '(municipality_code, organisation_id, population, domain, moment, instrument, level, target_percent, school_year, source, fact_id, change)';
const agreementValues = ({ municipalityCode, boardId, population, domain: of, moment, instrument, level, targetPercent, schoolYear, source }: AgreementInput): unknown[] =>
  [municipalityCode, boardId ?? null, population, of, moment, instrument, level, targetPercent, schoolYear, source];
const VALUES = '$1::text, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::text, $8::smallint, $9::smallint, $10::text';

/** Handovers that were sent to a school or begun there; what a school sees of a child is its birth date. */
const HANDED_OVER = `select count(*)::int as children from handover h join handover_child c on c.handover_id = h.id
  where h.school_id = $1::uuid and c.birth_date >= $2::date and c.birth_date < $3::date
    and not exists (select from handover_step w where w.handover_id = h.id and w.step = 'withdrawn' and w.closed_revision is null)`;

/** Agreements and kindergarten results: beliefs of the ledger. */
export function createResultsPort(session: Session): ResultsPort {
  return {
    boards: (municipalityCode) => queryRows(session, z.object({ id: z.string(), name: z.string() }), `
      select o.id, o.name from organisation o where o.id in (select s.organisation_id from school s where s.municipality_code = $1::text) order by o.name`, [municipalityCode]),
    async boardOf(schoolId) {
      return (await queryRow(session, z.object({ id: z.string() }), 'select organisation_id as id from school where id = $1::uuid', [schoolId]))?.id;
    },
    agreements: (municipalityCode) => queryRows(session, agreement, `
      select a.version_id as "versionId", a.municipality_code as "municipalityCode", a.organisation_id as "boardId", o.name as "boardName", a.population, a.domain, a.moment,
        a.instrument, a.level, a.target_percent as "targetPercent", a.school_year as "schoolYear", a.source
      from result_agreement a left join organisation o on o.id = a.organisation_id
      where a.closed_revision is null and a.municipality_code = $1::text order by a.school_year desc, a.moment, a.domain, o.name nulls first`, [municipalityCode]),
    async addAgreement(input) {
      await execute(session, `insert into result_agreement ${AGREEMENT_COLUMNS} select ${VALUES}, gen_random_uuid(), 'recorded'`, agreementValues(input));
    },
    async correctAgreement(versionId, input, reason) {
      if (!await closeBelief(session, 'result_agreement', versionId, 'corrected', reason)) return false;
      await execute(session, `insert into result_agreement ${AGREEMENT_COLUMNS} select ${VALUES}, fact_id, 'corrected' from result_agreement where version_id = $11::uuid`,
        [...agreementValues(input), versionId]);
      return true;
    },
    withdrawAgreement: (versionId, reason) => closeBelief(session, 'result_agreement', versionId, 'withdrawn', reason),

    ofSchool: (schoolId) => queryRows(session, result, `
      select version_id as "versionId", school_year as "schoolYear", moment, domain, instrument, children, at_level as "atLevel", ve_children as "veChildren", ve_at_level as "veAtLevel"
      from kindergarten_result where school_id = $1::uuid and closed_revision is null and ve_months is null order by school_year desc, moment, domain, instrument`, [schoolId]),
    async handedOver(schoolId, { from, until }) {
      return (await queryRow(session, z.object({ children: z.number() }), HANDED_OVER, [schoolId, from, until]))!.children;
    },
    async record({ schoolId, schoolYear, moment, row, confirmations }) {
      await execute(session, `
        insert into kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, confirmations)
        values ($1::uuid, $2::smallint, $3::text, $4::text, $5::text, $6::smallint, $7::smallint, $8::smallint, $9::smallint, $10::text[])`,
        [schoolId, schoolYear, moment, row.domain, row.instrument, row.children, row.atLevel, row.veChildren, row.veAtLevel, confirmations]);
    },
    async correct(versionId, row, confirmations) {
      if (!await closeBelief(session, 'kindergarten_result', versionId, 'corrected', null)) return false;
      await execute(session, `
        insert into kindergarten_result (fact_id, school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change, confirmations)
        select fact_id, school_id, school_year, moment, domain, $2::text, $3::smallint, $4::smallint, $5::smallint, $6::smallint, 'corrected', $7::text[]
        from kindergarten_result where version_id = $1::uuid`, [versionId, row.instrument, row.children, row.atLevel, row.veChildren, row.veAtLevel, confirmations]);
      return true;
    },
    withdraw: (versionId) => closeBelief(session, 'kindergarten_result', versionId, 'withdrawn', null),
  };
}
