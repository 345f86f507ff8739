import type { ContentField } from '../policy/handover/index.ts';
import type { IsoDate } from '../policy/engine/types.ts';

/** What a link shows of one handover: what childcare told, and nothing that came after it. */
export interface LinkedHandover {
  readonly code: string;
  readonly birthDate: IsoDate;
  readonly location: string;
  readonly provider: string;
  readonly school?: string;
  readonly sentOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly consent: boolean;
  readonly programme?: { readonly programme: string; readonly startedOn: IsoDate; readonly endedOn?: IsoDate; readonly hoursPerWeek: number };
  readonly content: ReadonlyMap<ContentField, string>;
}

/** What the product gives to the web server for GET /overdracht/:token. */
export interface HandoverPages {
  /** The page of a link; undefined when it is no link of ours, expired, revoked, or the handover was taken back. */
  readonly page: (token: string) => Promise<string | undefined>;
}
