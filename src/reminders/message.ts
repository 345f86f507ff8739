import { noticeCard, summaryOfNotice } from '../../cards/index.ts';
import type { NoticeModel } from '../../cards/models.ts';
import type { OutgoingMessage } from '../digest/types.ts';
import { overview } from './overview.ts';
import type { ReminderContext, Waiting } from './waiting.ts';

const message = (model: NoticeModel): OutgoingMessage => ({ card: noticeCard(model), summary: summaryOfNotice(model) });

/** The one message of a day. */
export const reminderMessage = (waiting: readonly Waiting[], context: ReminderContext): OutgoingMessage => message(overview(waiting, context));

/** In the place of a card of which everything was done since. */
export const doneMessage = (): OutgoingMessage => message({
  title: 'Dit is gedaan', tone: 'good', paragraphs: ['Wat in deze herinnering stond, is afgehandeld.'], buttons: [{ title: 'Herinneringen', verb: 'reminders.open' }],
});
