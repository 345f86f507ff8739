import type { AnyDialog } from '../dialog.ts';
import { resultAgreementDialog } from './agreement.ts';
import { resultAgreementsDialog, withdrawAgreementDialog } from './agreements.ts';
import { resultsEntryDialog } from './entry.ts';
import { resultsPasteDialog } from './paste.ts';

/** Kindergarten results of schools, and what officials agreed on them. */
export const resultDialogs: readonly AnyDialog[] = [resultsEntryDialog, resultsPasteDialog, resultAgreementDialog, resultAgreementsDialog, withdrawAgreementDialog];
