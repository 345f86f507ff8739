import type { IdentityClaims } from '../../db/identity.ts';
import type { ConversationReference, OutgoingMessage, SendOutcome, Sender, SendTarget } from '../../src/digest/types.ts';
import { shippedPolicies } from '../../src/policy/municipalities/index.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import { remind } from '../../src/reminders/remind.ts';
import type { RemindOptions, RemindSummary } from '../../src/reminders/types.ts';
import { ID, PUTTEN, type World } from '../support/world.ts';

export interface Posted { readonly to: string; readonly message: OutgoingMessage; readonly activityId?: string }

/** A channel that keeps what it was given, and answers as told. */
export class FakeSender implements Sender {
  readonly sent: Posted[] = [];
  readonly updates: Posted[] = [];
  next: (target: string) => SendOutcome | Promise<SendOutcome> = (target) => ({ kind: 'sent', activityId: `activity-${target}-${this.sent.length}` });
  nextUpdate: () => SendOutcome = () => ({ kind: 'sent', activityId: 'same' });
  async send({ conversationId: to }: SendTarget, message: OutgoingMessage): Promise<SendOutcome> {
    this.sent.push({ to, message });
    return this.next(to);
  }
  async update({ conversationId: to }: SendTarget, activityId: string, message: OutgoingMessage): Promise<SendOutcome> {
    this.updates.push({ to, message, activityId });
    return this.nextUpdate();
  }
  to(person: string): Posted[] { return this.sent.filter(({ to }) => to === person); }
}

export const textOf = ({ message }: Posted): string => JSON.stringify(message.card);
/** In this channel the id of a personal chat is that of the person. */
export const chats = async ({ tenantId, aadObjectId }: IdentityClaims): Promise<ConversationReference> =>
  ({ conversationId: aadObjectId, kind: 'personal', tenantId, serviceUrl: 'https://channel.example', botId: 'bot', aadObjectId });

export const silent = { info: () => undefined, warn: () => undefined };

/** Half past eight on a day in winter time. */
export const at = (day: string, time = '08:30'): Date => new Date(`${day}T${time}:00+01:00`);

export function optionsFor(world: World, sender: Sender, now: Date, more: Partial<RemindOptions> = {}): RemindOptions {
  return {
    database: world.database,
    sender,
    conversations: { personal: chats },
    policy(code, day) {
      const policy = shippedPolicies.policyOf(code);
      return policy && resolvePolicy(policy, day);
    },
    now, log: silent,
    ...more,
  };
}

export const runAt = (world: World, sender: Sender, now: Date, more: Partial<RemindOptions> = {}): Promise<RemindSummary> => remind(optionsFor(world, sender, now, more));

/** A child of Putten with an indication. */
export async function indicated(world: World, birthDate: string, issuedOn: string): Promise<{ childId: string; code: string }> {
  return world.as('nurse', async ({ ports }) => {
    const child = await ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum });
    await ports.indications.record({ childId: child.childId, issuedOn, organisationId: ID.jgz, grounds: ['child_development'], confirmations: [] });
    return child;
  });
}

/** A child of a location, placed there. */
export async function placed(world: World, birthDate: string, start: string, vePlace = true): Promise<{ childId: string; code: string }> {
  return world.as('waterlelie', async ({ ports }) => {
    const child = await ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum, locationId: ID.waterlelie });
    await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace, hoursPerWeek: 16, daysPerWeek: 4, start, confirmations: [] });
    return child;
  });
}

/** All locations delivered just now as far as reminders know, so that a test hears of its own only. */
export const quietDeliveries = (world: World): Promise<unknown> =>
  world.owner.query(`insert into kansenlijn.reminder_off (person_id, kind) select id, 'delivery' from kansenlijn.person on conflict do nothing`);
