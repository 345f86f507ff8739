import type { Person, Ports } from '../../dialogs/ports.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import type { ExportFormat } from '../records/export/types.ts';
import type { FormKeys } from './form-key.ts';
import type { Feature } from './feature.ts';
import type { TeamChannel, Where } from './types.ts';

/** What every conversation of a turn may use; made once a turn. */
export interface TurnContext {
  readonly where: Where;
  /** The channel's id of the conversation, under which a follow-up finds the question before it. */
  readonly conversationId: string;
  /** Only in a channel. */
  readonly channel?: TeamChannel;
  readonly ports: Ports;
  /** Absent for somebody without a role here. */
  readonly person?: Person;
  readonly today: IsoDate;
  /** The moment of the turn; the day of it is `today`, also where a demo keeps that fixed. */
  readonly now: Date;
  readonly formKeys: FormKeys;
  policy(municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined;
  /** Makes the address of a file of an answer, for the person of this turn. Absent when the operator gave no public address. */
  readonly exportLink?: (reference: string, format: ExportFormat) => { readonly url: string; readonly validUntil: Date };
  /** Parts of the product that bring routes of their own; asked before a sentence is read as a form or a question. */
  readonly features: readonly Feature[];
  /** Demo mode: the demo people, and a way to act as another. Absent in production. */
  readonly demo?: DemoRoles;
}

/** A context in which somebody with a role asks. */
export interface KnownContext extends TurnContext {
  readonly person: Person;
}

export interface DemoPerson {
  readonly aadObjectId: string;
  /** For a button. */
  readonly label: string;
  /** As answers show it. */
  readonly fullLabel: string;
}

/** "Wissel van rol": the one user of the Playground acts as each of the demo people. Demo mode only. */
export interface DemoRoles {
  people(): Promise<readonly DemoPerson[]>;
  /** As whom this user acts now; the user itself when no role was chosen. */
  actingAs(user: { readonly tenantId: string; readonly aadObjectId: string }): { readonly tenantId: string; readonly aadObjectId: string };
  switchTo(aadObjectId: string, demoPerson: string): Promise<void>;
}
