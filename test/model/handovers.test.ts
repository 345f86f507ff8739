import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { noFacts } from '../../src/figures/facts.ts';
import type { HandoverFact } from '../../src/figures/facts.ts';
import { createWorld, ERMELO, ID, PUTTEN, type PersonName, type World } from '../support/world.ts';
import { daysFrom, plusMonths, type Day } from './calendar.ts';

/**
 * Random histories of handovers, told to the ledger one at a time, against a second reading
 * of the definitions with plain lists. What the database refuses did not happen.
 */
const HISTORIES = Number(process.env['KANSENLIJN_HISTORIES'] ?? 40);
const CHILDREN = [0, 1, 2, 3, 4];
const LOCATIONS = [ID.waterlelie, ID.bosrand, ID.ermelo] as const;
const GROUPS = { [ID.waterlelie]: ID.waterlelieGroup, [ID.bosrand]: ID.bosrandGroup, [ID.ermelo]: ID.ermeloGroup } as const;
const SCHOOLS = [ID.school, ID.schoolErmelo] as const;
const NAMES: Readonly<Record<string, string>> = { [ID.waterlelie]: 'De Waterlelie', [ID.bosrand]: 'De Bosrand', [ID.ermelo]: 'De Heidehof', [ID.school]: 'De Lindeboom', [ID.schoolErmelo]: 'De Beuk' };
const STEPS = ['consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn', 'prepared', 'sent', 'talk_held', 'completed', 'feedback_given', 'withdrawn'] as const;
const DAYS: readonly Day[] = ['2023-12-30', '2024-01-01', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-30', '2024-03-31', '2024-04-01', '2024-04-02', '2024-06-30'];
const BIRTHS: readonly Day[] = ['2019-12-31', '2020-01-01', '2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'];

interface Wish { readonly kind: 'place' | 'start' | 'begin' | 'step' | 'undo' | 'school' | 'join'; readonly child: number; readonly other: number; readonly pick: number; readonly day: Day }
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('place', 'place', 'start', 'start', 'begin', 'school', 'undo', 'join', ...Array.from({ length: 12 }, () => 'step' as const)),
  child: fc.constantFrom(...CHILDREN), other: fc.constantFrom(...CHILDREN), pick: fc.nat(1000), day: fc.constantFrom(...DAYS),
});

const childId = (run: number, child: number): string => `10000000-0000-4000-8000-${String(run * 10 + child).padStart(12, '0')}`;
const sqlId = (value: string | null): string => (value === null ? 'null' : `'${value}'`);

/** What is held to be true; copied after every event. */
interface State {
  placements: { child: number; at: string; start: Day }[];
  handovers: { id: string; child: number; by: 'childcare' | 'school'; at: string | null; school: string | null }[];
  steps: { id: string; handover: string; step: (typeof STEPS)[number]; day: Day }[];
  joins: { child: number; into: number }[];
}

let world: World;
let owner: pg.Client;
let run = 0;
let made = 0;
beforeAll(async () => {
  world = await createWorld();
  owner = new pg.Client({ connectionString: world.test.ownerUrl, options: '-c search_path=kansenlijn,public -c synchronous_commit=off' });
  await owner.connect();
});
afterAll(async () => { await owner.end(); await world.close(); });

const newId = (): string => `20000000-0000-4000-8000-${String(made += 1).padStart(12, '0')}`;

/** The statement of a wish, and what is true after it; undefined when there is nothing to do it to. */
function told(each: Wish, state: State): { sql: string; after: State } | undefined {
  const { kind, child, other, pick, day } = each;
  const at = LOCATIONS[pick % 3]!;
  const school = SCHOOLS[pick % 2]!;
  const copy: State = structuredClone(state);
  const handover = copy.handovers[pick % Math.max(1, copy.handovers.length)];
  switch (kind) {
    case 'place':
      copy.placements.push({ child, at, start: day });
      return { after: copy, sql: `insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid) values ('${childId(run, child)}', '${at}', '${GROUPS[at]}', false, 10, 2, '[${day},)')` };
    case 'start': case 'begin': {
      const one = { id: newId(), child, by: kind === 'start' ? 'childcare' as const : 'school' as const, at: kind === 'start' ? at : null, school: kind === 'begin' || pick % 3 === 0 ? school : null };
      copy.handovers.push(one);
      return { after: copy, sql: `insert into handover (id, child_id, location_id, school_id, started_by) values ('${one.id}', '${childId(run, child)}', ${sqlId(one.at)}, ${sqlId(one.school)}, '${one.by}')` };
    }
    case 'school': {
      if (!handover) return undefined;
      handover.school = school;
      return { after: copy, sql: `update handover set school_id = '${school}' where id = '${handover.id}'` };
    }
    case 'step': {
      if (!handover) return undefined;
      const one = { id: newId(), handover: handover.id, step: STEPS[(pick >> 2) % STEPS.length]!, day };
      copy.steps.push(one);
      return { after: copy, sql: `insert into handover_step (version_id, handover_id, step, side, on_date, how) values ('${one.id}', '${handover.id}', '${one.step}', 'childcare', '${day}', 'talk')` };
    }
    case 'undo': {
      const one = copy.steps[pick % Math.max(1, copy.steps.length)];
      if (!one) return undefined;
      copy.steps = copy.steps.filter((step) => step !== one);
      return { after: copy, sql: `update handover_step set closing = 'withdrawn' where version_id = '${one.id}'` };
    }
    case 'join':
      copy.joins.push({ child, into: other });
      return { after: copy, sql: `insert into child_join (child_id, into_child_id) values ('${childId(run, child)}', '${childId(run, other)}')` };
  }
}

