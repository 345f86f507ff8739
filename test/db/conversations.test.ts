import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConversations } from '../../db/conversations.ts';
import { signIdentity } from '../../db/identity.ts';
import type { ConversationReference, Conversations } from '../../src/digest/types.ts';
import { createWorld, PEOPLE, TENANT, type World } from '../support/world.ts';

let world: World;
let conversations: Conversations;
beforeAll(async () => {
  world = await createWorld();
  conversations = createConversations(world.database);
});
afterAll(() => world?.close());

const personal = (conversationId: string, aadObjectId: string): ConversationReference => ({ conversationId, kind: 'personal', tenantId: TENANT, serviceUrl: 'https://smba.trafficmanager.net/emea/', botId: '28:bot', aadObjectId });
const channel: ConversationReference = { conversationId: '19:a@thread.tacv2', kind: 'channel', tenantId: TENANT, serviceUrl: 'https://smba.trafficmanager.net/emea/', botId: '28:bot', teamId: '19:t', channelId: '19:a@thread.tacv2' };

describe('conversations', () => {
  it('are found as they were remembered, and an unknown one is not', async () => {
    await conversations.remember(channel);
    expect(await conversations.find(channel.conversationId)).toEqual(channel);
    await conversations.remember({ ...channel, serviceUrl: 'https://smba.trafficmanager.net/amer/' });
    expect((await conversations.find(channel.conversationId))?.serviceUrl).toContain('amer');
    expect(await conversations.find('19:b')).toBeUndefined();
  });

  it('of a person are the personal chat in which they talked last', async () => {
    await conversations.remember(personal('a:1', PEOPLE.official));
    await conversations.remember(personal('a:2', PEOPLE.official));
    expect((await conversations.personal({ tenantId: TENANT, aadObjectId: PEOPLE.official }))?.conversationId).toBe('a:2');
    await conversations.remember(personal('a:1', PEOPLE.official));
    expect((await conversations.personal({ tenantId: TENANT, aadObjectId: PEOPLE.official }))?.conversationId).toBe('a:1');
    expect(await conversations.personal({ tenantId: TENANT, aadObjectId: PEOPLE.nurse })).toBeUndefined();
    expect(await conversations.personal({ tenantId: 'another', aadObjectId: PEOPLE.official })).toBeUndefined();
  });
});

