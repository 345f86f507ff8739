import { nobodyIsFour, reachAddsUp, reachedAreThere } from './children.ts';
import { exitsHaveReasons, nobodyIsOverfull, placementsAddUp, usedAddsUp } from './events.ts';
import { answersAddUp, handoversAddUp, lateAddsUp } from './handovers.ts';
import type { Check } from './types.ts';

export type { Check, CheckResult } from './types.ts';

/** In the order in which people read them: first what must add up, then what cannot be. */
export const CHECKS: readonly Check[] = [reachAddsUp, reachedAreThere, usedAddsUp, placementsAddUp, handoversAddUp, answersAddUp, lateAddsUp, exitsHaveReasons, nobodyIsOverfull, nobodyIsFour];
