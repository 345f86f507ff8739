import { handoverAboutDialog, handoverDomainsDialog, handoverMoreDomainsDialog } from './content-cards.ts';
import { handoverConsentDialog } from './consent.ts';
import { handoverJoinDialog } from './join.ts';
import { handoverLinkDialog } from './link.ts';
import { handoverProgrammeDialog } from './programme.ts';
import { handoverBeginDialog } from './school-begin.ts';
import { handoversDialog } from './school-list.ts';
import { handoverSendDialog } from './send.ts';
import { handoverDialog } from './start.ts';
import { handoverCloseDialog, handoverCompleteDialog, handoverFeedbackDialog, handoverReceiveDialog, handoverTalkDialog, handoverWithdrawDialog } from './steps.ts';
import { handoverUndoDialog } from './undo.ts';
import { handoverMoreDialog, handoverViewDialog } from './views.ts';

/** The conversations of the warm handover: three that people open, and the steps of these. */
export const handoverDialogs = [
  handoverDialog, handoversDialog, handoverBeginDialog,
  handoverProgrammeDialog, handoverDomainsDialog, handoverMoreDomainsDialog, handoverAboutDialog, handoverSendDialog,
  handoverReceiveDialog, handoverTalkDialog, handoverCompleteDialog, handoverFeedbackDialog, handoverCloseDialog,
  handoverConsentDialog, handoverUndoDialog, handoverWithdrawDialog, handoverLinkDialog, handoverJoinDialog, handoverViewDialog, handoverMoreDialog,
];
