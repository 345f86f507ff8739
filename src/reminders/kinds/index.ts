import { REMINDER_KINDS, type ReminderKindId } from '../../../dialogs/reminders/port.ts';
import { feedbackKind, handoverCompletedKind, handoverDueKind, handoverReceivedKind } from './handovers.ts';
import { noPlaceKind, outcomeKind } from './indications.ts';
import { capacityKind, deliveryKind, intakeKind, turningFourKind } from './places.ts';
import { resultsKind } from './results.ts';
import type { ReminderKind } from './types.ts';

const BY_ID: Readonly<Record<ReminderKindId, ReminderKind>> = {
  handover_due: handoverDueKind, outcome: outcomeKind, no_place: noPlaceKind, handover_received: handoverReceivedKind, handover_completed: handoverCompletedKind,
  feedback: feedbackKind, results: resultsKind, intake: intakeKind, turning_four: turningFourKind, delivery: deliveryKind, capacity: capacityKind,
};

/** All kinds, most pressing first. */
export const KINDS: readonly ReminderKind[] = REMINDER_KINDS.map((id) => BY_ID[id]);
export const kindOf = (id: unknown): ReminderKind | undefined => KINDS.find((kind) => kind.id === id);
