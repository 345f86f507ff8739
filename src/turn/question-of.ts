import { Period, type Question, type Scope } from '../ask/question.ts';
import { isTimeStep } from '../figures/types.ts';
import { addDays } from '../policy/engine/days.ts';
import type { GivenBefore } from './give-figure.ts';

/** What was asked; for a reference from before questions were kept, put together from what it does say. */
export function questionOf({ question, request, period, breakdown, placeName }: GivenBefore): Question {
  if (question) return question;
  const when = { period: periodOfOld(period, request.whole), assumed: false };
  return {
    measures: [request.measure],
    scopes: scopesOfOld(request.whole.places, placeName),
    ...(isTimeStep(breakdown) ? { when: { kind: 'series', step: breakdown, ...when } } : { when: { kind: 'period', ...when }, ...(breakdown === undefined ? {} : { split: breakdown }) }),
  };
}

/** The oldest references kept less of their period than we ask of one now; the days that were counted say the rest. */
function periodOfOld(period: GivenBefore['period'], { from, referenceDate }: GivenBefore['request']['whole']): Period {
  const known = Period.safeParse(period);
  return known.success ? known.data : { kind: 'range', start: from, endExclusive: addDays(referenceDate, 1), label: period.label };
}

/** Of several places the asker's own: they had no name of their own then. */
function scopesOfOld(places: GivenBefore['request']['whole']['places'], name: string): Scope[] {
  const [place, ...others] = places;
  if (!place || others.length > 0) return [];
  if (place.municipalityCode !== undefined) return [{ kind: 'municipality', id: place.municipalityCode, name }];
  return place.locationId === undefined ? [] : [{ kind: 'location', id: place.locationId, name }];
}
