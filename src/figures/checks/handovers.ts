import { answerOf, doneIn, isDone, isLate, momentsOf, turnedFour } from '../handovers.ts';
import { handoversDoneMeasure } from '../measures/handovers-done.ts';
import { handoversDueMeasure } from '../measures/handovers-due.ts';
import { handoversLateMeasure } from '../measures/handovers-late.ts';
import { handoversMissingMeasure } from '../measures/handovers-missing.ts';
import { handoversRefusedMeasure } from '../measures/handovers-refused.ts';
import { handoversWithConsentMeasure } from '../measures/handovers-with-consent.ts';
import type { Facts } from '../facts.ts';
import type { Measure, MeasureParams } from '../types.ts';
import type { Check } from './types.ts';

const sumOf = (measure: Measure, facts: Facts, params: MeasureParams): number => measure.rows(facts, params).reduce((total, { numerator }) => total + numerator, 0);

/** Each child that turned four is handed over or missing. */
export const handoversAddUp: Check = {
  id: 'handovers-add-up',
  statement: 'Overgedragen en ontbrekende overdrachten zijn samen alle over te dragen kinderen.',
  advice: 'Meld dit bij de beheerder.',
  run(facts, params) {
    const [due, done, missing] = [handoversDueMeasure, handoversDoneMeasure, handoversMissingMeasure].map((measure) => sumOf(measure, facts, params));
    return { holds: done! + missing! === due, numbers: `${done} + ${missing} = ${due}`, rows: [] };
  },
};

/** Parents gave consent, refused or withdrew it, or did not answer. */
export const answersAddUp: Check = {
  id: 'handover-answers-add-up',
  statement: 'Met toestemming, geweigerd en zonder antwoord zijn samen alle overgedragen kinderen.',
  advice: 'Meld dit bij de beheerder.',
  run(facts, params) {
    const [done, given, refused] = [handoversDoneMeasure, handoversWithConsentMeasure, handoversRefusedMeasure].map((measure) => sumOf(measure, facts, params));
    const unanswered = doneIn(facts, params).filter((handover) => answerOf(handover) === 'unanswered').length;
    return { holds: given! + refused! + unanswered === done, numbers: `${given} + ${refused} + ${unanswered} = ${done}`, rows: [] };
  },
};

/** Late is handed over late, or missing while its moment has passed. */
export const lateAddsUp: Check = {
  id: 'late-handovers-add-up',
  statement: 'Te laat overgedragen en te laat en nog niet overgedragen zijn samen alle overdrachten die te laat zijn.',
  advice: 'Meld dit bij de beheerder.',
  run(facts, params) {
    const moments = momentsOf(params);
    if (moments === undefined) return undefined;
    const late = turnedFour(facts, params).filter((handover) => isLate(handover, moments, params));
    const done = late.filter((handover) => isDone(handover, params)).length;
    const missing = handoversMissingMeasure.rows(facts, params).filter(({ child, numerator }) => numerator === 1 && late.some((handover) => handover.child === child)).length;
    const all = sumOf(handoversLateMeasure, facts, params);
    return { holds: done + missing === all, numbers: `${done} + ${missing} = ${all}`, rows: [] };
  },
};
