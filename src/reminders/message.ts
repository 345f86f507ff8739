import { noticeCard, summaryOfNotice } from '../../cards/index.ts';
import type { NoticeModel } from '../../cards/models.ts';
import type { OutgoingMessage } from '../digest/types.ts';
import { dutchCount } from '../policy/engine/dutch.ts';
import { overview } from './overview.ts';
import type { ReminderContext, Waiting } from './waiting.ts';

const message = (model: NoticeModel, summary = summaryOfNotice(model)): OutgoingMessage => ({ card: noticeCard(model), summary });

/** The one message of a day. Its notification may be read over a shoulder: a number, and no code. */
export function reminderMessage(waiting: readonly Waiting[], context: ReminderContext): OutgoingMessage {
  const count = waiting.reduce((total, { facts }) => total + facts.length, 0);
  return message(overview(waiting, context), `Er ${count === 1 ? 'wacht' : 'wachten'} ${dutchCount(count, 'ding', 'dingen')} op u.`);
}

/** In the place of a card of which everything was done since. */
export const doneMessage = (): OutgoingMessage => message({
  title: 'Dit is gedaan', tone: 'good', paragraphs: ['Wat in deze herinnering stond, is afgehandeld.'], buttons: [{ title: 'Herinneringen', verb: 'reminders.open' }],
});
