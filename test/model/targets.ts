import type { MeasureId } from '../../src/figures/types.ts';
import type { Answer, Line, Question, Split } from './ask.ts';
import { plusDays, type Day } from './calendar.ts';
import { allChildren, birthOf, holdsOn, homeOn, indicationsOf, isBetween, isThereOn, livesIn, outcomesOf, placementsOf } from './child.ts';
import { linesOf, sumOf } from './lines.ts';
import type { Placement, Records } from './records.ts';
import { GROUND_LABELS, groupOf, locationOf, municipalityOf, NON_REACH_LABELS, type Neighbourhood } from './world.ts';

/** A child that lives in the municipality and has a valid indication, with all that the figures ask of it. */
export interface Target {
  readonly birth: Day;
  readonly home: Neighbourhood | undefined;
  readonly standing: 'here' | 'elsewhere' | 'notReached' | 'unknown';
  /** The VE place that counts, when it has one. */
  readonly place: Placement | undefined;
  /** The groups of a location elsewhere are not public. */
  readonly groupIsSeen: boolean;
  readonly grounds: readonly string[];
  readonly reasons: readonly string[];
  readonly waits: boolean;
  /** Indicated eight weeks ago or longer, and nothing came of it. */
  readonly isOpen: boolean;
}

/** Of several VE places the one in the municipality counts, then the one that began first. */
function placeThatCounts(places: readonly Placement[], municipality: string): Placement | undefined {
  const isHere = (placement: Placement): boolean => locationOf(groupOf(placement.group).location).municipality === municipality;
  const name = (placement: Placement): string => `${locationOf(groupOf(placement.group).location).name} ${groupOf(placement.group).name}`;
  let best: Placement | undefined;
  for (const place of places) {
    if (best === undefined || (isHere(place) && !isHere(best))) best = place;
    else if (isHere(place) === isHere(best) && (place.start < best.start || (place.start === best.start && name(place) < name(best)))) best = place;
  }
  return best;
}

/** Children of the municipality with a valid indication on the day, of an age in months from `fromMonths` to 48. */
export function targetsOf(records: Records, municipality: string, day: Day, fromMonths: number, sees: readonly string[]): Target[] {
  const targets: Target[] = [];
  for (const { code, codes } of allChildren(records)) {
    const birth = birthOf(records, code)!;
    if (homeOn(records, code, day)?.municipality !== municipality || !isBetween(birth, fromMonths, 48, day)) continue;
    const valid = indicationsOf(records, codes).filter((indication) => holdsOn(indication, day));
    if (valid.length === 0) continue;
    const placements = placementsOf(records, codes);
    const place = placeThatCounts(placements.filter((placement) => placement.ve && isThereOn(placement, day)), municipality);
    const outcomes = outcomesOf(records, codes).filter(({ on }) => on <= day).sort((a, b) => (a.on === b.on ? a.told - b.told : a.on < b.on ? -1 : 1));
    const refused = outcomes.filter(({ kind }) => kind !== 'offer');
    const latest = outcomes[outcomes.length - 1];
    const waits = place === undefined
      && (placements.some(({ ve, start }) => ve && start > day) || (latest?.kind === 'non_reach' && latest.reasons.includes('waiting_list')));
    targets.push({
      birth, home: livesIn(records, code, day), place, waits,
      groupIsSeen: place !== undefined && sees.includes(locationOf(groupOf(place.group).location).municipality),
      standing: place ? (locationOf(groupOf(place.group).location).municipality === municipality ? 'here' : 'elsewhere') : refused.length > 0 ? 'notReached' : 'unknown',
      grounds: [...new Set(valid.flatMap(({ grounds }) => grounds))],
      reasons: [...new Set(refused.flatMap(({ reasons }) => reasons))],
      isOpen: valid.some(({ from }) => plusDays(from, 56) <= day) && outcomes.length === 0 && !placements.some(({ start }) => start <= day),
    });
  }
  return targets;
}

/** Under which labels a child stands; several for grounds and reasons, once under each. Behind a bar what tells two of one name apart. */
function labelsOf({ place, groupIsSeen, home, grounds, reasons }: Target, split: Split): string[] {
  const group = place && groupOf(place.group);
  const location = group && locationOf(group.location);
  switch (split) {
    case 'location': return [location ? `${location.name}|${location.provider}` : 'Niet geplaatst'];
    case 'provider': return [location?.provider ?? 'Niet geplaatst'];
    case 'group': return [group && location ? `${groupIsSeen ? group.name : 'Groep onbekend'} (${location.name})|${location.provider}` : 'Niet geplaatst'];
    case 'neighbourhood': return [home?.name ?? 'Wijk onbekend'];
    case 'cluster': return [home?.cluster ?? 'Geen cluster'];
    case 'ground': return grounds.length === 0 ? ['Geen grond vastgelegd'] : [...new Set(grounds.map((ground) => GROUND_LABELS[ground]!))];
    case 'reason': return reasons.length === 0 ? ['Plek geweigerd, geen reden vastgelegd'] : reasons.map((reason) => NON_REACH_LABELS[reason]!);
  }
}

