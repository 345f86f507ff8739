import { noticeCard } from '../../cards/index.ts';
import { createConversations } from '../../db/conversations.ts';
import type { Database } from '../../db/database.ts';
import { deliverOutbox } from '../../src/digest/outbox/deliver.ts';
import { prepareWeekPosts, type ComposeWeekPost } from '../../src/digest/week-posts.ts';
import type { OutgoingMessage, SendOutcome, SendTarget } from '../../src/digest/types.ts';
import { dayInNetherlands } from '../../src/dutch-time.ts';
import { createLog } from '../../src/log.ts';
import { createWorld, PEOPLE, PUTTEN, TENANT, type World } from '../support/world.ts';

const log = createLog({ level: 'silent' });
export const PERSONAL = 'a:official';
export const message = (summary: string): OutgoingMessage => ({ card: noticeCard({ title: summary, paragraphs: [], buttons: [] }), summary });

export interface Delivered { readonly conversationId: string; readonly replyToId: string | undefined; readonly summary: string; readonly at: number; readonly id: string; readonly card: string }
/** What the channel does with the next message: takes it and answers, takes it and is lost, or does not take it. */
export type Answer = SendOutcome | 'delivered, then lost';

/** A process of the application; the desk is one itself. */
export interface Replica { readonly database: Pick<Database, 'asService'>; send(target: SendTarget, message: OutgoingMessage): Promise<SendOutcome> }

/** Channels, a clock and the two jobs, over a real database. */
export interface Desk extends Replica {
  readonly world: World;
  readonly delivered: Delivered[];
  /** The next answers in order; afterwards everything is taken. */
  readonly script: Answer[];
  now: Date;
  database: Pick<Database, 'asService'>;
  compose: ComposeWeekPost;
  send(target: SendTarget, message: OutgoingMessage): Promise<SendOutcome>;
  /** A confirmed channel of Putten. */
  bind(conversationId: string, settings?: { readonly day?: number; readonly hour?: number; readonly name?: string }): Promise<string>;
  prepare(replica?: Replica): Promise<void>;
  deliver(lanes?: number, replica?: Replica): Promise<void>;
  /** Both jobs. */
  tick(now?: string): Promise<void>;
  in(conversationId: string): readonly string[];
  states(bindingId: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function createDesk(): Promise<Desk> {
  const world = await createWorld();
  const conversations = createConversations(world.database);
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  await conversations.remember({ conversationId: PERSONAL, kind: 'personal', tenantId: TENANT, serviceUrl, botId: '28:bot', aadObjectId: PEOPLE.official });
  let sent = 0;
  const desk: Desk = {
    world, delivered: [], script: [], now: new Date('2026-11-02T06:00:00Z'), database: world.database,
    compose: async ({ person }, _identity, { week }) => {
      if (!person?.roles.some(({ role }) => role === 'official' || role === 'regional')) throw new Error('composed as nobody');
      return { post: message(`post ${week}`), replies: [message(`first ${week}`), message(`second ${week}`)] };
    },
    async send({ conversationId, replyToId }, { summary, card }) {
      const answer = desk.script.shift() ?? { kind: 'sent', activityId: `m${(sent += 1)}` };
      const taken = answer === 'delivered, then lost' || answer.kind === 'sent';
      if (taken) desk.delivered.push({ conversationId, replyToId, summary, at: desk.now.getTime(), id: answer === 'delivered, then lost' || answer.kind !== 'sent' ? '' : answer.activityId, card: JSON.stringify(card) });
      return answer === 'delivered, then lost' ? { kind: 'unknown' } : answer;
    },
    async bind(conversationId, { day = 1, hour = 9, name = 'Regiegroep' } = {}) {
      await conversations.remember({ conversationId, kind: 'channel', tenantId: TENANT, serviceUrl, botId: '28:bot' });
      return world.as('official', async ({ ports: { bindings } }) => {
        const made = await bindings.propose({ scope: { kind: 'municipality', code: PUTTEN, name: 'Putten' }, conversationId, channelName: name, shared: false });
        if (made.outcome !== 'proposed') throw new Error('taken');
        await bindings.change(made.id, { day, hour, topics: ['flow'] }, dayInNetherlands(desk.now));
        await bindings.confirm(made.id, desk.now);
        return made.id;
      });
    },
    prepare: ({ database } = desk) => prepareWeekPosts({ database, compose: desk.compose, now: () => desk.now, log }),
    deliver: (lanes = 1, replica = desk) => deliverOutbox({
      database: replica.database, sender: { send: (target, each) => replica.send(target, each) }, now: () => desk.now, log, lanes,
      wait: async (ms) => { desk.now = new Date(desk.now.getTime() + ms); },
    }),
    async tick(now) {
      if (now !== undefined) desk.now = new Date(now);
      await desk.prepare();
      // The moment of each channel lies within two minutes.
      desk.now = new Date(desk.now.getTime() + 120_000);
      await desk.deliver();
    },
    in: (conversationId) => desk.delivered.filter((each) => each.conversationId === conversationId).map(({ summary }) => summary),
    async states(bindingId) {
      const { rows } = await world.owner.query<{ line: string }>(`select kind || ' ' || week || ' ' || state as line from outbox where binding_id = $1 and kind <> 'introduction' order by week, kind, ordinal, subject`, [bindingId]);
      return rows.map(({ line }) => line);
    },
    close: () => world.close(),
  };
  return desk;
}
