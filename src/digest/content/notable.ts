import { formatCount } from '../../ask/numbers.ts';
import { meets, shareText } from '../../figures/release-bands.ts';
import type { IsoDate } from '../../policy/engine/types.ts';
import type { Told } from './gather.ts';
import { reachDays, type ReachByDay } from './reach.ts';

/**
 * The one line of what stands out, by fixed rules, with its reason: a target crossed, more
 * waiting than free, reach that certainly changed in a month. Only of what is told: what
 * may be so within the bands does not stand out.
 */
export function notable({ reach, targetPercent, waiting, places }: Pick<Told, 'targetPercent' | 'waiting' | 'places'> & { readonly reach: ReachByDay }, today: IsoDate): string | undefined {
  const now = reach.get(today)?.share;
  const before = reach.get(reachDays(today).month)?.share;
  if (now && before && targetPercent !== undefined) {
    const [is, was] = [meets(now, targetPercent), meets(before, targetPercent)];
    if (is === 'yes' && was === 'no') return `Het doel van ${targetPercent}% bereik is gehaald, een maand geleden nog niet.`;
    if (is === 'no' && was === 'yes') return `Het bereik is onder het doel van ${targetPercent}% gekomen; een maand geleden was dat gehaald.`;
  }
  if (waiting && places && waiting.low > places.free.high) return `Er wachten meer doelgroeppeuters (minstens ${formatCount(waiting.low)}) dan er plekken vrij kunnen zijn.`;
  if (now && before && (now.low > before.high || now.high < before.low)) return `Het bereik is ${now.low > before.high ? 'gestegen' : 'gedaald'} sinds een maand geleden: van ${shareText(before)} naar ${shareText(now)}.`;
  return undefined;
}
