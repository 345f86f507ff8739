import { composeWeekPost } from '../../src/digest/content/index.ts';
import { DIGEST_TOPICS, type DigestScope, type DigestTopic, type OutgoingMessage, type WeekPost } from '../../src/digest/types.ts';
import { weekOf } from '../../src/digest/schedule.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import { shippedPolicies } from '../../src/policy/municipalities/index.ts';
import type { TurnSession } from '../../db/database.ts';
import { PEOPLE, TENANT, type PersonName, type World } from '../support/world.ts';

export interface Composed {
  readonly person: PersonName;
  readonly scope: DigestScope;
  readonly today: string;
  readonly topics?: readonly DigestTopic[];
  readonly nextMeeting?: string | undefined;
  /** Whose policy a municipality is given, where it has none of its own. */
  readonly policyOf?: Readonly<Record<string, string>>;
}

/** The post that a channel would get, over the real database and as the person who confirmed it. */
export const compose = (world: World, composed: Composed): Promise<WeekPost> => world.as(composed.person, composeIn(composed));

/** The same as the job does it: in the service capacity, for the time of the post as that person. */
export const composeAtWork = (world: World, composed: Composed): Promise<WeekPost> =>
  world.database.asService((session) => session.actAs({ tenantId: TENANT, aadObjectId: PEOPLE[composed.person] }, composeIn(composed)));

const composeIn = ({ scope, today, topics = DIGEST_TOPICS, nextMeeting, policyOf = {} }: Composed) => ({ person: known, ports }: TurnSession): Promise<WeekPost> => composeWeekPost({
  ports, person: known!, policy: (code, day) => { const found = shippedPolicies.policyOf(policyOf[code] ?? code); return found && resolvePolicy(found, day); },
}, { scope, week: weekOf(today), today, topics, nextMeeting });

/** All that a message says, line by line: "label: value" of facts, and texts. */
export function linesOf({ card }: OutgoingMessage): string[] {
  const lines: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { title, value, text } = node as Record<string, unknown>;
    if (typeof title === 'string' && typeof value === 'string') lines.push(`${title}: ${value}`);
    else if (typeof text === 'string') lines.push(text);
    Object.values(node).forEach(walk);
  };
  walk(card.body);
  return lines;
}

/** What a post says, whatever references it got. */
export const withoutReferences = (post: WeekPost): string => JSON.stringify(post).replaceAll(/KL-\w{4}-\w{4}/g, 'KL');
