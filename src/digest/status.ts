import type { ChannelBinding, MessageState } from '../../dialogs/week-post/port.ts';
import { dayInNetherlands } from '../dutch-time.ts';
import { dutchDay } from '../policy/engine/dutch.ts';
import { dutchWeek, ISO_DAYS } from './notices.ts';
import { dueAt, mondayOf, weekAt, weekOf } from './schedule.ts';
import { addDays } from '../policy/engine/days.ts';

const POST: Readonly<Record<MessageState, string>> = {
  pending: 'staat klaar om te versturen', sending: 'wordt nu verstuurd', sent: 'verstuurd', unknown: 'niet zeker of hij is aangekomen',
  failed: 'geweigerd door Teams', gone: 'kanaal niet bereikbaar', skipped: 'niet verstuurd',
};

/** What "status weekpost" tells of a channel: its state, when the next post comes, and what became of the last one. */
export function statusFacts(binding: ChannelBinding, now: Date): readonly { readonly label: string; readonly value: string }[] {
  const { lastPost } = binding;
  return [
    { label: 'Kanaal', value: binding.channelName },
    { label: 'Voor', value: binding.scope.name },
    { label: 'Stand', value: stateText(binding) },
    { label: 'Wanneer', value: `${ISO_DAYS[binding.day - 1]}, ${binding.hour}.00 uur` },
    ...(binding.state === 'active' ? [{ label: 'Volgende', value: dutchDay(dayInNetherlands(nextDue(binding, now))) }] : []),
    ...(lastPost ? [{ label: 'Laatste', value: `${dutchWeek(lastPost.week)}: ${POST[lastPost.state]}` }] : []),
  ];
}

function stateText({ state, pausedUntil }: ChannelBinding): string {
  switch (state) {
    case 'proposed': return 'wacht op bevestiging';
    case 'active': return 'aan';
    case 'paused': return pausedUntil ? `gepauzeerd tot ${dutchDay(pausedUntil)}` : 'gepauzeerd';
    case 'dead': return 'gestopt: het kanaal is niet bereikbaar';
    case 'unbound': return 'ontkoppeld';
  }
}

/** Of this week when it has no post yet and is not over, else of the next. */
export function nextDue({ day, hour, lastPost }: Pick<ChannelBinding, 'day' | 'hour' | 'lastPost'>, now: Date): Date {
  const week = weekAt(now);
  const due = dueAt(week, day, hour);
  return lastPost?.week === week || due < now ? dueAt(weekOf(addDays(mondayOf(week), 7)), day, hour) : due;
}
