import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImportWorld, FOLDER, type ImportWorld, snapshot } from './support.ts';

let world: ImportWorld;
beforeAll(async () => { world = await createImportWorld(); });
beforeEach(async () => {
  await world.client.query('truncate municipality, region, organisation, child, person, import_record, ledger_revision cascade');
});
afterAll(() => world.close());

const moves = (...rows: string[]): string => ['id;kind;datum;gemeente;wijk', ...rows].join('\n');
const withMoves = (...rows: string[]) => ({ ...FOLDER, verhuizingen: moves(...rows) });
/** Where k1, born on 1 May 2022, lives according to what we believe now. */
const LIVES = `select d.municipality_code || ' ' || coalesce(n.name, '-') || ' ' || d.valid || ' ' || d.change from child_detail d left join neighbourhood n on n.id = d.neighbourhood_id
  where d.birth_date < '2022-06-01' and d.closed_revision is null order by d.valid`;
const beliefs = () => world.column('select count(*) from child_detail');

describe('moves of children', () => {
  it('of a new child give it one residence after the other, without beliefs in between', async () => {
    expect(await world.problems(withMoves('h2;k1;01-02-2025;0273;w1', 'h1;k1;01-09-2023;0233;w2'))).toEqual([]);
    expect(await world.column(LIVES)).toEqual([
      '0273 Huinen [2022-05-01,2023-09-01) imported', '0233 Centrum [2023-09-01,2025-02-01) moved', '0273 Huinen [2025-02-01,) moved',
    ]);
    expect(await beliefs()).toEqual([4]);
  });

  it('of a child that is here already end where it lived', async () => {
    await world.import(FOLDER);
    await world.import({ verhuizingen: moves('h1;k1;01-09-2023;0233;') });
    expect(await world.column(LIVES)).toEqual(['0273 Huinen [2022-05-01,2023-09-01) moved', '0233 - [2023-09-01,) moved']);
    expect(await world.column(`select valid::text || ' ' || closing || ' ' || closing_reason from child_detail where closing is not null`)).toEqual(['[2022-05-01,) corrected import']);
    expect(await world.column('select count(distinct fact_id) from child_detail')).toEqual([3]);
  });

  it('can come in any order', async () => {
    await world.import(withMoves('h2;k1;01-02-2025;0273;w1'));
    await world.import({ verhuizingen: moves('h1;k1;01-09-2023;0233;') });
    expect(await world.column(LIVES)).toEqual(['0273 Huinen [2022-05-01,2023-09-01) moved', '0233 - [2023-09-01,2025-02-01) moved', '0273 Huinen [2025-02-01,) moved']);
  });

  it('change nothing when they come again, with an id or without', async () => {
    const bare = { verhuizingen: 'kind;datum;gemeente\nk1;01-09-2023;0233' };
    await world.import({ ...FOLDER, ...bare });
    const before = await snapshot(world.client);
    expect((await world.import({ verhuizingen: bare.verhuizingen.replace('01-09-2023', '2023-09-01') })).files[0]).toMatchObject({ unchanged: 1 });
    expect(await snapshot(world.client)).toBe(before);
    expect((await world.import(withMoves('h1;k1;01-09-2023;0233;'))).problems).toEqual([]);
    expect(await beliefs()).toEqual([3]);
  });

  it('can be corrected, also to before another', async () => {
    await world.import(withMoves('h1;k1;01-09-2023;0233;', 'h2;k1;01-02-2025;0273;w1'));
    await world.import({ verhuizingen: moves('h1;k1;01-03-2025;0233;w2', 'h2;k1;01-02-2025;0273;w1') });
    expect(await world.column(LIVES)).toEqual(['0273 Huinen [2022-05-01,2025-02-01) moved', '0273 Huinen [2025-02-01,2025-03-01) moved', '0233 Centrum [2025-03-01,) corrected']);
  });

  it('stay when the row of the child changes: that is about where it lived first', async () => {
    await world.import(withMoves('h1;k1;01-09-2023;0233;'));
    await world.import({ ...FOLDER, kinderen: FOLDER['kinderen']!.replace('2022-05-01;0273;w1', '2022-05-02;0273;') });
    expect(await world.column(LIVES)).toEqual(['0273 - [2022-05-02,2023-09-01) corrected', '0233 - [2023-09-01,) corrected']);
    await world.import({ ...FOLDER, kinderen: FOLDER['kinderen']!.replace('2022-05-01;0273;w1', '2022-05-02;0273;w1') });
    expect(await world.column(LIVES)).toEqual(['0273 Huinen [2022-05-02,2023-09-01) corrected', '0233 - [2023-09-01,) corrected']);
  });

  it('are known from the moment that the import states', async () => {
    await world.import(FOLDER, { knownAt: new Date('2023-01-01T00:00:00Z') });
    await world.import({ verhuizingen: moves('h1;k1;01-09-2023;0233;') }, { knownAt: new Date('2023-10-01T00:00:00Z') });
    expect(await world.column(`select municipality_code from child_detail where birth_date < '2022-06-01' and valid @> '2023-12-31'::date
      and believed(revision, known_from, closed_revision, known_until, 99, '2023-09-30')`)).toEqual(['0273']);
  });

  it.each<[string, string[], string[]]>([
    ['before birth', ['h1;k1;30-04-2022;0233;'], ['verhuizingen.csv, regel 2, kolom datum, waarde "30-04-2022": ligt voor de geboorte van het kind (01-05-2022).']],
    ['on the day of birth', ['h1;k1;01-05-2022;0233;'], ['verhuizingen.csv, regel 2, kolom datum, waarde "01-05-2022": is de geboortedag van het kind; zet deze gemeente dan in kinderen.csv.']],
    ['in the future', ['h1;k1;23-11-2026;0233;'], ['verhuizingen.csv, regel 2, kolom datum, waarde "23-11-2026": ligt in de toekomst.']],
    ['twice on one day', ['h1;k1;01-09-2023;0233;', 'h2;k1;01-09-2023;0273;'], ['verhuizingen.csv, regel 3, kolom datum, waarde "01-09-2023": dit kind verhuist op deze dag ook volgens regel 2.']],
    ['to a neighbourhood elsewhere', ['h1;k1;01-09-2023;0233;w1'], ['verhuizingen.csv, regel 2, kolom wijk, waarde "w1": deze wijk ligt niet in gemeente 0233.']],
    ['of an unknown child', ['h1;k9;01-09-2023;0233;'], ['verhuizingen.csv, regel 2, kolom kind, waarde "k9": staat niet in kinderen.csv en niet in een eerdere import van deze bron.']],
  ])('are refused %s', async (_name, rows, expected) => expect(await world.problems(withMoves(...rows))).toEqual(expected));

  it('are accepted on the day after birth and today', async () => {
    expect(await world.problems(withMoves('h1;k1;02-05-2022;0233;', 'h2;k1;22-11-2026;0273;'))).toEqual([]);
  });

  it('are refused when they do not fit what is stored', async () => {
    await world.import(withMoves('h1;k1;01-09-2023;0233;'));
    expect(await world.problems({ verhuizingen: moves('h3;k1;01-09-2023;0273;') })).toEqual([
      'verhuizingen.csv, regel 2, kolom datum, waarde "01-09-2023": dit kind verhuist op deze dag ook volgens wat al vastligt.']);
    expect(await world.problems({ verhuizingen: moves('h1;k2;01-09-2023;0233;') })).toEqual([
      'verhuizingen.csv, regel 2, kolom kind, waarde "k2": deze verhuizing hoort al bij een ander kind; geef een andere verhuizing een nieuwe id.']);
    expect(await world.problems({ kinderen: FOLDER['kinderen']!.replace('2022-05-01', '2023-09-01') })).toContain(
      'kinderen.csv, regel 2, kolom geboortedatum, waarde "01-09-2023": ligt niet voor de verhuizing die al vastligt op 01-09-2023.');
  });
});