describe('how chats are reached', () => {
  const NOW = new Date('2026-01-12T02:20:00Z');
  const TWO_YEARS = '2024-01-12T02:20:00Z';
  const MONTH = '2025-12-13T02:20:00Z';
  const before = (moment: string): string => new Date(Date.parse(moment) - 1).toISOString();
  const purge = (now = NOW): Promise<number> => world.database.asService(({ conversations: port }) => port.purge(now));

  async function seen(reference: ConversationReference, at: string): Promise<void> {
    await conversations.remember(reference);
    await world.owner.query('update conversation set seen_at = $2::timestamptz where conversation_id = $1', [reference.conversationId, at]);
  }
  async function bound(conversationId: string, state: string): Promise<void> {
    await seen({ ...channel, conversationId }, '2020-01-01T00:00:00Z');
    await world.owner.query(`insert into channel_binding (municipality_code, conversation_id, channel_name, state, proposed_by, confirmed_by, due_from)
      select '0273', $1, 'Regiegroep', $2, id, id, now() from person where aad_object_id = $3`, [conversationId, state, PEOPLE.official]);
  }
  const kept = async (): Promise<string[]> => (await world.owner.query<{ id: string }>('select conversation_id as id from conversation order by 1')).rows.map(({ id }) => id);
  beforeEach(async () => { await world.owner.query('delete from conversation; delete from channel_binding'); });

  it('are removed of a person without a role after 24 months of silence, not a moment sooner', async () => {
    await seen(personal('a:on-the-day', PEOPLE.nobody), TWO_YEARS);
    await seen(personal('a:older', PEOPLE.nobody), before(TWO_YEARS));
    await seen(personal('a:stranger', 'never-heard-of'), before(TWO_YEARS));
    expect(await purge()).toBe(2);
    expect(await kept()).toEqual(['a:on-the-day']);
    expect(await purge()).toBe(0);
  });

  it('stay of who has a role and is reminded without ever answering, until the role is revoked', async () => {
    await seen(personal('a:official', PEOPLE.official), '2020-01-01T00:00:00Z');
    await seen(personal('a:reader', PEOPLE.reader), '2020-01-01T00:00:00Z');
    await seen({ ...personal('a:namesake', PEOPLE.official), tenantId: 'another' }, '2020-01-01T00:00:00Z');
    expect(await purge()).toBe(1);
    expect(await kept()).toEqual(['a:official', 'a:reader']);
    await world.owner.query('update person_role set revoked_at = now() where person_id = (select id from person where aad_object_id = $1)', [PEOPLE.reader]);
    await purge();
    expect(await kept()).toEqual(['a:official']);
  });

  it('are removed of a channel or group that no weekly post is bound to, after 30 days', async () => {
    await seen(channel, MONTH);
    await seen({ ...channel, conversationId: '19:older' }, before(MONTH));
    await seen({ conversationId: '19:group', kind: 'group', tenantId: TENANT, serviceUrl: channel.serviceUrl, botId: '28:bot' }, before(MONTH));
    expect(await purge()).toBe(2);
    expect(await kept()).toEqual([channel.conversationId]);
  });

  it('stay of a channel however long nobody spoke there, until its binding is gone', async () => {
    for (const state of ['proposed', 'active', 'paused', 'dead', 'unbound']) await bound(`19:${state}`, state);
    expect(await purge()).toBe(1);
    expect(await kept()).toEqual(['19:active', '19:dead', '19:paused', '19:proposed']);
    await world.owner.query(`update channel_binding set state = 'unbound'`);
    expect(await purge()).toBe(4);
  });

  it('are written down again by the next turn', async () => {
    await seen(channel, before(MONTH));
    await purge();
    await conversations.remember(channel);
    expect(await conversations.find(channel.conversationId)).toEqual(channel);
  });

  it('are removed by the service only, and never as of a day to come', async () => {
    await seen(channel, before(MONTH));
    await expect(purge(new Date(Date.now() + 2 * 86_400_000))).rejects.toMatchObject({ code: '42501' });
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE.official }, 'person', world.test.identityKey)]);
      await expect(client.query('select purge_conversations(now())')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(await kept()).toEqual([channel.conversationId]);
  });
});

describe('the service capacity', () => {
  it('cannot be entered with a person\'s identity or a wrong key, and a person sees no conversations', async () => {
    const identity = { tenantId: TENANT, aadObjectId: PEOPLE.official };
    await expect(world.pool.query('select enter_service($1)', [signIdentity(identity, 'person', world.test.identityKey)])).rejects.toMatchObject({ code: '28000' });
    await expect(world.pool.query('select enter_service($1)', [signIdentity(identity, 'service', 'x'.repeat(40))])).rejects.toMatchObject({ code: '28000' });
    await world.as('official', async () => undefined);
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query('select enter($1, null)', [signIdentity(identity, 'person', world.test.identityKey)]);
      expect((await client.query('select * from conversation')).rows).toEqual([]);
      await expect(client.query(`insert into conversation (conversation_id, kind, tenant_id, service_url, bot_id) values ('x', 'group', 't', 'u', 'b')`)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('sees nothing of a child, acts as a person with that person\'s rights, and comes back', async () => {
    await world.database.asService(async (service) => {
      const { conversations: port } = service;
      const roles = await service.actAs({ tenantId: TENANT, aadObjectId: PEOPLE.official }, async ({ person }) => person?.roles.map(({ role }) => role));
      expect(roles).toEqual(['official']);
      await port.remember(channel);
      expect(await port.find(channel.conversationId)).toBeDefined();
    });
  });
});
