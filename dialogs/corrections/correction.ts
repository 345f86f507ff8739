import type { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import type { DialogContext, Receipt } from '../dialog.ts';

/** How one kind of record is corrected: its own form again, filled in, and its own rules. */
export interface Correction<Answers> {
  readonly answers: z.ZodType<Answers>;
  /** Fields and what is on record now; undefined when the version is no longer current. */
  form(context: DialogContext, versionId: string): Promise<{ readonly fields: readonly Field[]; readonly values: FormValues } | undefined>;
  check(context: DialogContext, versionId: string, answers: Answers): Promise<readonly Finding[]>;
  /** Facts for the receipt; undefined when the version is no longer current. */
  commit(context: DialogContext, versionId: string, answers: Answers, why: string, confirmations: readonly string[]): Promise<Receipt['facts'] | undefined>;
}

export type AnyCorrection = Correction<unknown>;

/** Keeps the type of the answers inside, while the table of corrections sees one type. */
export const defineCorrection = <Answers>(correction: Correction<Answers>): AnyCorrection => correction;
