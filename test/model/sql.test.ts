import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AsOf, Ports } from '../../dialogs/ports.ts';
import type { Figure } from '../../src/figures/types.ts';
import { computeFigure, type ComputedFigure } from '../../src/turn/compute-figure.ts';
import { planFigure } from '../../src/turn/plan-figure.ts';
import { createWorld, TENANT, type World } from '../support/world.ts';
import type { Answer } from './ask.ts';
import { anyHistory } from './histories.ts';
import { EMPTY_SQL, endOf, PEOPLE, tellAll, WORLD_SQL } from './ledger.ts';
import { answerOf } from './model.ts';
import { anyQuestions, policyOf, type Asked } from './questions.ts';
import { noRecords, recordsAfter, type Event } from './records.ts';
import { writtenLines } from './wording.ts';
import { REGION } from './world.ts';

/** Longer runs: KANSENLIJN_HISTORIES=2000. A failure prints the seed; KANSENLIJN_SEED runs it again. */
const HISTORIES = Number(process.env['KANSENLIJN_HISTORIES'] ?? 60);
const SEED = process.env['KANSENLIJN_SEED'] === undefined ? {} : { seed: Number(process.env['KANSENLIJN_SEED']) };

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

async function as<T>(person: keyof typeof PEOPLE, work: (ports: Ports) => Promise<T>): Promise<T> {
  const turn = await world.database.inTurn({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, undefined, ({ ports }) => work(ports));
  if (!turn.fresh) throw new Error('a turn without an activity id is always fresh');
  return turn.value;
}

function compute(ports: Ports, { question, scope, period, today }: Asked, asOf: AsOf = {}): Promise<ComputedFigure> {
  const plan = planFigure({ measure: question.measure, period, breakdown: question.split }, scope, { policy: policyOf, today });
  if (!('request' in plan)) throw new Error(`no figure of ${question.measure}`);
  return computeFigure(ports, plan.request, asOf);
}

interface Told { readonly numerator: number; readonly denominator: number; readonly lines: readonly string[]; readonly missing: boolean }
const told = ({ numerator = 0, denominator = 0, parts, value }: Figure): Told =>
  ({ numerator, denominator, lines: parts.map((part) => `${part.label}: ${part.value}`).sort(), missing: value === 'niet te geven' });
const expected = (answer: Answer, asked: Asked): Told =>
  ({ numerator: answer.numerator, denominator: answer.denominator, lines: writtenLines(answer, asked.question), missing: answer.missing ?? false });

/** Measures of which the denominator is told only where it says something. */
const nameOf = ({ question, period, known }: Asked, when: string): string => JSON.stringify({ ...question, period: period.label, when, known });

interface Disagreement { readonly asked: string; readonly sql: unknown; readonly model: unknown }

/** Everything that is asked of one history, half way and at the end. */
async function disagreements(events: readonly Event[], questions: readonly Asked[]): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  const compare = (asked: Asked, when: string, sql: unknown, model: unknown): void => {
    if (JSON.stringify(sql) !== JSON.stringify(model)) found.push({ asked: nameOf(asked, when), sql, model });
  };
  await owner.query(EMPTY_SQL);
  const written = noRecords();
  const half = Math.floor(events.length / 2);
  const revisions = await tellAll(owner, events.slice(0, half), written);
  const early = recordsAfter(events, half);
  const before = new Map<Asked, ComputedFigure>();
  for (const code of REGION.members) {
    await as(code, async (ports) => {
      for (const asked of questions.filter(({ question }) => question.sees[0] === code)) {
        const computed = await compute(ports, asked);
        before.set(asked, computed);
        compare(asked, 'half way', told(computed.figure), expected(answerOf(early, asked.question), asked));
      }
    });
  }
  revisions.push(...await tellAll(owner, events.slice(half), written));
  for (const code of REGION.members) {
    await as(code, async (ports) => {
      for (const [asked, { revision, counts }] of before) {
        if (asked.question.sees[0] !== code) continue;
        compare(asked, 'half way, computed again at the end', (await compute(ports, asked, { revision })).counts, counts);
        const after = 1 + (asked.after % events.length);
        const asOf = { ...(after === events.length ? {} : { revision: revisions[after - 1] }), ...(asked.known === undefined ? {} : { knownAt: endOf(asked.known) }) };
        compare(asked, `after ${after} of ${events.length}`, told((await compute(ports, asked, asOf)).figure), expected(answerOf(recordsAfter(events, after, asked.known), asked.question), asked));
      }
    });
  }
  return found;
}

describe('every measure, on any history', () => {
  it('agrees with the naive model, now and as it was', async () => {
    await fc.assert(fc.asyncProperty(anyHistory, anyQuestions, async (events, questions) => {
      const found = await disagreements(events, questions);
      if (process.env['KANSENLIJN_EXPLORE']) {
        for (const each of found) process.stdout.write(`DIS ${JSON.stringify(each)}\n`);
        return;
      }
      expect(found.slice(0, 3)).toEqual([]);
    }), { numRuns: HISTORIES, ...SEED, interruptAfterTimeLimit: 1_000_000 });
  }, 2_000_000);
});