/** Those of the part of the municipality that is asked: by where they live. */
export function inScope(targets: readonly Target[], { scope }: Question): Target[] {
  if (scope.kind === 'neighbourhood') return targets.filter(({ home }) => home?.name === scope.name);
  if (scope.kind === 'cluster') return targets.filter(({ home }) => home?.cluster === scope.name);
  return scope.kind === 'municipality' ? [...targets] : [];
}

const isReached = ({ standing }: Target): boolean => standing === 'here' || standing === 'elsewhere';
const each = (targets: readonly Target[], split: Split | undefined): Line[] =>
  (split === undefined ? [] : linesOf(targets.flatMap((target) => labelsOf(target, split).map((label) => ({ label, numerator: 1, denominator: 0 })))));

const STANDINGS = [['here', 'Bereikt in de gemeente'], ['elsewhere', 'Bereikt elders'], ['notReached', 'Niet bereikt'], ['unknown', 'Onbekend']] as const;
const standings = (targets: readonly Target[]): Line[] =>
  (targets.length === 0 ? [] : STANDINGS.map(([standing, label]) => ({ label, numerator: targets.filter((target) => target.standing === standing).length, denominator: 0 })));

function reach(targets: readonly Target[], split: Split | undefined): Answer {
  const atPlace = split === 'location' || split === 'provider' || split === 'group';
  const all = split === undefined ? standings(targets) : atPlace ? each(targets.filter(isReached), split)
    : linesOf(targets.flatMap((target) => labelsOf(target, split).map((label) => ({ label, numerator: isReached(target) ? 1 : 0, denominator: 1 }))));
  return { numerator: targets.filter(isReached).length, denominator: targets.length, lines: all };
}

/** How many of the target toddlers are meant; split by `usual` when nobody asks for another split. */
function counted(targets: readonly Target[], isMeant: (target: Target) => boolean, split: Split | undefined, usual?: Split): Answer {
  const meant = targets.filter(isMeant);
  return { numerator: meant.length, denominator: targets.length, lines: each(meant, split ?? usual) };
}

/** Each ground as often as it was established: two characteristics of one ground count as two. */
const established = (targets: readonly Target[]): Line[] => linesOf(targets.flatMap(({ grounds }) =>
  (grounds.length === 0 ? ['Geen grond vastgelegd'] : grounds.map((ground) => GROUND_LABELS[ground]!)).map((label) => ({ label, numerator: 1, denominator: 0 }))));

type Reading = (targets: readonly Target[], split: Split | undefined) => Answer;

const READINGS: Partial<Record<MeasureId, Reading>> = {
  reach,
  'reach-inspectorate': reach,
  'target-toddlers': (targets, split) => ({ numerator: targets.length, denominator: 0, lines: split === undefined ? standings(targets) : each(targets, split) }),
  'not-reached': (targets, split) => counted(targets, ({ standing }) => standing === 'notReached', split, 'reason'),
  unknown: (targets, split) => counted(targets, ({ standing }) => standing === 'unknown', split),
  'placed-elsewhere': (targets, split) => counted(targets, ({ standing }) => standing === 'elsewhere', split, 'location'),
  indications: (targets, split) => ({ numerator: targets.length, denominator: 0, lines: split === undefined || split === 'ground' ? established(targets) : each(targets, split) }),
  waiting: (targets, split) => counted(targets, ({ waits }) => waits, split),
  'without-outcome': (targets, split) => {
    const lines = split === undefined ? [] : linesOf(targets.flatMap((target) => labelsOf(target, split).map((label) => ({ label, numerator: target.isOpen ? 1 : 0, denominator: 1 }))));
    return { ...sumOf(targets.map(({ isOpen }) => ({ numerator: isOpen ? 1 : 0, denominator: 1 }))), lines };
  },
};

/** From which age the measure counts; undefined: the municipality laid it down nowhere. */
function startOf(measure: MeasureId, municipality: string): number | undefined {
  if (measure === 'reach-inspectorate') return 30;
  return measure === 'without-outcome' ? 0 : municipalityOf(municipality).windowStart;
}

/** Figures about children with an indication, by where they live. */
export function targetAnswer(records: Records, question: Question): Answer | undefined {
  const reading = READINGS[question.measure];
  if (!reading) return undefined;
  const { scope } = question;
  if (!('code' in scope)) throw new Error('of a location only what happens there is known');
  const start = startOf(question.measure, scope.code);
  if (start === undefined) throw new Error(`${scope.code} laid down no window`);
  return reading(inScope(targetsOf(records, scope.code, question.day, start, question.sees), question), question.split);
}
