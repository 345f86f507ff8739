import type { FigureRole, Measure, MeasureId } from './types.ts';
import { earlyExitsMeasure } from './measures/early-exits.ts';
import { exitsMeasure } from './measures/exits.ts';
import { freePlacesMeasure } from './measures/free-places.ts';
import { groupMixMeasure } from './measures/group-mix.ts';
import { groupsMeasure } from './measures/groups.ts';
import { guidanceTimeMeasure } from './measures/guidance-time.ts';
import { handoverDaysMeasure } from './measures/handover-days.ts';
import { handoverFeedbackMeasure } from './measures/handover-feedback.ts';
import { handoverTalkMeasure } from './measures/handover-talk.ts';
import { handoversDoneMeasure } from './measures/handovers-done.ts';
import { handoversDueMeasure } from './measures/handovers-due.ts';
import { handoversLateMeasure } from './measures/handovers-late.ts';
import { handoversMissingMeasure } from './measures/handovers-missing.ts';
import { handoversRefusedMeasure } from './measures/handovers-refused.ts';
import { handoversWithConsentMeasure } from './measures/handovers-with-consent.ts';
import { hoursMeasure } from './measures/hours.ts';
import { hoursShortfallMeasure } from './measures/hours-shortfall.ts';
import { indicationsMeasure } from './measures/indications.ts';
import { intakesMeasure } from './measures/intakes.ts';
import { lastDeliveryMeasure } from './measures/last-delivery.ts';
import { notReachedMeasure } from './measures/not-reached.ts';
import { occupancyMeasure } from './measures/occupancy.ts';
import { otherReasonsMeasure } from './measures/other-reasons.ts';
import { placedElsewhereMeasure } from './measures/placed-elsewhere.ts';
import { placementsMeasure } from './measures/placements.ts';
import { policyOfficerHoursMeasure } from './measures/policy-officer-hours.ts';
import { reachMeasure } from './measures/reach.ts';
import { reachAllToddlersMeasure } from './measures/reach-all-toddlers.ts';
import { reachInspectorateMeasure } from './measures/reach-inspectorate.ts';
import { RESULTS_MEASURES } from './measures/results.ts';
import { resultsMissingMeasure } from './measures/results-missing.ts';
import { resultsPreparedMeasure } from './measures/results-prepared.ts';
import { startAgeMeasure } from './measures/start-age.ts';
import { supplyMeasure } from './measures/supply.ts';
import { takenPlacesMeasure } from './measures/taken-places.ts';
import { targetToddlersMeasure } from './measures/target-toddlers.ts';
import { toddlersMeasure } from './measures/toddlers.ts';
import { unknownMeasure } from './measures/unknown.ts';
import { usedMeasure } from './measures/used.ts';
import { vePlacesMeasure } from './measures/ve-places.ts';
import { waitingMeasure } from './measures/waiting.ts';
import { withoutIndicationMeasure } from './measures/without-indication.ts';
import { withoutOutcomeMeasure } from './measures/without-outcome.ts';

export interface Catalogue {
  readonly all: readonly Measure[];
  readonly get: (id: MeasureId) => Measure;
  readonly seenBy: (role: FigureRole) => readonly Measure[];
}

const folded = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, ' ').trim();

/** Throws when two measures share an id or a name: a question could then mean either. */
export function createCatalogue(measures: readonly Measure[]): Catalogue {
  const byId = new Map<string, Measure>();
  const names = new Set<string>();
  for (const measure of measures) {
    if (byId.has(measure.id)) throw new Error(`measure ${measure.id} is in the catalogue twice`);
    byId.set(measure.id, measure);
    for (const name of measure.names.map(folded)) {
      if (names.has(name)) throw new Error(`the name "${name}" belongs to two measures`);
      names.add(name);
    }
  }
  return {
    all: [...measures],
    seenBy: (role) => measures.filter((measure) => measure.seenBy.includes(role)),
    get: (id) => {
      const measure = byId.get(id);
      if (measure === undefined) throw new Error(`no measure ${id} in the catalogue`);
      return measure;
    },
  };
}

/** In the order in which they are offered. */
export const catalogue = createCatalogue([
  reachMeasure, vePlacesMeasure, freePlacesMeasure, targetToddlersMeasure, notReachedMeasure, unknownMeasure, waitingMeasure, placedElsewhereMeasure,
  reachInspectorateMeasure, reachAllToddlersMeasure, toddlersMeasure, indicationsMeasure, supplyMeasure, occupancyMeasure, takenPlacesMeasure, placementsMeasure,
  intakesMeasure, exitsMeasure, earlyExitsMeasure, usedMeasure, startAgeMeasure, guidanceTimeMeasure, groupsMeasure, groupMixMeasure, hoursMeasure, hoursShortfallMeasure,
  policyOfficerHoursMeasure, withoutIndicationMeasure, withoutOutcomeMeasure, lastDeliveryMeasure, otherReasonsMeasure,
  handoversDoneMeasure, handoversMissingMeasure, handoversLateMeasure, handoversDueMeasure, handoversWithConsentMeasure, handoversRefusedMeasure, handoverDaysMeasure, handoverTalkMeasure, handoverFeedbackMeasure,
  ...RESULTS_MEASURES, resultsMissingMeasure, resultsPreparedMeasure,
]);
