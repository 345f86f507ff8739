import { formatMoment } from '../src/ask/numbers.ts';
import { dutchDay, dutchNumber } from '../src/policy/engine/dutch.ts';
import { measureTitle } from '../src/figures/targetable.ts';
import { EXIT_REASONS, GUIDANCE_KINDS, labelOf, NON_REACH_REASONS } from '../src/policy/national/reasons.ts';
import type { Child, Group, OwnRecord, Placement, RecordKind, Role } from './ports.ts';

/** What people call a role. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  childcare: 'Pedagogisch medewerker',
  health: 'Jeugdgezondheidszorg',
  school: 'Intern begeleider',
  official: 'Beleidsadviseur',
  regional: 'Regionaal beleidsadviseur',
  reader: 'Lid Regiegroep',
};

/** Parts on one line; empty ones are left out. */
export const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

export const childLabel = (child: Child): string => joined(child.code, child.ownReference, `geboren ${dutchDay(child.birthDate)}`);
/** The location goes along only when the person has several. */
export const groupLabel = (group: Group, withLocation: boolean): string => joined(group.name, withLocation ? group.locationName : undefined);
export const placementLabel = (placement: Placement): string =>
  joined(placement.child.code, placement.child.ownReference, placement.group.name, `sinds ${dutchDay(placement.start)}`);

export const placeKindLabel = (vePlace: boolean): string => (vePlace ? 'VE-plek' : 'Gewone plek');
export const hoursLabel = (hours: number): string => `${dutchNumber(hours)} uur per week`;
export const daysLabel = (days: number): string => `${days} ${days === 1 ? 'dag' : 'dagen'} per week`;
export const exitReasonLabel = (code: string): string => labelOf(EXIT_REASONS, code) ?? code;
export const guidanceKindLabel = (code: string): string => labelOf(GUIDANCE_KINDS, code) ?? code;
export const nonReachLabels = (codes: readonly string[]): string => codes.map((code) => labelOf(NON_REACH_REASONS, code) ?? code).join('; ');

export const RECORD_LABELS: Readonly<Record<RecordKind, string>> = {
  indication: 'Indicatie',
  guidance: 'Toeleiding',
  placement: 'Plaatsing',
  exit: 'Uitstroom',
  join: 'Samenvoeging',
  ve_places: 'VE-plaatsen',
  target: 'Doel',
};
const DAY_WORDS: Readonly<Record<RecordKind, string>> = {
  indication: 'afgegeven',
  guidance: 'op',
  placement: 'start',
  exit: 'laatste dag',
  join: 'op',
  ve_places: 'vanaf',
  target: 'vanaf',
};

/** "Plaatsing PU-… · De Krokodillen · start 01-09-2026 · vastgelegd 22-11-2026 10:41". */
export function recordLabel(record: OwnRecord): string {
  return joined(
    `${RECORD_LABELS[record.kind]} ${record.childCode ?? (record.kind === 'target' ? measureTitle(record.about ?? '') : record.about ?? '')}`,
    record.groupName,
    `${DAY_WORDS[record.kind]} ${dutchDay(record.day)}`,
    `vastgelegd ${formatMoment(record.recordedAt)}`,
  );
}