interface Asked { readonly of: 'municipality' | 'location' | 'school'; readonly id: string; readonly from: Day; readonly day: Day }

/** One child that is due, by plain lists. */
function expected(state: State, births: readonly Day[], homes: readonly string[], { of, id, from, day }: Asked): HandoverFact[] {
  return CHILDREN.flatMap((child): HandoverFact[] => {
    const birthday4 = plusMonths(births[child]!, 48);
    if (birthday4 < from || birthday4 > day || state.joins.some((join) => join.child === child)) return [];
    const codes = [child, ...state.joins.filter(({ into }) => into === child).map((join) => join.child)];
    const placed = state.placements.filter((placement) => codes.includes(placement.child) && placement.start <= day).sort((a, b) => (a.start === b.start ? (a.at < b.at ? -1 : 1) : a.start > b.start ? -1 : 1))[0];
    const stepsOf = (handover: string) => state.steps.filter((step) => step.handover === handover && step.day <= day);
    const furthest = state.handovers.filter((one) => codes.includes(one.child) && stepsOf(one.id).length > 0 && !stepsOf(one.id).some(({ step }) => step === 'withdrawn'))
      .sort((a, b) => stepsOf(b.id).length - stepsOf(a.id).length || (a.id < b.id ? -1 : 1))[0];
    if (!placed && !furthest) return [];
    const steps = furthest ? stepsOf(furthest.id) : [];
    const first = (...names: string[]): Day | undefined => steps.filter(({ step }) => names.includes(step)).map((step) => step.day).sort()[0];
    const at = furthest?.at ?? placed?.at;
    const school = furthest?.school ?? undefined;
    if (of === 'municipality' && homes[child] !== id) return [];
    if (of === 'location' && at !== id) return [];
    if (of === 'school' && (school !== id || (first('sent') === undefined && furthest!.by !== 'school'))) return [];
    return [{
      child: childId(run, child), birthDate: births[child]!, birthday4, location: at && NAMES[at], school: school && NAMES[school], locationElsewhere: false, schoolElsewhere: false,
      consent: steps.filter(({ step }) => step.startsWith('consent_')).at(-1)?.step as HandoverFact['consent'], doneOn: first('sent', 'completed'), talkOn: first('talk_held'), feedbackOn: first('feedback_given'),
    }];
  });
}

const WHO: Readonly<Record<string, PersonName>> = { [PUTTEN]: 'official', [ERMELO]: 'officialErmelo', [ID.waterlelie]: 'waterlelie', [ID.ermelo]: 'ermelo', [ID.school]: 'school', [ID.schoolErmelo]: 'schoolErmelo' };
const asked: fc.Arbitrary<Asked> = fc.record({
  which: fc.constantFrom(['municipality', PUTTEN], ['municipality', ERMELO], ['location', ID.waterlelie], ['location', ID.ermelo], ['school', ID.school], ['school', ID.schoolErmelo]),
  from: fc.constantFrom<Day>('2023-12-31', '2024-01-01', '2024-02-29'), day: fc.constantFrom<Day>('2024-02-29', '2024-03-31', '2024-04-01', '2024-06-30'),
}).map(({ which, from, day }) => ({ of: which[0], id: which[1], from, day }));

