import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSmall } from '../../src/figures/disclosure.ts';
import { anyHistory, calmHistory, type History } from './attack/lives.ts';
import { play, type Heard } from './attack/play.ts';
import { Keeper, truthOf } from './attack/read.ts';
import { differences, twinOf } from './attack/twin.ts';

/**
 * Somebody who asks for everything that may be asked, in the chat and in a channel, reads each
 * post, and keeps it all: over the real database, with all in it recorded on its own day, late
 * or wrong at first. See ADR 15.
 */

/** Each with its twin, and the same every time. More of them: KANSENLIJN_ATTACKS=30. */
const ATTACKS = Number(process.env['KANSENLIJN_ATTACKS'] ?? 2);
const SEEDS = Array.from({ length: ATTACKS }, (_, index) => index + 1);
const historyOf = (seed: number): History => fc.sample(seed % 2 === 0 ? anyHistory : calmHistory, { seed, numRuns: 1 })[0]!;

const readAll = (heard: readonly Heard[]): Keeper => heard.reduce((keeper, one) => keeper.read(one), new Keeper());
const kindOf = (name: string): string => name.split(' of ')[0]!;
/** Places that are offered are public, also when all of them are taken. */
const isOfChildren = (name: string): boolean => !/^(?:offered|on a place) at /.test(name);
const smallPinned = ({ attacker }: Keeper) => attacker.think().pinned().filter(({ name, value }) => isOfChildren(name) && isSmall(value));

/** Of one kind two numbers of which the difference can be only one, of 1 to 4. */
function smallDifferences({ attacker }: Keeper): string[] {
  const names = attacker.think().names.filter(isOfChildren);
  return names.flatMap((name, index) => names.slice(0, index).filter((other) => kindOf(other) === kindOf(name)).flatMap((other) => {
    const [a, b] = [attacker.limits(name), attacker.limits(other)];
    return a.low - b.high === a.high - b.low && isSmall(Math.abs(a.low - b.high)) ? [`${name}, ${other}`] : [];
  }));
}

const CLOSELY = ['reached', 'others', 'notReached', 'unknown', 'waiting'] as const;
/** What hangs together on one day, tried value by value. */
function smallAlone({ attacker, unknowns }: Keeper): unknown[] {
  const days = [...unknowns.values()].filter(({ kind }) => kind === 'waiting').map(({ from, known }) => CLOSELY.map((kind) => `${kind} of ${from}..${from} known ${known}`));
  return days.filter((names) => names.every((name) => unknowns.has(name)))
    .flatMap((names) => attacker.alone(names, ([, others = 0, notReached = 0, unknown = 0, waiting = 0]) => notReached + unknown === others && waiting <= others)).filter(({ value }) => isSmall(value));
}

/** What was said, whatever references it got and whenever it was asked. */
const said = (lines: readonly string[]): string => lines.join('\n').replaceAll(/KL-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'KL').replaceAll(/\d\d-\d\d-\d{4} \d\d:\d\d/g, 'moment');

describe.each(SEEDS)('a reader and a channel over a quarter and more, in history %d', (seed) => {
  const history = historyOf(seed);
  let twin: History;
  let heard: Heard[];
  let heardOfTwin: Heard[];
  beforeAll(async () => {
    twin = twinOf(history, seed);
    [heard, heardOfTwin] = await Promise.all([play(history), play(twin)]);
  }, 120_000);

  it('are told what is true: each number lies where it was said to lie', () => {
    const { attacker, unknowns } = readAll(heard);
    expect(unknowns.size).toBeGreaterThan(500);
    const wrong = [...unknowns].filter(([name, unknown]) => {
      const truth = truthOf(history, unknown);
      const { low, high } = attacker.limits(name);
      return truth === undefined || truth < low || truth > high;
    });
    expect(wrong).toEqual([]);
  });

  it('pin no number of 1 to 4', () => {
    const keeper = readAll(heard);
    expect(smallPinned(keeper)).toEqual([]);
    expect(smallAlone(keeper)).toEqual([]);
  });

  it('pin no difference of 1 to 4 between two days, weeks or moments of knowledge', () => {
    expect(smallDifferences(readAll(heard))).toEqual([]);
  });

  it('are told the same, word for word, of another history with other numbers in the same bands', () => {
    expect(differences(history, twin)).toBeGreaterThan(20);
    expect(heardOfTwin.length).toBe(heard.length);
    const other = heard.flatMap(({ on, who, asked, lines }, index) => {
      const [one, two] = [said(lines), said(heardOfTwin[index]!.lines)];
      return one === two ? [] : [{ on, who, asked, one, two }];
    });
    expect(other).toEqual([]);
  });

  it('are told the same as each other', () => {
    const ofReader = new Map(heard.filter(({ who }) => who === 'reader').map((one) => [`${one.on} ${one.asked}`, said(one.lines.slice(1))]));
    const inThread = heard.filter(({ who }) => who === 'thread');
    expect(inThread.length).toBeGreaterThan(40);
    const other = inThread.flatMap(({ on, asked, lines }) => {
      const [one, two] = [said(lines.slice(1)), ofReader.get(`${on} ${asked}`)!];
      // What is for other roles than readers is told in a channel without a number.
      return one === two || (two.includes('hoort niet bij uw rol') && one.includes('\nniet getoond\n')) ? [] : [{ on, asked, one, two }];
    });
    expect(other).toEqual([]);
  });

  it('would pin a small number if one count were told exactly: the test can fail', () => {
    const keeper = readAll(heard);
    const few = [...keeper.unknowns.values()].find((unknown) => isOfChildren(unknown.kind) && isSmall(truthOf(history, unknown) ?? 0))!;
    keeper.keep(few, String(truthOf(history, few)));
    expect(smallPinned(keeper).length).toBeGreaterThan(0);
  });
});
