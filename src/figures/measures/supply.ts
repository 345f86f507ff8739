import { formatCount } from '../../ask/numbers.ts';
import { defineMeasure, insidersAndReaders } from '../define.ts';
import { modeOf, ofWholeOnly } from '../disclosure.ts';
import type { Facts } from '../facts.ts';
import { locationLabel, targetLabels } from '../labels.ts';
import { onlyKnown } from '../place-rows.ts';
import { placesWord, sumOf } from '../places.ts';
import { addBands, bandOf, type Band } from '../release-bands.ts';
import { counted } from '../rows.ts';
import { inWindow, isReached, targetRow, withoutBreakdown } from '../targets.ts';
import type { FigureBody, FigureRow, MeasureParams } from '../types.ts';
import { inspectorateStartMonths } from './reach-inspectorate.ts';

interface Line { readonly label: string; readonly offered: number; readonly toddlers: number }
interface Tally {
  readonly offered: number;
  readonly toddlers: number;
  readonly withoutPlace: number;
  /** Municipalities with fewer places than toddlers; for one municipality 0 or 1. */
  readonly short: number;
  /** Locations that did not record what they offer. */
  readonly silent: readonly string[];
  readonly lines: readonly Line[];
}

const toddlersAt = ({ targets }: Facts, { referenceDate }: MeasureParams): Facts['targets'] => targets.filter((target) => inWindow(target, inspectorateStartMonths, referenceDate));

function count(facts: Facts, params: MeasureParams): Tally {
  const by = params.breakdown === 'cluster' ? 'cluster' : 'neighbourhood';
  const toddlers = toddlersAt(facts, params);
  const offered = sumOf(facts.locations.map((location) => location.offered ?? 0));
  const labels = [...new Set([...toddlers.flatMap((target) => targetLabels(target, by, params)), ...facts.locations.filter((location) => (location.offered ?? 0) > 0).map((location) => locationLabel(location, by))])];
  return {
    offered, toddlers: toddlers.length, withoutPlace: toddlers.filter((target) => !isReached(target)).length, short: offered < toddlers.length ? 1 : 0,
    silent: facts.locations.filter((location) => location.offered === null && location.placements.some(({ vePlace }) => vePlace)).map(({ location }) => location),
    lines: labels.sort((a, b) => a.localeCompare(b, 'nl')).map((label) => ({
      label,
      offered: sumOf(facts.locations.filter((location) => locationLabel(location, by) === label).map((location) => location.offered ?? 0)),
      toddlers: toddlers.filter((target) => targetLabels(target, by, params).includes(label)).length,
    })),
  };
}

function answer({ short, silent }: Tally): string {
  if (short === 0) return 'ja';
  return silent.length > 0 ? 'niet bekend' : 'nee';
}

/** In number is one thing, in spread another: both are what the law asks. */
function remarks(tally: Tally): string[] {
  const thin = tally.lines.filter(({ offered, toddlers }) => offered < toddlers).map(({ label }) => label);
  return [
    ...(tally.withoutPlace === 0 ? [] : [`${counted(tally.withoutPlace, 'van hen zit', 'van hen zitten')} op deze dag niet op een VE-plek.`]),
    ...(thin.length === 0 ? [] : [`Spreiding: minder plekken dan doelgroeppeuters in ${thin.join(', ')}. Ouders kunnen ook in een andere wijk terecht.`]),
    ...(tally.silent.length === 0 ? [] : [`Van ${tally.silent.join(', ')} is geen aantal VE-plekken vastgelegd.`]),
  ];
}

function exact(tally: Tally): FigureBody {
  const { offered, toddlers, lines } = tally;
  return {
    value: answer(tally), basis: `${formatCount(offered)} VE-${placesWord(offered)} voor ${counted(toddlers, 'doelgroeppeuter', 'doelgroeppeuters')} van 2,5 tot 4 jaar`, numerator: offered, denominator: toddlers,
    parts: lines.map((line) => ({ label: line.label, value: `${formatCount(line.offered)} ${placesWord(line.offered)} voor ${counted(line.toddlers, 'peuter', 'peuters')}` })),
    chart: [], remarks: remarks(tally),
  };
}

/**
 * Of what is told of the toddlers alone: where that leaves both answers open, neither is given.
 * Whether a location that recorded no places has a child on one is not looked at: it would be told with the answer.
 */
function toldAnswer({ offered }: Tally, toddlers: Band): string {
  if (offered >= toddlers.high) return 'ja';
  return offered >= toddlers.low ? 'niet zeker te zeggen' : 'nee, voor zover vastgelegd';
}

function safe(tally: Tally, params: MeasureParams): FigureBody {
  return withoutBreakdown(ofWholeOnly(params, () => {
    const { toddlers, withoutPlace, offered } = tally;
    const band = addBands([toddlers - withoutPlace, withoutPlace].map((count) => bandOf(count, modeOf(params))));
    return { value: toldAnswer(tally, band), basis: `${formatCount(offered)} VE-${placesWord(offered)}`, parts: [], chart: [], remarks: [onlyKnown] };
  }), params);
}

function rows(facts: Facts, params: MeasureParams): FigureRow[] {
  return [
    ...facts.locations.map((location) => {
      const { locationId: key, provider, neighbourhood, cluster, offered } = location;
      return { key, location: location.location, provider, neighbourhood, cluster, numerator: offered ?? 0, denominator: 0, status: offered === null ? 'Aantal VE-plekken niet vastgelegd' : 'Aangeboden' };
    }),
    ...toddlersAt(facts, params).map((target) => targetRow(target, 0, 1)),
  ];
}

export const supplyMeasure = defineMeasure<Tally>({
  id: 'supply',
  version: 1,
  title: 'Voldoende aanbod',
  names: ['voldoende aanbod', 'voldoende plekken', 'genoeg ve-plekken'],
  definition: 'Of er op de peildatum in de gemeente ten minste zoveel VE-plekken worden aangeboden als er doelgroeppeuters van 2,5 tot 4 jaar wonen, met de spreiding over de wijken. De Inspectie vraagt dit op 1 januari.',
  unit: 'VE-plekken en doelgroeppeuters',
  source: 'Wet op het primair onderwijs, artikel 159; opgaven van VE-plekken en indicaties van de JGZ',
  periodKind: 'day',
  seenBy: insidersAndReaders,
  breakdowns: ['neighbourhood', 'cluster'],
  splitBy: 'neighbourhood',
  reads: ['targets', 'locations'],
  window: 'inspectorate',
  parts: ['neighbourhood', 'cluster'],
  related: ['ve-places', 'waiting', 'free-places'],
  count, rows, exact, safe,
});
