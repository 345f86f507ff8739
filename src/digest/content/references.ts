import type { Told } from './gather.ts';
import { reachDays } from './reach.ts';

/** The figure behind something that a post tells: who may see it opens it in the personal chat. */
export interface Reference { readonly topic: ReferenceTopic; readonly label: string; readonly reference: string }
export type ReferenceTopic = 'flow' | 'places' | 'handovers' | 'groups' | 'quality';

const HOW_TO_OPEN = 'Hoort het precieze cijfer bij uw rol? Stuur mij in onze persoonlijke chat de referentie.';

interface Named { readonly label: string; readonly reference: string }

/** "Referenties: instroom KL-7F3K-9Q2M, uitstroom KL-4D2A-8H1P."; of a region by municipality. */
function line(of: string, told: readonly Told[], namedOf: (one: Told) => readonly Named[]): string[] {
  const parts = told.flatMap((one) => {
    const own = namedOf(one).map(({ label, reference }) => `${label} ${reference}`.trim()).join(', ');
    return own === '' ? [] : [told.length > 1 ? `${one.name}: ${own}` : own];
  });
  return parts.length === 0 ? [] : [`Referenties${of}: ${parts.join('; ')}. ${HOW_TO_OPEN}`];
}

export const referenceLine = (told: readonly Told[], topic: ReferenceTopic): string[] => line('', told, ({ references }) => references.filter((one) => one.topic === topic));

/** Of reach now, a week and a month ago; of a region of each member now. */
export function reachReferences(told: readonly Told[], today: string): string[] {
  const { week, month } = reachDays(today);
  const days: readonly (readonly [string, string])[] = told.length > 1 ? [['', today]] : [['nu', today], ['week geleden', week], ['maand geleden', month]];
  return line(' van het bereik', told, ({ reach }) => days.flatMap(([label, day]) => {
    const reference = reach.get(day)?.reference;
    return reference === undefined ? [] : [{ label, reference }];
  }));
}
