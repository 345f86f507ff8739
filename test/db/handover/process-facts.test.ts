import { describe, expect, it } from 'vitest';
import { signIdentity } from '../../../db/identity.ts';
import { handoverFacts } from '../../../db/queries/handover-facts.ts';
import type { Session } from '../../../db/session.ts';
import { PEOPLE, PUTTEN, TENANT, type PersonName } from '../../support/world.ts';
import { filled, made, madeChild, step, world, useHandovers } from './support.ts';

useHandovers();

describe('the process facts of handovers', () => {
  const facts = (person: PersonName, from: string, until: string, asOf?: { revision: number; knownAt: string }) =>
    withSession(person, (session) => handoverFacts(session, { municipalityCode: PUTTEN, from, until, ...(asOf ? { asOf } : {}) }));

  async function withSession<T>(person: PersonName, work: (session: Session) => Promise<T>): Promise<T> {
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, 'person', world.test.identityKey)]);
      return await work({ client, personId: null, identityKey: world.test.identityKey, asAggregate: async () => undefined, beforeCommit: () => undefined });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it('have a row for each child that turns four in the period, on the day and not after it, handed over or not', async () => {
    await madeChild('2019-05-05');
    for (const [from, until, count] of [['2023-05-05', '2023-05-06', 1], ['2023-05-06', '2023-06-01', 0], ['2023-05-01', '2023-05-05', 0]] as const) {
      expect((await facts('official', from, until)).facts).toHaveLength(count);
    }
    const { facts: [missing] } = await facts('official', '2023-05-05', '2023-05-06');
    expect(missing).toMatchObject({ birthday4: '2023-05-05', withVeOrCare: true, location: 'De Waterlelie', provider: 'Stichting Peuterplein', sentOn: undefined, consent: undefined });
  });

  it('say what happened and when, the same again in an earlier revision, and nothing of what was told', async () => {
    const one = await filled('2019-06-06');
    const early = await facts('official', '2023-06-01', '2023-07-01');
    for (const name of ['prepared', 'seen_by_parents', 'sent'] as const) await step('waterlelie', one.id, name);
    const late = await facts('official', '2023-06-01', '2023-07-01');
    expect(late.facts).toMatchObject([{ consent: 'consent_given', sentOn: '2026-11-20', school: 'De Lindeboom', receivedOn: undefined }]);
    expect(JSON.stringify(late)).not.toContain('verteld');
    expect((await facts('official', '2023-06-01', '2023-07-01', early)).facts).toEqual(early.facts);
    expect(early.facts[0]?.sentOn).toBeUndefined();
  });

  it('count two codes of one child once', async () => {
    const first = await made('2019-07-07');
    await step('waterlelie', first.id, 'consent_refused');
    const second = await madeChild('2019-07-07');
    expect((await facts('official', '2023-07-01', '2023-08-01')).facts).toHaveLength(2);
    await world.as('nurse', ({ ports }) => ports.children.join(first.childId, second.childId));
    expect((await facts('official', '2023-07-01', '2023-08-01')).facts).toMatchObject([{ consent: 'consent_refused' }]);
  });

  it('are nothing for another municipality, a school or a reader', async () => {
    for (const person of ['officialErmelo', 'school', 'reader', 'bosrand', 'nobody'] as const) expect((await facts(person, '2015-01-01', '2030-01-01')).facts, person).toEqual([]);
  });
});
