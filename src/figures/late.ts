import { addDays } from '../policy/engine/days.ts';
import { BACKDATED_AFTER_DAYS } from '../policy/national/backdating.ts';
import type { PlacementFact } from './facts.ts';
import { counted } from './rows.ts';

/** Recorded so long after its first day that earlier figures may have changed by it; asked to be confirmed when it was recorded. */
export const isLate = ({ start, recordedOn }: Pick<PlacementFact, 'start' | 'recordedOn'>): boolean => recordedOn !== undefined && recordedOn > addDays(start, BACKDATED_AFTER_DAYS);

export const lateRecords = (placements: readonly PlacementFact[]): { readonly late: number } => ({ late: placements.filter(isLate).length });

export function lateRemark(notes: Readonly<Record<string, number>> | undefined): string[] {
  const late = notes?.['late'] ?? 0;
  return late === 0 ? [] : [`Daarvan ${counted(late, 'plaatsing', 'plaatsingen')} laat vastgelegd: meer dan ${BACKDATED_AFTER_DAYS} dagen na de start.`];
}
