import type { ReminderFact, ReminderItem } from '../../dialogs/reminders/port.ts';
import type { Person, Ports } from '../../dialogs/ports.ts';
import { KINDS } from './kinds/index.ts';
import type { Judging, ReminderKind } from './kinds/types.ts';

/** What looking at somebody's reminders takes, inside a transaction that runs as that person. */
export interface ReminderContext extends Judging {
  readonly ports: Ports;
  readonly person: Person;
}

/** One kind of what waits for a person now; never empty. */
export interface Waiting {
  readonly kind: ReminderKind;
  readonly facts: readonly ReminderFact[];
  /** The person is not of the place: an official, because nobody there takes it. */
  readonly asOfficial: boolean;
}

/** Everything that waits for the person, most pressing first: theirs, not put off, not turned off. */
export async function waitingFor(context: ReminderContext): Promise<readonly Waiting[]> {
  const found = await holdingFor(context);
  return found.flatMap(({ kind, facts }) => {
    const open = facts.filter(({ mine, snoozedUntil }) => mine && (snoozedUntil === undefined || snoozedUntil <= context.today));
    const [own, fallen] = [open.filter((fact) => isOfPlace(context.person, kind, fact)), open.filter((fact) => !isOfPlace(context.person, kind, fact))];
    return [...(own.length > 0 ? [{ kind, facts: own, asOfficial: false }] : []), ...(fallen.length > 0 ? [{ kind, facts: fallen, asOfficial: true }] : [])];
  });
}

/** Everything that still waits for somebody, as far as the person sees it: also what was put off or is another's now. */
export async function holdingFor(context: ReminderContext): Promise<readonly Omit<Waiting, 'asOfficial'>[]> {
  const { ports, person, today } = context;
  const found: Omit<Waiting, 'asOfficial'>[] = [];
  for (const kind of kindsFor(person)) {
    const facts = (await ports.reminders.facts(kind.id, today)).filter((fact) => kind.waits(fact, context));
    if (facts.length > 0) found.push({ kind, facts });
  }
  return found;
}

/** Kinds that can wait for somebody with these roles; an official can get them all. */
export function kindsFor({ roles }: Person): readonly ReminderKind[] {
  return KINDS.filter((kind) => roles.some(({ role }) => role === kind.role || role === 'official'));
}

function isOfPlace({ roles }: Person, kind: ReminderKind, { placeId }: ReminderFact): boolean {
  return roles.some((grant) => grant.role === kind.role && [grant.locationId, grant.schoolId, kind.role === 'health' || kind.role === 'official' ? grant.municipalityCode : undefined].includes(placeId));
}

export const itemsOf = (waiting: readonly Pick<Waiting, 'kind' | 'facts'>[]): ReminderItem[] => waiting.flatMap(({ kind, facts }) => facts.map(({ subject }) => ({ kind: kind.id, subject })));
