import type { Answer, Line, Question } from './ask.ts';
import { plusMonths, type Day } from './calendar.ts';
import { allChildren, birthOf, homeOn, isBetween, isThereOn, livesIn, placementsOf } from './child.ts';
import { linesOf } from './lines.ts';
import type { Records } from './records.ts';
import { NEIGHBOURHOODS, neighbourhoodOf, type Neighbourhood } from './world.ts';

/** Two and three year olds by the latest count of at most a year old; undefined when there is none that covers both ages. */
function countedIn(records: Records, municipality: string, neighbourhood: string | undefined, day: Day): number | undefined {
  const known = [...records.count.values()].filter((count) => count.municipality === municipality && count.neighbourhood === neighbourhood
    && count.on <= day && count.on >= plusMonths(day, -12) && count.fromMonths >= 24 && count.untilMonths <= 48);
  let latest: Day | undefined;
  for (const { on } of known) if (latest === undefined || on > latest) latest = on;
  let children = 0;
  for (let month = 24; month < 48; month += 1) {
    const count = known.find(({ on, fromMonths, untilMonths }) => on === latest && fromMonths <= month && month < untilMonths);
    if (count === undefined) return undefined;
    if (count.fromMonths === month) children += count.children;
  }
  return children;
}

/** Of several neighbourhoods together; undefined when one of them was not counted. */
function countedTogether(records: Records, areas: readonly Neighbourhood[], day: Day): number | undefined {
  let children = 0;
  for (const { municipality, id } of areas) {
    const counted = countedIn(records, municipality, id, day);
    if (counted === undefined) return undefined;
    children += counted;
  }
  return areas.length === 0 ? undefined : children;
}

interface Toddler { readonly home: Neighbourhood | undefined; readonly ve: boolean }

/** Two and three year olds who live in the municipality and have a place, of whatever kind and wherever. */
function placedToddlers(records: Records, municipality: string, day: Day): Toddler[] {
  const toddlers: Toddler[] = [];
  for (const { code, codes } of allChildren(records)) {
    const places = placementsOf(records, codes).filter((placement) => isThereOn(placement, day));
    if (places.length === 0 || homeOn(records, code, day)?.municipality !== municipality || !isBetween(birthOf(records, code)!, 24, 48, day)) continue;
    toddlers.push({ home: livesIn(records, code, day), ve: places.some(({ ve }) => ve) });
  }
  return toddlers;
}

const areasOf = (code: string, split: 'neighbourhood' | 'cluster', name: string): Neighbourhood[] =>
  NEIGHBOURHOODS.filter((area) => area.municipality === code && (split === 'neighbourhood' ? area.name : area.cluster) === name);
const hasCount = (records: Records, area: Neighbourhood, day: Day): boolean =>
  [...records.count.values()].some((count) => neighbourhoodOf(count.neighbourhood) === area && count.on <= day && count.on >= plusMonths(day, -12) && count.fromMonths >= 24 && count.untilMonths <= 48);

/** Two and three year olds, by themselves and as what the placed ones are a part of. */
export function toddlerAnswer(records: Records, { measure, scope, day, split }: Question): Answer | undefined {
  if (measure !== 'toddlers' && measure !== 'reach-all-toddlers') return undefined;
  if (!('code' in scope) || scope.kind === 'group' || scope.kind === 'provider') throw new Error('children are counted where they live');
  const by = split === 'cluster' ? 'cluster' : 'neighbourhood';
  const toddlers = placedToddlers(records, scope.code, day).filter(({ home }) => scope.kind === 'municipality' || home?.[scope.kind === 'cluster' ? 'cluster' : 'name'] === scope.name);
  const areas = scope.kind === 'municipality' ? NEIGHBOURHOODS.filter(({ municipality }) => municipality === scope.code) : areasOf(scope.code, scope.kind, scope.name);
  const children = scope.kind === 'municipality' ? countedIn(records, scope.code, undefined, day) : countedTogether(records, areas, day);
  const lines: Line[] = [];
  if (split !== undefined) {
    const labels = new Set<string>();
    for (const area of areas) if (hasCount(records, area, day) && (by === 'neighbourhood' || area.cluster !== undefined)) labels.add(by === 'cluster' ? area.cluster! : area.name);
    const own = toddlers.map(({ home }) => (by === 'cluster' ? home?.cluster ?? 'Geen cluster' : home?.name ?? 'Wijk onbekend'));
    if (measure === 'reach-all-toddlers') for (const label of own) labels.add(label);
    for (const label of labels) {
      const counted = countedTogether(records, areasOf(scope.code, by, label).filter((area) => areas.includes(area)), day);
      const placed = own.filter((each) => each === label).length;
      if (measure === 'toddlers') lines.push({ label, numerator: counted ?? 0, denominator: 0, ...(counted === undefined ? { text: 'niet te geven' } : {}) });
      else lines.push({ label, numerator: placed, denominator: counted ?? 0 });
    }
  } else if (measure === 'reach-all-toddlers') {
    const onVe = toddlers.filter(({ ve }) => ve).length;
    lines.push({ label: 'Op een VE-plek', numerator: onVe, denominator: 0, text: String(onVe) }, { label: 'Op een gewone plek', numerator: toddlers.length - onVe, denominator: 0, text: String(toddlers.length - onVe) });
  }
  if (children === undefined) return { numerator: 0, denominator: 0, lines: measure === 'toddlers' ? [] : linesOf(lines), missing: true };
  return measure === 'toddlers' ? { numerator: children, denominator: 0, lines } : { numerator: toddlers.length, denominator: children, lines };
}
