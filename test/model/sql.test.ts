import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AsOf, Ports } from '../../dialogs/ports.ts';
import { catalogue } from '../../src/figures/catalogue.ts';
import type { Figure } from '../../src/figures/types.ts';
import { computeFigure, type ComputedFigure } from '../../src/turn/compute-figure.ts';
import { planFigure } from '../../src/turn/plan-figure.ts';
import { createWorld, TENANT, type World } from '../support/world.ts';
import type { Answer } from './ask.ts';
import { dayBefore, monthsOld, plusMonths } from './calendar.ts';
import { anyHistory } from './histories.ts';
import { EMPTY_SQL, endOf, PEOPLE, tellAll, WORLD_SQL } from './ledger.ts';
import { linesOf, sumOf } from './lines.ts';
import { answerOf } from './model.ts';
import { anyQuestions, policyOf, regionScope, type Asked } from './questions.ts';
import { noRecords, recordsAfter, type Event, type Records } from './records.ts';
import { writtenLines } from './wording.ts';
import { MUNICIPALITIES, REGION } from './world.ts';

/** A longer run: KANSENLIJN_HISTORIES=2000. A failure prints its seed; KANSENLIJN_SEED runs that one again. */
const HISTORIES = Number(process.env['KANSENLIJN_HISTORIES'] ?? 60);
const SEED = process.env['KANSENLIJN_SEED'];
/** Far more than it takes; ends the search for a smaller example of a failure. */
const WITHIN = { interruptAfterTimeLimit: HISTORIES * 5_000, markInterruptAsFailure: true };

