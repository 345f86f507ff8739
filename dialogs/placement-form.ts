import type { Field, Option } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../src/policy/engine/types.ts';
import type { IntakeFacts } from '../src/policy/national/intake-facts.ts';
import type { DialogContext } from './dialog.ts';
import { chosenCode, chosenId, daysPerWeek, hoursPerWeek, isoDay, present, required } from './fields.ts';
import { groupClosed, notYours } from './findings.ts';
import { daysLabel, groupLabel, hoursLabel, joined, placeKindLabel } from './labels.ts';
import { indicationOn } from './indications.ts';
import type { Group } from './ports.ts';

/** What an intake and the correction of a placement have in common. */
export const placementShape = {
  group: required(chosenId('Kies de groep.')),
  place: required(chosenCode(['ve', 'regular'], 'Kies het soort plek.')),
  start: required(isoDay('Vul de startdatum in.')),
  hours: required(hoursPerWeek()),
  days: required(daysPerWeek()),
};

export interface PlacementAnswers {
  readonly group: string;
  readonly place: 've' | 'regular';
  readonly start: IsoDate;
  /** A week. */
  readonly hours: number;
  /** A week. */
  readonly days: number;
}

const PLACES: readonly Option[] = [
  { value: 've', label: 'VE-plek (het kind heeft een indicatie)' },
  { value: 'regular', label: 'Gewone plek (zonder VE)' },
];

export function placementFields(groups: readonly Group[]): Field[] {
  return [
    { kind: 'choice', id: 'group', label: 'Groep', required: true, options: groupOptions(groups) },
    { kind: 'choice', id: 'place', label: 'Soort plek', required: true, options: PLACES },
    { kind: 'date', id: 'start', label: 'Startdatum', required: true },
    { kind: 'text', id: 'hours', label: 'Uren per week', required: true, maxLength: 5, placeholder: 'bijvoorbeeld 16 of 16,5' },
    { kind: 'choice', id: 'days', label: 'Dagen per week', required: true, placeholder: 'Kies het aantal dagen', options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })) },
  ];
}

function groupOptions(groups: readonly Group[]): Option[] {
  const hasSeveralLocations = locationsOf(groups).length > 1;
  return groups.map((group) => ({ value: group.groupId, label: groupLabel(group, hasSeveralLocations) }));
}

export const locationsOf = (groups: readonly Group[]): string[] => [...new Set(groups.map((group) => group.locationId))];

export async function ownGroup({ ports }: DialogContext, groupId: string): Promise<Group | undefined> {
  return (await ports.placements.groups()).find((group) => group.groupId === groupId);
}

export const groupNotYours = (): Finding => notYours('Deze groep hoort niet (meer) bij uw locatie. Kies een groep uit de lijst.');

/** Nobody begins in a group before it is open, or once it is closed. */
export function groupNotOpen({ name, openedOn, closedOn }: Group, start: IsoDate): Finding | undefined {
  if (openedOn !== undefined && start < openedOn) return groupClosed(`${name} is open per ${dutchDay(openedOn)}. Kies die dag of een latere, of een andere groep.`);
  if (closedOn !== undefined && start >= closedOn) return groupClosed(`${name} is gesloten per ${dutchDay(closedOn)}. Kies een eerdere startdatum of een andere groep.`);
  return undefined;
}

export interface PlacedChild { readonly childId?: string; readonly birthDate: IsoDate }

/**
 * What is on record around a placement. For a child that is not registered yet there is
 * no indication and no other placement. `exceptVersionId`: the placement that is corrected.
 */
export async function intakeFacts(
  { ports: { placements, indications } }: DialogContext,
  child: PlacedChild,
  group: Group,
  answers: PlacementAnswers,
  exceptVersionId?: string,
): Promise<IntakeFacts> {
  const { childId, birthDate } = child;
  const indication = childId === undefined ? undefined : indicationOn(await indications.of(childId), answers.start);
  const places = await placements.vePlaces(group.locationId, answers.start, childId);
  return {
    birthDate,
    startDate: answers.start,
    vePlace: answers.place === 've',
    ...present('indication', indication),
    otherPlacements: childId === undefined ? [] : await placements.otherVePlacements(childId, group.locationId, exceptVersionId),
    groupEnrolledAfter: (await placements.enrolledInGroup(group.groupId, answers.start, childId)) + 1,
    ...present('placesOffered', places.offered),
    placesTakenBefore: places.taken,
    hoursPerWeek: answers.hours,
    daysPerWeek: answers.days,
  };
}

/** The part of a receipt on the place itself, in the order of the form. */
export function placementReceiptFacts(group: Group, answers: PlacementAnswers, start: string): { label: string; value: string }[] {
  return [
    { label: 'Groep', value: groupLabel(group, group.locationName !== group.name) },
    { label: 'Soort plek', value: placeKindLabel(answers.place === 've') },
    { label: 'Start', value: start },
    { label: 'Omvang', value: joined(hoursLabel(answers.hours), daysLabel(answers.days)) },
  ];
}
