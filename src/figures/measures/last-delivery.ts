import { formatCount, formatDay } from '../../ask/numbers.ts';
import { defineMeasure, recordKeepers } from '../define.ts';
import { deliveredWithinDays, hasDelivered } from '../delivery.ts';
import { locationLabel } from '../labels.ts';
import { whyProtected, withheld } from '../disclosure.ts';
import { counted } from '../rows.ts';
import { withoutBreakdown } from '../targets.ts';
import type { Facts, LocationFact } from '../facts.ts';
import type { FigureBody, MeasureParams } from '../types.ts';

interface Delivery { readonly location: string; readonly part: string; readonly lastOn?: string | undefined; readonly recent: 0 | 1 }

/** Told what it offers, or a child is on a VE place there; a location with ordinary places only has nothing to deliver here. */
const withVe = ({ locations }: Facts): LocationFact[] => locations.filter(({ offered, placements }) => offered !== null || placements.some(({ vePlace }) => vePlace));

const deliveries = (facts: Facts, { referenceDate, breakdown }: MeasureParams): Delivery[] =>
  withVe(facts).map((location) => ({ location: location.location, part: locationLabel(location, breakdown), lastOn: location.lastRecordedOn, recent: hasDelivered(location, referenceDate) ? 1 : 0 }));

const dayText = (day: string | undefined): string => (day === undefined ? 'nog nooit' : formatDay(day));

/** A date for a location; for a provider how many of its locations. */
function partsOf(all: readonly Delivery[]): FigureBody['parts'] {
  const labels = [...new Set(all.map(({ part }) => part))].sort((a, b) => a.localeCompare(b, 'nl'));
  return labels.map((label) => {
    const own = all.filter(({ part }) => part === label);
    return { label, value: own.length === 1 ? dayText(own[0]!.lastOn) : `${own.filter(({ recent }) => recent).length} van ${own.length} locaties` };
  });
}

function exact(all: readonly Delivery[]): FigureBody {
  const recent = all.filter((delivery) => delivery.recent === 1).length;
  return {
    value: `${formatCount(recent)} van ${formatCount(all.length)}`, basis: `${counted(all.length, 'locatie', 'locaties')} met VE`, numerator: recent, denominator: all.length,
    parts: partsOf(all), chart: [],
    remarks: all.length === 0 ? ['Er zijn geen locaties met VE-plekken vastgelegd.'] : ['Ook wie niets te melden had, staat hier met de dag van de laatste vastlegging.'],
  };
}

export const lastDeliveryMeasure = defineMeasure<readonly Delivery[]>({
  id: 'last-delivery',
  version: 1,
  title: 'Laatste levering',
  names: ['laatste levering', 'laatste vastlegging', 'wie heeft geleverd'],
  definition: `Van de locaties met VE: hoeveel er sinds ${deliveredWithinDays} dagen voor de peildatum een plaatsing of uitstroom hebben vastgelegd of verbeterd, met per locatie de laatste dag. Wat na de peildatum is vastgelegd, telt mee; vraag “zoals bekend op” om dat weg te laten.`,
  unit: 'locaties',
  source: 'Tijdstip van vastleggen van plaatsingen en uitstroom',
  periodKind: 'day',
  protectedAs: 'nothing',
  seenBy: recordKeepers,
  breakdowns: ['location', 'provider', 'neighbourhood', 'cluster'],
  splitBy: 'location',
  reads: ['locations'],
  parts: ['location', 'provider'],
  related: ['without-indication', 'without-outcome', 'other-reasons'],
  count: deliveries,
  rows: (facts, params) => withVe(facts).map((location) => {
    const { locationId, provider, neighbourhood, cluster } = location;
    return { key: locationId, numerator: hasDelivered(location, params.referenceDate) ? 1 : 0, denominator: 1, status: dayText(location.lastRecordedOn), location: location.location, provider, neighbourhood, cluster };
  }),
  exact,
  safe: (_, params) => withoutBreakdown(withheld(whyProtected), params),
});
