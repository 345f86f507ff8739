import type { IsoDate } from '../../../src/policy/engine/types.ts';
import { addDays } from '../../../src/policy/engine/days.ts';
import { Attacker, limitsOf } from '../../figures/attacker.ts';
import { inPeriod, onDay, taken, type Counts } from './counts.ts';
import type { History, Place } from './lives.ts';
import { QUARTER, type Heard } from './play.ts';

/** A number that somebody does not know: of what, of which days, and as known at the end of which. */
export interface Unknown { readonly kind: string; readonly from: IsoDate; readonly last: IsoDate; readonly known: IsoDate }
const nameOf = ({ kind, from, last, known }: Unknown): string => `${kind} of ${from}..${last} known ${known}`;

/** Figures of which the answer is one number, by their title. */
const VALUES: Readonly<Record<string, string>> = {
  'Niet bereikt': 'notReached', Onbekend: 'unknown', 'Wachtend op een plek': 'waiting', Doelgroeppeuters: 'targets', 'Bezette plekken': 'taken',
  Uitstroom: 'exits', 'Vroegtijdige uitstroom': 'early-exits', Instroom: 'intakes', 'Over te dragen kinderen': 'due', 'Overgedragen kinderen': 'done', 'Ontbrekende overdrachten': 'missing',
  'Overdrachten te laat': 'late', 'Overgedragen met toestemming': 'with-consent', 'Overgedragen zonder toestemming': 'refused', 'Overdrachten zonder toestemming': 'refused',
};
const OF_QUARTER = new Set(['exits', 'early-exits', 'intakes', 'due', 'done', 'missing', 'late', 'with-consent', 'refused']);
const PARTS: Readonly<Record<string, string>> = { Bereikt: 'reached', 'Niet bereikt of onbekend': 'others', 'Niet bereikt': 'notReached', Onbekend: 'unknown' };
const REASONS: Readonly<Record<string, string>> = { 'naar de basisschool (4 jaar)': 'school_at_4', verhuisd: 'moved', 'gestopt door ouders': 'parents_stopped', 'anders, namelijk': 'other' };
const LOCATIONS: Readonly<Record<string, Place>> = { 'De Waterlelie': 'waterlelie', 'De Bosrand': 'bosrand', 'De Es': 'wilg' };

/** Somebody who reads the cards of all that was asked, and keeps them. */
export class Keeper {
  readonly attacker = new Attacker();
  readonly unknowns = new Map<string, Unknown>();
  readonly #whole = new Set<string>();
  readonly #told = new Map<string, Pick<Heard, 'day' | 'known'>>();

  /** Keeps what a text tells of a number; nothing where it tells none. */
  keep(unknown: Unknown, text: string | undefined): void {
    const limits = limitsOf(text ?? '');
    if (limits) this.tell(unknown, limits.low, limits.high);
  }

  tell(unknown: Unknown, low: number, high: number): void {
    this.unknowns.set(nameOf(unknown), unknown);
    this.attacker.told(nameOf(unknown), low, high);
  }

  /** Sets what hangs together, once of each day or period. */
  relate({ from, last, known }: Unknown, sums: readonly (readonly [string, readonly string[]])[], atMost: readonly (readonly [string, string])[]): void {
    const name = (kind: string): string => nameOf({ kind, from, last, known });
    for (const [total, parts] of sums) this.once(`${name(total)} = ${parts.join()}`, () => this.attacker.sum(name(total), parts.map(name)));
    for (const [less, more] of atMost) this.once(`${name(less)} < ${name(more)}`, () => this.attacker.atMost(name(less), name(more)));
  }

  once(key: string, work: () => void): void {
    if (this.#whole.has(key)) return;
    this.#whole.add(key);
    work();
  }

  read(heard: Heard): this {
    for (const reference of heard.lines.join('\n').match(/KL-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []) if (!heard.asked.includes(reference)) this.#told.set(reference, heard);
    if (heard.who === 'post') this.#readPost(heard);
    else if (heard.asked.startsWith('toon berekening')) this.#readAgain(heard);
    else this.#readAnswer(heard.lines[1] ?? '', heard.lines.slice(3), heard);
    return this;
  }

  /** "Bereik · Putten", then its value, what it is of, and its parts. */
  #readAnswer(title: string, lines: readonly string[], { day, known }: Pick<Heard, 'day' | 'known'>): void {
    const [what = '', ...place] = title.split(' · ');
    if (place.join() !== 'Putten') return;
    const kind = VALUES[what];
    const of: Unknown = kind !== undefined && OF_QUARTER.has(kind) ? { kind, from: QUARTER.from, last: QUARTER.last, known } : { kind: kind ?? what, from: day, last: day, known };
    if (kind !== undefined) this.keep(of, lines[0]);
    if (what === 'Bereik') this.#readReach(of, lines);
    if (what === 'Bereik van alle peuters') this.keep({ ...of, kind: 'placed' }, lines[1]?.split(' van ')[0]);
    if (what === 'Vrije plekken') this.#readPlaces(of, lines);
    if (what === 'Bezetting') this.keep({ ...of, kind: 'taken' }, lines[1]?.split(' van ')[0]);
    if (kind !== undefined && OF_QUARTER.has(kind)) relateFlows(this, of);
    else relateDay(this, of);
  }

  #readReach(of: Unknown, lines: readonly string[]): void {
    const [reached, targets] = (lines[1] ?? '').replace(' doelgroeppeuters', '').split(' van ');
    this.keep({ ...of, kind: 'reached' }, reached);
    this.keep({ ...of, kind: 'targets' }, targets);
    for (const line of lines) {
      const [label = '', value] = line.split(': ');
      if (PARTS[label]) this.keep({ ...of, kind: PARTS[label] }, value);
    }
  }