let world: World;
let owner: pg.Client;
beforeAll(async () => {
  world = await createWorld();
  owner = new pg.Client({ connectionString: world.test.ownerUrl, options: '-c search_path=kansenlijn,public -c synchronous_commit=off' });
  await owner.connect();
  await owner.query(WORLD_SQL);
  // Planning each statement anew would take longer than running it on so few records.
  await owner.query(`alter database ${pg.escapeIdentifier(new URL(world.test.ownerUrl).pathname.slice(1))} set plan_cache_mode = force_generic_plan`);
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

type Person = keyof typeof PEOPLE;
async function as<T>(person: Person, work: (ports: Ports) => Promise<T>): Promise<T> {
  const turn = await world.database.inTurn({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, undefined, ({ ports }) => work(ports));
  if (!turn.fresh) throw new Error('a turn without an activity id is always fresh');
  return turn.value;
}

function compute(ports: Ports, { question, scope, period, today }: Asked, asOf: AsOf = {}): Promise<ComputedFigure> {
  const plan = planFigure({ measure: question.measure, when: { kind: 'period', assumed: false, period: { kind: 'range', ...period } }, ...(question.split === undefined ? {} : { split: question.split }) }, [scope], { policy: policyOf, today });
  if (!('request' in plan)) throw new Error(`no figure of ${question.measure}`);
  return computeFigure(ports, plan.request, asOf);
}

/** What of a figure is compared. A denominator of none is not told; two of one name are told apart by their provider. */
interface Told { readonly numerator: number; readonly denominator: number; readonly lines: readonly string[]; readonly missing: boolean }
const toldBy = ({ numerator = 0, denominator = 0, parts, value }: Figure): Told =>
  ({ numerator, denominator, lines: parts.map((part) => `${part.label.replace(/ \(Aanbieder \w+\)/, '')}: ${part.value}`).sort(), missing: value === 'niet te geven' });
const expected = (records: Records, { question }: Asked): Told => toldInModel(answerOf(records, question), question);
const toldInModel = (answer: Answer, question: Asked['question']): Told =>
  ({ numerator: answer.numerator, denominator: answer.denominator, lines: writtenLines(answer, question), missing: answer.missing ?? false });

/** A region is its members, each by its own definition. Lines whose names a member has to itself are compared with the member. */
function expectedOfRegion(records: Records, { question }: Asked): Told {
  const members = REGION.members.map((code) => answerOf(records, { ...question, scope: { kind: 'municipality', code } }));
  const together = { ...sumOf(members), lines: linesOf(members.flatMap(({ lines }) => lines)), missing: members.some(({ missing }) => missing) };
  const names = MUNICIPALITIES.filter(({ code }) => (REGION.members as readonly string[]).includes(code)).map(({ name }) => name).sort();
  return { ...toldInModel(together, question), ...(together.missing ? { numerator: 0, denominator: 0 } : {}), ...(question.split === undefined ? { lines: names } : {}) };
}

interface Disagreement { readonly asked: unknown; readonly sql: unknown; readonly model: unknown }

/** Everything that is asked of one history: half way, that again at the end, and as it was known at some moment. */
async function disagreements(events: readonly Event[], questions: readonly Asked[]): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  const compare = ({ question, period, known }: Asked, when: string, sql: unknown, model: unknown): void => {
    if (JSON.stringify(sql) !== JSON.stringify(model)) found.push({ asked: { ...question, period: period.label, known, when }, sql, model });
  };
  const askAll = async (ask: (ports: Ports, asked: Asked) => Promise<void>): Promise<void> => {
    for (const code of REGION.members) await as(code, async (ports) => { for (const asked of questions) if (asked.question.sees[0] === code) await ask(ports, asked); });
  };
  await owner.query(EMPTY_SQL);
  const written = noRecords();
  const half = Math.floor(events.length / 2);
  const revisions = await tellAll(owner, events.slice(0, half), written);
  const [early, late] = [recordsAfter(events, half), recordsAfter(events, events.length)];
  const before = new Map<Asked, ComputedFigure>();
  await askAll(async (ports, asked) => {
    const computed = await compute(ports, asked);
    before.set(asked, computed);
    compare(asked, 'half way', toldBy(computed.figure), expected(early, asked));
  });
  revisions.push(...await tellAll(owner, events.slice(half), written));
  await askAll(async (ports, asked) => {
    const { revision, counts } = before.get(asked)!;
    compare(asked, 'half way, computed again at the end', (await compute(ports, asked, { revision })).counts, counts);
    const after = 1 + (asked.after % events.length);
    const asOf = { ...(after === events.length ? {} : { revision: revisions[after - 1] }), ...(asked.known === undefined ? {} : { knownAt: endOf(asked.known) }) };
    compare(asked, `after ${after} of ${events.length}`, toldBy((await compute(ports, asked, asOf)).figure), expected(recordsAfter(events, after, asked.known), asked));
  });
  await as('region', async (ports) => {
    for (const asked of questions.map(ofRegion)) {
      const figure = toldBy((await compute(ports, asked)).figure);
      const lines = asked.question.split === undefined ? figure.lines.map((line) => line.split(':')[0]) : figure.lines;
      compare(asked, 'at the end, of the region', { ...figure, lines }, expectedOfRegion(late, asked));
    }
  });
  return found;
}

/** The same of the whole region; split only by what has one name in all of it. */
function ofRegion(asked: Asked): Asked {
  const shared = (['provider', 'ground', 'reason'] as const).filter((split) => catalogue.get(asked.question.measure).breakdowns.includes(split));
  const split = [undefined, ...shared][asked.after % (shared.length + 1)];
  return { ...asked, scope: regionScope, question: { ...asked.question, split, sees: REGION.members } };
}

describe('the months of the model', () => {
  it('are those of PostgreSQL, on each day of four years and each age that is a limit', async () => {
    const { rows } = await owner.query<{ birth: string; months: number; day: string }>(`
      select d::date::text as birth, m as months, (d + make_interval(months => m))::date::text as day
      from generate_series('2019-12-31'::date, '2024-03-01', '1 day') d, unnest(array[-12, 0, 1, 24, 30, 48]) m`);
    expect(rows.filter(({ birth, months, day }) => plusMonths(birth, months) !== day)).toEqual([]);
    expect(rows.filter(({ birth, months, day }) => months >= 0 && (monthsOld(birth, day) !== months || (months > 0 && monthsOld(birth, dayBefore(day)) !== months - 1))).map(({ birth, months }) => [birth, months])).toEqual([]);
  });
});

describe('every measure, on any history', () => {
  it('agrees with the naive model, now, as it was, and computed again after all that came later', async () => {
    await fc.assert(fc.asyncProperty(anyHistory, anyQuestions, async (events, questions) => {
      expect((await disagreements(events, questions)).slice(0, 3)).toEqual([]);
    }), { numRuns: HISTORIES, ...(SEED === undefined ? {} : { seed: Number(SEED) }), ...WITHIN });
  }, HISTORIES * 6_000);
});
