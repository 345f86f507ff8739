import { addMonths } from '../engine/days.ts';
import type { HandoverMoments, IsoDate, PolicyValue, ResolvedPolicy } from '../engine/types.ts';
import { nationalHandoverMoments } from '../national/handover.ts';

/** `not_yet`: too young. `due`, then `reminder`: to be prepared. `late`: at school age, or sent after it. */
export type Urgency = 'not_yet' | 'due' | 'reminder' | 'late' | 'done' | 'done_late';

export interface HandoverTiming {
  readonly dueOn: IsoDate;
  readonly remindOn: IsoDate;
  /** First day on which a handover that was not sent is late. */
  readonly lateOn: IsoDate;
  readonly urgency: Urgency;
}

export interface TimingFacts {
  readonly birthDate: IsoDate;
  readonly withVeOrCare: boolean;
  /** Day on which childcare sent it, or the school submitted it. */
  readonly doneOn?: IsoDate;
}

/** The municipality's own moments win; the national practice otherwise. Undefined before there was either. */
export function momentsFor(policy: Pick<ResolvedPolicy, 'handoverMoments'> | undefined, day: IsoDate): PolicyValue<HandoverMoments> | undefined {
  return policy?.handoverMoments ?? nationalHandoverMoments(day);
}

/** When the handover of a child is due and late. A day on which an age is reached counts as reached. */
export function handoverTiming({ birthDate, withVeOrCare, doneOn }: TimingFacts, moments: HandoverMoments, today: IsoDate): HandoverTiming {
  const at = (months: number): IsoDate => addMonths(birthDate, months);
  const days = { dueOn: at(withVeOrCare ? moments.withVeOrCareMonths : moments.otherwiseMonths), remindOn: at(moments.reminderMonths), lateOn: at(moments.overdueMonths) };
  return { ...days, urgency: urgencyOf(days, doneOn, today) };
}

function urgencyOf({ dueOn, remindOn, lateOn }: Omit<HandoverTiming, 'urgency'>, doneOn: IsoDate | undefined, today: IsoDate): Urgency {
  if (doneOn !== undefined) return doneOn < lateOn ? 'done' : 'done_late';
  if (today >= lateOn) return 'late';
  if (today >= remindOn) return 'reminder';
  return today >= dueOn ? 'due' : 'not_yet';
}