const MEASURES = catalogue.all.filter(({ id }) => id.startsWith('handover'));
/** The facts that decide a figure, and every figure of them in counts. */
function readable(facts: readonly HandoverFact[], { from, day }: Asked): unknown {
  const params = { referenceDate: day, from, until: '2099-01-01', policy: {}, isPart: false, protected: false };
  return {
    facts: facts.map(({ child, birthday4, location, school, consent, doneOn, talkOn, feedbackOn }) => ({ child, birthday4, location, school, consent, doneOn, talkOn, feedbackOn })).sort((a, b) => (a.child < b.child ? -1 : 1)),
    figures: MEASURES.map((measure) => [measure.id, computeMeasure(measure, { ...noFacts, handovers: facts }, params).counts]),
  };
}

/** The measures once more, with loops and nothing of the code under test but the facts. */
function naive(facts: readonly HandoverFact[], { day }: Asked): Record<string, readonly [number, number]> {
  const totals = new Map<string, [number, number]>();
  const add = (id: string, numerator: boolean | number, denominator: boolean | number): void => {
    const [n, d] = totals.get(id) ?? [0, 0];
    totals.set(id, [n + Number(numerator), d + Number(denominator)]);
  };
  for (const { birthDate, birthday4, doneOn, consent, talkOn, feedbackOn } of facts) {
    const done = doneOn !== undefined;
    const turns = plusMonths(birthDate, 48);
    add('handovers-due', true, false);
    add('handovers-done', done, true);
    add('handovers-missing', !done, true);
    add('handovers-late', done ? doneOn >= turns : turns <= day, true);
    add('handovers-with-consent', done && consent === 'consent_given', done);
    add('handovers-refused', done && (consent === 'consent_refused' || consent === 'consent_withdrawn'), done);
    add('handover-days', done ? daysFrom(doneOn, birthday4) : 0, done);
    add('handover-talk', done && talkOn !== undefined, done);
    add('handover-feedback', done && feedbackOn !== undefined, done);
  }
  return Object.fromEntries(totals);
}

describe('the figures of handovers, on any history', () => {
  it('agree with the naive model, now, and in every earlier revision after all that came later', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.constantFrom(...BIRTHS), { minLength: 5, maxLength: 5 }), fc.array(fc.constantFrom(PUTTEN, PUTTEN, ERMELO), { minLength: 5, maxLength: 5 }), fc.array(wish, { minLength: 12, maxLength: 30 }), fc.array(asked, { minLength: 6, maxLength: 6 }),
      async (births, homes, wishes, questions) => {
        run += 1;
        await owner.query('truncate child cascade');
        for (const child of CHILDREN) {
          await owner.query(`insert into child (id, code) values ('${childId(run, child)}', 'PU-${String(run).padStart(4, '0')}-AAA${child}')`);
          await owner.query(`insert into child_detail (child_id, birth_date, municipality_code, valid) values ('${childId(run, child)}', '${births[child]!}', '${homes[child]!}', '[${births[child]!},)')`);
        }
        const moments: { revision: number; state: State }[] = [];
        let state: State = { placements: [], handovers: [], steps: [], joins: [] };
        for (const each of wishes) {
          const event = told(each, state);
          if (!event || !(await owner.query(event.sql).then(() => true, () => false))) continue;
          state = event.after;
          const { rows } = await owner.query<{ revision: string }>('select revision from ledger_clock');
          moments.push({ revision: Number(rows[0]!.revision), state });
        }
        for (const [index, question] of questions.entries()) {
          const moment = moments[(index * 7) % Math.max(1, moments.length)];
          for (const at of [undefined, moment]) {
            const then = at?.state ?? state;
            const { facts } = await world.as(WHO[question.id]!, ({ ports }) => ports.figures.handovers({
              ...(question.of === 'municipality' ? { municipalityCode: question.id } : question.of === 'location' ? { locationId: question.id } : { schoolId: question.id }),
              day: question.day, from: question.from, until: '2024-06-30' < question.day ? question.day : '2024-07-01', ...(at ? { asOf: { revision: at.revision } } : {}),
            }));
            const counted = facts.filter(({ birthday4 }) => birthday4 <= question.day);
            const model = expected(then, births, homes, question);
            expect(readable(counted, question)).toEqual(readable(model, question));
            const sums = naive(model, question);
            for (const measure of MEASURES) {
              const { numerator, denominator } = measure.count({ ...noFacts, handovers: counted }, { referenceDate: question.day, from: question.from, until: '2099-01-01', policy: {}, isPart: false, protected: false }) as { numerator: number; denominator: number };
              expect([numerator, denominator], measure.id).toEqual(sums[measure.id] ?? [0, 0]);
            }
          }
        }
      },
    ), { numRuns: HISTORIES });
  }, HISTORIES * 6_000);
});
