import { addDays } from '../../../src/policy/engine/days.ts';
import type { IsoDate } from '../../../src/policy/engine/types.ts';
import { startChat, type Chat } from '../../product/chat.ts';
import { PUTTEN } from '../../support/world.ts';
import { compose, linesOf } from '../compose.ts';
import { FIRST_MONDAY, WEEKS, type History } from './lives.ts';
import { longAgo, record, worldSql } from './record.ts';

/** What somebody was told: who asked what on which day, and each line of the answer. */
export interface Heard {
  readonly on: IsoDate;
  readonly who: 'reader' | 'thread' | 'post';
  readonly asked: string;
  /** The day that it is about, and until the end of which day it was known; of a post and a period the day on which it was told. */
  readonly day: IsoDate;
  readonly known: IsoDate;
  readonly lines: readonly string[];
}

interface Ask { readonly text: string; readonly day?: IsoDate; readonly known?: IsoDate }

const OF_A_DAY = ['bereik', 'niet bereikt', 'onbekend', 'wachtend', 'doelgroeppeuters', 'bereik alle peuters'] as const;
const OF_TODAY = ['vrije plekken', 'bezette plekken', 'bezetting', 'elders geplaatst'] as const;
/** In other words, of parts, or of what is told to nobody here: what is said of it must not depend on small numbers either. */
const OTHERWISE = [
  'bereik per maand', 'bereik per locatie', 'bereik De Waterlelie', 'bereik Centrum', 'niet bereikt per reden', 'bereik en wachtend', 'is het bereik gestegen t.o.v. vorig kwartaal', 'bereik inspectie', 'vrije plekken op 1 april', 'vrije plekken zoals bekend op 1 april',
  'vrije plekken De Bosrand', 'waar zijn de meeste vrije plekken', 'vrije plekken per aanbieder', 'bezetting per locatie', 'uitstroom vorige week', 'instroom deze maand', 'groepsmix', 'geplaatste kinderen', 'laatste levering', 'indicaties', 'wachtend per maand',
] as const;
const OF_A_QUARTER = ['uitstroom', 'vroegtijdige uitstroom', 'instroom', 'over te dragen', 'overgedragen', 'ontbrekende overdrachten', 'overdrachten te laat', 'overgedragen met toestemming', 'overgedragen zonder toestemming'] as const;

const dutch = (day: IsoDate): string => day.split('-').reverse().join('-');
export const QUARTER = { from: '2026-04-01', last: '2026-06-30' } as const;
/** Just after the quarter, and when most that came late is there. */
export const AFTER_QUARTER: readonly IsoDate[] = ['2026-07-06', '2026-07-20'];

const each = (asks: readonly string[], when?: IsoDate): Ask[] => asks.map((text) => (when === undefined ? { text } : { text: `${text} op ${dutch(when)}`, day: when }));

/** What is asked on a Monday: everything of today, now and then of earlier days or in other words, and of the quarter once it is over. */
function asksOn(monday: IsoDate, week: number): Ask[] {
  const before = addDays(monday, -7 * (1 + (week % 5)));
  const known = addDays(before, 3);
  return [
    ...each(OF_A_DAY), ...each(week % 2 === 0 ? OF_TODAY : OF_TODAY.slice(0, 2)),
    ...each(week % 4 === 2 ? OF_A_DAY : [], before),
    ...(week % 4 === 1 ? [{ text: `bereik op ${dutch(before)} zoals bekend op ${dutch(known)}`, day: before, known }] : []),
    ...each(week === 4 || week === 13 ? OTHERWISE : []),
    ...(AFTER_QUARTER.includes(monday) ? ofQuarter : []),
  ];
}

const ofQuarter: readonly Ask[] = [
  ...OF_A_QUARTER.map((text): Ask => ({ text: `${text} kwartaal 2 van 2026` })),
  ...OF_A_QUARTER.map((text): Ask => ({ text: `${text} kwartaal 2 van 2026 zoals bekend op 30-06-2026`, known: QUARTER.last })),
  ...each(['bereik Q1 tegenover Q2', 'uitstroom Q1 tegenover Q2', 'uitstroom per maand', 'uitstroom april', 'uitstroom 2026', 'uitstroom kwartaal 2 van 2026 per reden', 'instroom De Bosrand kwartaal 2 van 2026']),
];

/** Plays the weeks: what happened is recorded on its day, the post is composed on Mondays, and people ask. */
export async function play(history: History): Promise<Heard[]> {
  let now = new Date(`${FIRST_MONDAY}T10:00:00Z`);
  const chat = await startChat({ now: () => now, today: 'of the clock' });
  try {
    await chat.world.owner.query(worldSql(history));
    const heard: Heard[] = [];
    let recorded = longAgo;
    const goTo = async (day: IsoDate): Promise<void> => {
      now = new Date(`${day}T10:00:00Z`);
      await record(chat.world.owner, history, recorded, day);
      recorded = day;
    };
    for (let week = 0; week < WEEKS; week += 1) {
      const monday = addDays(FIRST_MONDAY, 7 * week);
      await goTo(monday);
      heard.push(...await postOf(chat, monday));
      heard.push(...await askAll(chat, 'reader', monday, asksOn(monday, week)));
      if (week === 4 || monday === AFTER_QUARTER[0]) heard.push(...await askAll(chat, 'thread', monday, asksOn(monday, week)));
      if (week % 5 === 4) heard.push(...await openAll(chat, monday, heard));
      if (week % 4 !== 1) continue;
      const thursday = addDays(monday, 3);
      await goTo(thursday);
      heard.push(...await askAll(chat, 'reader', thursday, [...each(OF_A_DAY), ...each(['vrije plekken', 'bezette plekken'])]));
    }
    return heard;
  } finally {
    await chat.close();
  }
}

async function postOf({ world }: Chat, monday: IsoDate): Promise<Heard[]> {
  const { post, replies } = await compose(world, { person: 'official', scope: { kind: 'municipality', code: PUTTEN, name: 'Putten' }, today: monday });
  return [post, ...replies].map((message, index) => ({ on: monday, who: 'post', asked: index === 0 ? 'weekpost' : `antwoord ${index}`, day: monday, known: monday, lines: linesOf(message) }));
}

async function askAll(chat: Chat, who: 'reader' | 'thread', on: IsoDate, asks: readonly Ask[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const { text, day = on, known = on } of asks) {
    const card = await (who === 'reader' ? chat.say('reader', text) : chat.say('official', text, { where: 'channel' }));
    heard.push({ on, who, asked: text, day, known, lines: card?.text.split('\n') ?? [] });
  }
  return heard;
}

/** The reader opens what stands behind the references of the last post and of some earlier answers. */
async function openAll(chat: Chat, on: IsoDate, heard: readonly Heard[]): Promise<Heard[]> {
  const recent = heard.filter((one) => one.on === on && one.who !== 'reader').concat(heard.filter((one, index) => one.who === 'reader' && index % 23 === 5));
  const references = [...new Set(recent.flatMap(({ lines }) => lines.join('\n').match(/KL-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []))];
  return askAll(chat, 'reader', on, references.map((reference) => ({ text: `toon berekening ${reference}` })));
}
