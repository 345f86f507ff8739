import { noticeCard, summaryOfNotice } from '../../cards/index.ts';
import type { NoticeModel } from '../../cards/models.ts';
import { WEEKDAYS } from '../../dialogs/week-post/words.ts';
import { dutchDay } from '../policy/engine/dutch.ts';
import { addDays } from '../policy/engine/days.ts';
import { mondayOf } from './schedule.ts';
import type { DigestScope, OutgoingMessage, WeekKey } from './types.ts';

/** Verb of the two buttons under a message of which the outcome is unknown: `{ message, choice: 'arrived' | 'resend' }`. */
export const SETTLE_VERB = 'week-post.settle';

const WHAT = { post: 'de weekpost', reply: 'een onderdeel van de weekpost', introduction: 'de uitleg over de weekpost', trial: 'de proefpost' } as const;

const messageOf = (model: NoticeModel): OutgoingMessage => ({ card: noticeCard(model), summary: summaryOfNotice(model) });

/** "week 48 (23-11-2026 tot en met 29-11-2026)". */
export function dutchWeek(week: WeekKey): string {
  const monday = mondayOf(week);
  return `week ${Number(week.slice(6))} (${dutchDay(monday)} tot en met ${dutchDay(addDays(monday, 6))})`;
}

/** The first message in a channel: why this comes, when, and how it stops. */
export function introduction({ scope, day, hour }: { readonly scope: DigestScope; readonly day: number; readonly hour: number }): OutgoingMessage {
  return messageOf({
    title: `De weekpost van ${scope.name}`,
    paragraphs: [
      `In dit kanaal komt elke ${WEEKDAYS[day - 1]} rond ${hour}.00 uur één bericht met de cijfers van de week. De beleidsadviseur van de gemeente of regio heeft dit kanaal daarvoor gekozen.`,
      'Er staat nooit iets in over één kind; kleine aantallen zijn afgeschermd. De details staan als reacties onder het bericht; daar kunt u ook doorvragen, bijvoorbeeld met “@Kansenlijn waarom?”.',
      'Stoppen of uitstellen kan de beleidsadviseur, met “@Kansenlijn stop weekpost” of “@Kansenlijn pauzeer weekpost”.',
    ],
    buttons: [],
  });
}

/** It may have arrived: only a person can see that. */
export function unknownNotice({ id, kind, week, channelName }: { readonly id: string; readonly kind: keyof typeof WHAT; readonly week: WeekKey; readonly channelName: string }): OutgoingMessage {
  return messageOf({
    title: 'Is dit bericht aangekomen?',
    tone: 'warning',
    paragraphs: [
      `Het is niet zeker of ${WHAT[kind]} van ${dutchWeek(week)} in het kanaal ${channelName} staat: Teams gaf geen antwoord. Kijk in het kanaal en kies hieronder.`,
      'Zolang u niet kiest, sturen wij het niet nog een keer.',
    ],
    buttons: [
      { title: 'Wel aangekomen', verb: SETTLE_VERB, data: { message: id, choice: 'arrived' } },
      { title: 'Opnieuw sturen', verb: SETTLE_VERB, data: { message: id, choice: 'resend' } },
    ],
  });
}

export function skippedNotice(channelName: string, weeks: readonly WeekKey[]): OutgoingMessage {
  const which = [...weeks].sort().map(dutchWeek).join(', ');
  return messageOf({
    title: weeks.length === 1 ? 'Een weekpost is niet verstuurd' : `${weeks.length} weekposten zijn niet verstuurd`,
    tone: 'warning',
    paragraphs: [`In het kanaal ${channelName} ontbreekt de weekpost van ${which}, door een storing aan onze kant. Hij komt niet alsnog: de volgende weekpost is die van deze week.`],
    buttons: [],
  });
}

export function deadNotice(channelName: string): OutgoingMessage {
  return messageOf({
    title: 'De weekpost kan het kanaal niet meer bereiken',
    tone: 'attention',
    paragraphs: [
      `De weekpost voor het kanaal ${channelName} is gestopt: Teams laat ons er niet meer in. Misschien is de app uit het team gehaald, of is het kanaal verwijderd.`,
      'Zet de app terug en stuur in het kanaal “@Kansenlijn hervat weekpost”, of koppel een ander kanaal.',
    ],
    buttons: [],
  });
}

export function failedNotice(channelName: string, kind: keyof typeof WHAT, week: WeekKey): OutgoingMessage {
  return messageOf({
    title: 'Een bericht is geweigerd',
    tone: 'attention',
    paragraphs: [`Teams weigerde ${WHAT[kind]} van ${dutchWeek(week)} voor het kanaal ${channelName}. Het staat er niet en komt niet alsnog. Meld dit aan uw beheerder.`],
    buttons: [],
  });
}
