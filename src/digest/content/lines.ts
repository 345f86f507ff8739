import { formatCount, formatDay } from '../../ask/numbers.ts';
import { bandText, meets, shareText } from '../../figures/release-bands.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import type { Told } from './gather.ts';
import { reachDays, type ReachByDay, type ToldReach } from './reach.ts';
import { someNames } from './some-names.ts';

export interface Line { readonly label: string; readonly value: string }

/** "76-87% (25-29 bereikt, 5-9 niet of onbekend)". */
export function reachText({ reached, others, share }: ToldReach): string {
  const counts = `${bandText(reached)} bereikt, ${bandText(others)} niet of onbekend`;
  return share ? `${shareText(share)} (${counts})` : counts;
}

/** `target` absent: of a region, in which each municipality has a target of its own. */
export function reachLines(reach: ReachByDay, target: { readonly percent: number | undefined } | undefined, today: IsoDate): Line[] {
  const { week, month } = reachDays(today);
  const now = reach.get(today);
  const at = (label: string, day: IsoDate): Line[] => {
    const told = reach.get(day);
    return told ? [{ label, value: told.share ? shareText(told.share) : reachText(told) }] : [];
  };
  const before = [...at('Week geleden', week), ...at('Maand geleden', month)];
  return target ? [...before, { label: 'Doel', value: targetText(now, target.percent) }] : before;
}

/** "minstens 80%: rond het doel". */
export function targetText(now: ToldReach | undefined, targetPercent: number | undefined): string {
  const verdict = { yes: 'gehaald', no: 'niet gehaald', unsure: 'rond het doel' } as const;
  if (targetPercent === undefined) return 'geen afspraak vastgelegd';
  return now?.share ? `minstens ${targetPercent}%: ${verdict[meets(now.share, targetPercent)]}` : `minstens ${targetPercent}%`;
}

const isFew = ({ low }: { readonly low: number }): boolean => low === 0;

/** Intakes, and exits by reason; a reason of few is not named, because naming it would say that there was one. */
export function flowLines({ intakes, exits }: Told): Line[] {
  if (!exits) return [];
  const many = exits.filter(({ band }) => !isFew(band));
  if ((intakes === undefined || isFew(intakes)) && many.length === 0) return [];
  return [
    { label: 'Instroom', value: intakes ? bandText(intakes) : 'niet getoond' },
    ...many.map(({ reason, band }) => ({ label: `Uitstroom: ${reason.toLowerCase()}`, value: bandText(band) })),
    ...(many.length === 0 ? [{ label: 'Uitstroom', value: 'bij elke reden weinig of geen' }] : []),
  ];
}

function freeText({ offered, taken }: NonNullable<Told['places']>): string {
  const least = offered - taken.high;
  return least > 0 ? `minstens ${formatCount(least)} van ${formatCount(offered)}` : `niet zeker te zeggen (${formatCount(offered)} plekken)`;
}

export function placesLines({ waiting, places }: Told): Line[] {
  return [
    ...(places && places.offered > 0 ? [{ label: 'Vrije plekken', value: freeText(places) }] : []),
    ...(waiting ? [{ label: 'Wachtend op een plek', value: bandText(waiting) }] : []),
  ];
}

/** Nothing where few turned four; then late and missing are few as well. */
export function handoverLines({ handovers }: Told): Line[] {
  if (!handovers || isFew(handovers.due)) return [];
  return [{ label: 'Over te dragen', value: bandText(handovers.due) }, { label: 'Te laat overgedragen', value: bandText(handovers.late) }, { label: 'Overdracht ontbreekt', value: bandText(handovers.missing) }];
}

export const groupsLines = ({ groups }: Told): Line[] => (groups === 'not-all' ? [{ label: 'Groepsmix', value: 'niet elke groep heeft het afgesproken aantal doelgroeppeuters' }] : []);

/** Five names, and how many more. */
export const qualityLines = ({ silent }: Told): Line[] => (silent.length === 0 ? [] : [{ label: 'Al een maand niets vastgelegd', value: someNames(silent) }]);

export const dayLine = (today: IsoDate): string => `Peildatum ${formatDay(today)}`;
