import type { Button } from '../../../cards/models.ts';
import type { ReminderFact, ReminderKindId } from '../../../dialogs/reminders/port.ts';
import type { Role } from '../../../dialogs/ports.ts';
import type { IsoDate, ResolvedPolicy } from '../../policy/engine/types.ts';

/** What judging needs besides the fact. */
export interface Judging {
  readonly today: IsoDate;
  readonly policy: (municipalityCode: string, day: IsoDate) => ResolvedPolicy | undefined;
}

/** One kind of thing that waits, as data with a few functions. */
export interface ReminderKind {
  readonly id: ReminderKindId;
  /** Dutch, for settings and lists: "Indicaties zonder uitkomst". */
  readonly title: string;
  /** Whose people can act; what nobody of them takes goes to an official. */
  readonly role: Role;
  /** Whether it waits today. Pure: both sides of each limit are tested. */
  waits(fact: ReminderFact, judging: Judging): boolean;
  /** One or two Dutch sentences on what waits for who can act; `facts` is never empty. */
  line(facts: readonly ReminderFact[], judging: Judging): string;
  /** Opens the right form, filled in for the first. */
  button(facts: readonly ReminderFact[]): Button;
  /** "3 overdrachten van De Waterlelie": for an official, where nobody at the place takes it. Without codes. */
  counted(count: number): string;
}

/** "PU-4KX7-9TM9, PU-… en 3 andere". A fact without a child has its place. */
export function named(facts: readonly ReminderFact[], most = 5): string {
  const names = facts.slice(0, most).map(({ code, place }) => code ?? place);
  const rest = facts.length - names.length;
  if (rest > 0) return `${names.join(', ')} en ${rest} andere`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
}

export const children = (count: number): string => (count === 1 ? '1 kind' : `${count} kinderen`);