  #readPlaces(of: Unknown, lines: readonly string[]): void {
    this.keep({ ...of, kind: 'free' }, lines[0]);
    for (const line of lines) {
      const [, location = '', free = '', offered] = /^(.+): ([\d-]+) van (\d+) vrij$/.exec(line) ?? [];
      const place = LOCATIONS[location];
      if (!place || !offered) continue;
      this.keep({ ...of, kind: `free at ${place}` }, free);
      this.tell({ ...of, kind: `offered at ${place}` }, Number(offered), Number(offered));
      this.relate(of, [[`offered at ${place}`, [`free at ${place}`, `on a place at ${place}`]]], [[`on a place at ${place}`, `taken at ${place}`]]);
      // Where a place is free, nobody is there without one.
      const { low, high } = limitsOf(free)!;
      this.tell({ ...of, kind: `taken at ${place}` }, Number(offered) - high, low > 0 ? Number(offered) - low : Infinity);
    }
    this.relate(of, [['free', Object.values(LOCATIONS).map((place) => `free at ${place}`)], ['taken', Object.values(LOCATIONS).map((place) => `taken at ${place}`)]], []);
  }

  /** "Bereik · Putten: 44-50% (40-44 van 85-93 doelgroeppeuters). Opnieuw berekend …" of what was told before. */
  #readAgain({ asked, lines }: Heard): void {
    const [, title = '', value = '', basis = ''] = /^(.+? · .+?): (.+?)(?: \((.+)\))?\. Opnieuw berekend/.exec(lines[2] ?? '') ?? [];
    const told = this.#told.get(/KL-\S+/.exec(asked)![0]);
    const day = /Peildatum: (\d\d)-(\d\d)-(\d{4})/.exec(lines.join('\n'));
    if (!told || lines.some((line) => line.startsWith('Geteld: ') && !line.includes('van 01-04-2026 tot en met 30-06-2026'))) return;
    if (lines.some((line) => line.startsWith('Uitgesplitst'))) return;
    this.#readAnswer(title, [value, basis, ...lines.slice(3)], { known: told.known, day: day ? `${day[3]!}-${day[2]!}-${day[1]!}` : told.day });
  }

  #readPost({ asked, day, known, lines }: Heard): void {
    const today: Unknown = { kind: '', from: day, last: day, known };
    const week: Unknown = { kind: '', from: addDays(day, -7), last: addDays(day, -1), known };
    const value = (label: string): string | undefined => lines.find((line) => line.startsWith(`${label}: `) && line.length < 100)?.slice(label.length + 2);
    this.keep({ ...today, kind: 'waiting' }, value('Wachtend op een plek'));
    this.keep({ ...today, kind: 'free' }, value('Vrije plekken')?.split(' van ')[0]);
    if (asked !== 'weekpost') return;
    const [, reached, others] = /(\S+) bereikt, (\S+) niet of onbekend/.exec(lines.join('\n')) ?? [];
    this.keep({ ...today, kind: 'reached' }, reached);
    this.keep({ ...today, kind: 'others' }, others);
    this.keep({ ...week, kind: 'intakes' }, value('Instroom'));
    for (const [label, reason] of Object.entries(REASONS)) this.keep({ ...week, kind: `exits ${reason}` }, value(`Uitstroom: ${label}`) ?? '<5');
    for (const [label, kind] of [['Over te dragen', 'due'], ['Te laat overgedragen', 'late'], ['Overdracht ontbreekt', 'missing']] as const) this.keep({ ...week, kind }, value(label) ?? '<5');
    relateDay(this, today);
    relateFlows(this, week);
  }
}

function relateDay(keeper: Keeper, of: Unknown): void {
  keeper.relate(of, [['others', ['notReached', 'unknown']], ['targets', ['reached', 'others']]], [['waiting', 'others'], ['reached', 'placed']]);
}

function relateFlows(keeper: Keeper, of: Unknown): void {
  keeper.relate(of, [
    ['exits', ['early-exits', 'other exits']], ['exits', Object.values(REASONS).map((reason) => `exits ${reason}`)], ['due', ['done', 'missing']], ['done', ['with-consent', 'refused', 'unanswered']],
  ], [['missing', 'late'], ['late', 'due']]);
}

/** What is true of a number, where that is counted. */
export function truthOf(history: History, { kind, from, last, known }: Unknown): number | undefined {
  const at = kind.split(' at ')[1] as Place | undefined;
  if (from !== last || OF_QUARTER.has(kind)) return inPeriod(history, from, last, known)[kind];
  const places: Counts = taken(history, from, known);
  const { reached = 0, others = 0, ...rest }: Counts = onDay(history, from, known);
  const free = (place: string): number => Math.max(0, history.offered[place as Place] - (places[place] ?? 0));
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  const counts: Counts = { ...rest, reached, others, targets: reached + others, taken: sum(Object.values(places)), free: sum(Object.keys(places).map(free)) };
  if (at === undefined) return counts[kind];
  return kind.startsWith('taken') ? places[at] : kind.startsWith('free') ? free(at) : kind.startsWith('offered') ? history.offered[at] : undefined;
}
