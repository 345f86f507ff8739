import type { IsoDate } from '../../src/policy/engine/types.ts';
import type { DomainResult, ResultCounts, ResultDomain, ResultMoment, ResultPopulation } from '../../src/policy/results/index.ts';

/** What was agreed for a domain at a moment of a school year; of a board, or of all schools of the municipality. */
export interface ResultAgreement {
  readonly versionId: string;
  readonly municipalityCode: string;
  readonly boardId?: string;
  readonly boardName?: string;
  readonly population: ResultPopulation;
  readonly domain: ResultDomain;
  readonly moment: ResultMoment;
  readonly instrument: string;
  readonly level: string;
  readonly targetPercent: number;
  readonly schoolYear: number;
  readonly source: string;
}
export type AgreementInput = Omit<ResultAgreement, 'versionId' | 'boardName'>;

/** What a school delivered of one domain by one instrument, as it is believed now. */
export interface RecordedResult extends DomainResult { readonly versionId: string; readonly schoolYear: number; readonly moment: ResultMoment }

export interface Board { readonly id: string; readonly name: string }

export interface ResultsPort {
  /** School boards with a school in the municipality. */
  boards(municipalityCode: string): Promise<readonly Board[]>;
  /** The board of a school of which the person has a role. */
  boardOf(schoolId: string): Promise<string | undefined>;
  /** Of municipalities in which the person has a role; latest school year first. */
  agreements(municipalityCode: string): Promise<readonly ResultAgreement[]>;
  addAgreement(agreement: AgreementInput): Promise<void>;
  /** Closes the belief with the reason and opens another about the same fact; false when it is no longer current. */
  correctAgreement(versionId: string, agreement: AgreementInput, reason: string): Promise<boolean>;
  withdrawAgreement(versionId: string, reason: string): Promise<boolean>;
  /** Whatever the person may see of a school, by school year, moment, domain. */
  ofSchool(schoolId: string): Promise<readonly RecordedResult[]>;
  /** Children born in a half-open stretch of days whose handover was sent to the school or begun there. */
  handedOver(schoolId: string, born: { readonly from: IsoDate; readonly until: IsoDate }): Promise<number>;
  record(result: { schoolId: string; schoolYear: number; moment: ResultMoment; row: DomainResult; confirmations: readonly string[] }): Promise<void>;
  /** False when it is no longer current. */
  correct(versionId: string, row: ResultCounts & { readonly instrument: string }, confirmations: readonly string[]): Promise<boolean>;
  withdraw(versionId: string): Promise<boolean>;
}
