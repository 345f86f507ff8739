import type { Check } from './checks.ts';
import type { Kind } from './kinds.ts';

/** What importing one kind of record takes. All SQL works on the staged rows and `import_context`. */
export interface Loader {
  readonly kind: Kind;
  /** Run right after the file was staged, before files that refer to it. */
  readonly recognise?: readonly string[];
  readonly checks: readonly Check[];
  /** Run in order, in the revision of the import. */
  readonly store: readonly string[];
  /** Another kind whose rows these statements store too. */
  readonly storesAlso?: Kind;
  /** Whether storing writes beliefs, so that a revision of the ledger is needed. */
  readonly inLedger: boolean;
}
