import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      expect(await port.find(channel.conversationId)).toBeDefined();
    });
  });
});
