import { createHash } from 'node:crypto';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import {
  bornFor, checkResults, DOMAINS, latestSchoolYear, momentLabel, MOMENTS, schoolYearLabel, type DomainResult, type ResultDomain, type ResultMoment,
} from '../../src/policy/results/index.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import type { Option } from '../../cards/models.ts';
import { notYours, recordChanged } from '../findings.ts';
import { RecordChangedError, type DialogContext } from '../dialog.ts';
import type { RoleGrant } from '../ports.ts';
import type { RecordedResult, ResultAgreement, ResultsPort } from './port.ts';

/** Of which school, school year and moment results are delivered. */
export interface Occasion { readonly school: string; readonly schoolYear: number; readonly moment: ResultMoment }
export interface Delivery extends Occasion {
  /** A mark of what was on record when the form was shown. */
  readonly seen: string;
  readonly rows: readonly DomainResult[];
}

const YEARS_BACK = 5;

/** The latest school year first. */
export const yearOptions = (moment: ResultMoment, today: IsoDate): Option[] => {
  const latest = latestSchoolYear(moment, today);
  return Array.from({ length: YEARS_BACK }, (_, back) => ({ value: String(latest - back), label: schoolYearLabel(latest - back) }));
};
export const momentOptions: readonly Option[] = MOMENTS.map(({ code, label }) => ({ value: code, label }));

export const ownSchool = ({ grants }: DialogContext, id: string | undefined): RoleGrant | undefined => {
  const schools = grants.filter(({ role, schoolId }) => role === 'school' && schoolId !== undefined);
  return id === undefined || id === '' ? (schools.length === 1 ? schools[0] : undefined) : schools.find(({ schoolId }) => schoolId === id);
};

export const occasionTitle = ({ schoolYear, moment }: Pick<Occasion, 'schoolYear' | 'moment'>): string => `${momentLabel(moment)}, schooljaar ${schoolYearLabel(schoolYear)}`;

/** What is on record for an occasion: of each domain the result by the agreed instrument, or else the first. */
export function currentRows(all: readonly RecordedResult[], { schoolYear, moment }: Pick<Occasion, 'schoolYear' | 'moment'>, agreed: ReadonlyMap<ResultDomain, ResultAgreement>): RecordedResult[] {
  return DOMAINS.flatMap(({ code }) => {
    const own = all.filter((one) => one.schoolYear === schoolYear && one.moment === moment && one.domain === code);
    return own.find(({ instrument }) => instrument === agreed.get(code)?.instrument) ?? own[0] ?? [];
  });
}

export const seenOf = (rows: readonly RecordedResult[]): string => createHash('sha256').update(rows.map(({ versionId }) => versionId).join()).digest('hex').slice(0, 16);

/** What was agreed for a school: its board's own agreement before that of the municipality. */
export async function agreedFor(results: ResultsPort, grant: RoleGrant, { schoolYear, moment }: Pick<Occasion, 'schoolYear' | 'moment'>): Promise<Map<ResultDomain, ResultAgreement>> {
  const board = await results.boardOf(grant.schoolId!);
  const all = (await results.agreements(grant.municipalityCode!)).filter((one) => one.schoolYear === schoolYear && one.moment === moment);
  const found = (code: ResultDomain): ResultAgreement | undefined => {
    const own = all.filter(({ domain }) => domain === code);
    return own.find(({ boardId }) => boardId !== undefined && boardId === board) ?? own.find(({ boardId }) => boardId === undefined);
  };
  return new Map(DOMAINS.flatMap(({ code }) => { const one = found(code); return one ? [[code, one] as const] : []; }));
}

const same = (a: DomainResult, b: DomainResult): boolean =>
  a.instrument === b.instrument && a.children === b.children && a.atLevel === b.atLevel && a.veChildren === b.veChildren && a.veAtLevel === b.veAtLevel;

/** Findings of a delivery, whether it was typed or pasted. */
export async function checkDelivery(context: DialogContext, delivery: Delivery): Promise<readonly Finding[]> {
  const { results } = context.ports;
  const grant = ownSchool(context, delivery.school);
  if (!grant) return [notYours('Deze school hoort niet bij uw rol. Kies opnieuw.')];
  const agreed = await agreedFor(results, grant, delivery);
  const all = await results.ofSchool(grant.schoolId!);
  const now = currentRows(all, delivery, agreed);
  if (seenOf(now) !== delivery.seen) return [recordChanged()];
  const before = currentRows(all, { ...delivery, schoolYear: delivery.schoolYear - 1 }, agreed);
  return checkResults({
    schoolYear: delivery.schoolYear, rows: delivery.rows, agreed: new Map([...agreed].map(([domain, { instrument }]) => [domain, instrument])),
    handedOver: await results.handedOver(grant.schoolId!, bornFor(delivery.moment, delivery.schoolYear)),
    ...(before.length === 0 ? {} : { lastYear: Math.max(...before.map(({ children }) => children)) }),
    emptied: now.filter(({ domain }) => !delivery.rows.some((row) => row.domain === domain)).map(({ domain }) => domain),
  });
}

export interface Stored { readonly added: number; readonly corrected: number; readonly withdrawn: number }

/** Stores what is new or other; what was said before is closed, never overwritten. */
export async function storeDelivery(context: DialogContext, delivery: Delivery, confirmations: readonly string[]): Promise<Stored> {
  const { results } = context.ports;
  const grant = ownSchool(context, delivery.school);
  if (!grant) throw new RecordChangedError('role');
  const all = await results.ofSchool(grant.schoolId!);
  const now = currentRows(all, delivery, await agreedFor(results, grant, delivery));
  if (seenOf(now) !== delivery.seen) throw new RecordChangedError('results');
  const stored = { added: 0, corrected: 0, withdrawn: 0 };
  for (const row of delivery.rows) {
    const recorded = now.find(({ domain }) => domain === row.domain);
    if (recorded === undefined) {
      await results.record({ schoolId: grant.schoolId!, schoolYear: delivery.schoolYear, moment: delivery.moment, row, confirmations });
      stored.added += 1;
    } else if (!same(recorded, row)) {
      if (!await results.correct(recorded.versionId, row, confirmations)) throw new RecordChangedError('results');
      stored.corrected += 1;
    }
  }
  for (const { versionId } of now.filter(({ domain }) => !delivery.rows.some((row) => row.domain === domain))) {
    if (!await results.withdraw(versionId)) throw new RecordChangedError('results');
    stored.withdrawn += 1;
  }
  return stored;
}
