import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts } from '../../src/figures/add-counts.ts';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import { noFacts, type Facts } from '../../src/figures/facts.ts';
import { noKindergarten, type AgreementFact, type KindergartenFacts, type ResultFact, type SchoolFact } from '../../src/figures/kindergarten-facts.ts';
import { roundedShare } from '../../src/figures/results-figure.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { anyKindergarten, params } from './facts.ts';

const YEAR = { from: '2023-08-01', until: '2024-08-01', referenceDate: '2024-07-31' };
const school = (id: string, more: Partial<SchoolFact> = {}): SchoolFact => ({ schoolId: id, school: `School ${id}`, board: 'De Linde', boardId: 'b1', ...more });
const result = (schoolId: string, more: Partial<ResultFact> = {}): ResultFact =>
  ({ schoolId, schoolYear: 2023, moment: 'end_group_2', domain: 'language', instrument: 'kijk', children: 20, atLevel: 15, veChildren: 8, veAtLevel: 6, ...more });
const agreement = (more: Partial<AgreementFact> = {}): AgreementFact => ({ schoolYear: 2023, moment: 'end_group_2', domain: 'language', instrument: 'kijk', population: 've', level: 'fase 9', targetPercent: 75, ...more });
const given = (more: Partial<KindergartenFacts>): Facts => ({ ...noFacts, kindergarten: { ...noKindergarten, schools: [school('1'), school('2'), school('3')], ...more } });
const figure = (id: MeasureId, facts: Facts, more: Partial<MeasureParams> = {}): Figure => computeMeasure(catalogue.get(id), facts, params({ ...YEAR, ...more })).figure;
const parts = ({ parts: lines }: Figure): string[] => lines.map(({ label, value }) => `${label}: ${value}`);

describe('results of one domain', () => {
  it('are the share of VE children by the agreed instrument, held against the agreement', () => {
    const told = figure('results-language', given({ results: [result('1'), result('2', { veChildren: 4, veAtLevel: 2 })], agreements: [agreement()] }));
    expect(told).toMatchObject({ value: '66,7%', basis: '8 van 12 VE-kinderen op of boven het niveau', numerator: 8, denominator: 12 });
    expect(told.remarks[0]).toBe('Afspraak: 75% van VE-kinderen, fase 9. Niet gehaald.');
    expect(told.remarks[1]).toBe('Eind groep 2, schooljaar 2023-2024. 2 van 3 scholen leverden een resultaat.');
    expect(parts(told)).toEqual(['VE-kinderen: 66,7% (8 van 12)', 'Alle kinderen: 75,0% (30 van 40)']);
  });
  it.each([[9, 12, 'Gehaald.'], [8, 12, 'Niet gehaald.'], [0, 12, 'Niet gehaald.'], [12, 12, 'Gehaald.']] as const)('with %s of %s against 75%%: %s', (veAtLevel, veChildren, expected) => {
    expect(figure('results-language', given({ results: [result('1', { veChildren, veAtLevel })], agreements: [agreement()] })).remarks[0]).toMatch(new RegExp(`fase 9\\. ${expected}$`));
  });
  it('are of all children where that is agreed', () => {
    expect(figure('results-language', given({ results: [result('1')], agreements: [agreement({ population: 'all' })] }))).toMatchObject({ value: '75,0%', basis: '15 van 20 kinderen op of boven het niveau' });
  });
  it('never add up two instruments: what is not agreed stands apart', () => {
    const told = figure('results-language', given({ results: [result('1'), result('2', { instrument: 'bosos', veAtLevel: 0 })], agreements: [agreement()] }));
    expect(told).toMatchObject({ value: '75,0%', numerator: 6, denominator: 8 });
    expect(parts(told)).toEqual(['Taal, BOSOS, niet het afgesproken instrument: 0% (0 van 8)', 'Taal, KIJK!: 75,0% (6 van 8), afspraak 75%: gehaald']);
    const without = figure('results-language', given({ results: [result('1'), result('2', { instrument: 'bosos' })] }));
    expect(without.value).toBe('apart per instrument');
    expect(without.numerator).toBeUndefined();
  });
  it('of "another instrument" stand apart for each school', () => {
    const told = figure('results-language', given({ results: [result('1', { instrument: 'other' }), result('2', { instrument: 'other' })] }));
    expect(told.value).toBe('apart per instrument');
    expect(told.parts).toHaveLength(2);
  });
  it('without an agreement say so, and without VE children give no share', () => {
    const told = figure('results-language', given({ results: [result('1', { veChildren: 0, veAtLevel: 0 })] }));
    expect(told.value).toBe('geen');
    expect(told.remarks[0]).toBe('Geen afspraak vastgelegd.');
    expect(figure('results-language', given({})).value).toBe('geen');
  });
  it('take the agreement of the board before that of the municipality, and judge nothing where they differ', () => {
    const schools = [school('1'), school('2', { boardId: 'b2', board: 'De Kring' })];
    const agreements = [agreement(), agreement({ boardId: 'b2', targetPercent: 90 })];
    expect(figure('results-language', given({ schools, results: [result('1'), result('2')], agreements })).remarks[0]).toBe('De afspraken verschillen per schoolbestuur; daarom staat hier geen oordeel.');
    expect(parts(figure('results-language', given({ schools, results: [result('1'), result('2')], agreements }), { breakdown: 'board' }))).toEqual(['De Kring: 75,0% (6 van 8), afspraak 90%: niet gehaald', 'De Linde: 75,0% (6 van 8), afspraak 75%: gehaald']);
  });
  it('are of the latest school year in the period, and of none when none is measured in it', () => {
    const results = [result('1'), result('1', { schoolYear: 2022, veAtLevel: 0 })];
    expect(figure('results-language', given({ results }), { from: '2022-08-01' }).value).toBe('75,0%');
    expect(figure('results-language', given({ results }), { from: '2022-08-01', until: '2023-08-01', referenceDate: '2023-07-31' }).value).toBe('0%');
    const none = figure('results-language', given({ results }), { from: '2024-05-02', until: '2024-08-01' });
    expect([none.value, none.remarks.length]).toEqual(['geen', 1]);
    expect(none.remarks[0]).toContain('In deze periode worden geen resultaten gemeten');
  });
});

describe('results of all domains', () => {
  it('count how many agreements were met, and add no domains up', () => {
    const told = figure('results', given({ results: [result('1'), result('1', { domain: 'motor', veAtLevel: 1 }), result('1', { domain: 'social' })], agreements: [agreement(), agreement({ domain: 'motor' })] }));
    expect(told.value).toBe('1 van 2 afspraken gehaald');
    expect(told.numerator).toBeUndefined();
    expect(parts(told)).toEqual(['Motoriek, KIJK!: 12,5% (1 van 8), afspraak 75%: niet gehaald', 'Sociaal-emotioneel, KIJK!: 75,0% (6 van 8), geen afspraak', 'Taal, KIJK!: 75,0% (6 van 8), afspraak 75%: gehaald']);
    expect(told).toMatchObject({ chart: [], series: [] });
    expect(figure('results', given({ results: [result('1')] })).value).toBe('geen afspraak');
  });
  it('hold a school against all schools together, rounded', () => {
    const totals = [{ ...result('1'), schools: 3, children: 60, atLevel: 40, veChildren: 20, veAtLevel: 13 }];
    expect(parts(figure('results', given({ schools: [school('1')], results: [result('1')], totals }), { isPart: true }))).toEqual(['Taal, KIJK!: 75,0% (6 van 8), geen afspraak; alle scholen samen 65%']);
  });
});

describe('schools without results', () => {
  it('are those without any, with what is left of those with some', () => {
    const schools = [school('1'), school('2'), school('3'), school('4', { closedOn: '2024-07-31' }), school('5', { closedOn: '2024-08-01' })];
    const told = figure('results-missing', given({ schools, results: [result('1'), result('2', { domain: 'motor' }), result('3', { schoolYear: 2022 })], agreements: [agreement(), agreement({ domain: 'motor' })] }));
    expect(told).toMatchObject({ value: '2 van 4', numerator: 2, denominator: 4 });
    expect(parts(told)).toEqual(['School 1: Geleverd, nog zonder motoriek', 'School 2: Geleverd, nog zonder taal', 'School 3: Nog niets geleverd', 'School 5: Nog niets geleverd']);
  });
  it('are nothing for readers and channels', () => { expect(figure('results-missing', given({ results: [result('1')] }), { protected: true }).value).toBe('niet getoond'); });
});

describe('results after the handover', () => {
  const fact = { handedOver: 5, schools: 2, schoolYear: 2023, domain: 'language' as const, instrument: 'kijk', veChildren: 20, veAtLevel: 13 };
  it.each([[{}, '65%'], [{ handedOver: 4 }, 'niet getoond'], [{ schools: 1 }, 'niet getoond'], [{ veChildren: 9, veAtLevel: 0 }, 'niet getoond'], [{ veAtLevel: 4 }, 'niet getoond'], [{ veAtLevel: 16 }, 'niet getoond'], [{ veAtLevel: 15 }, '75%']] as const)(
    'of %j are %s', (more, expected) => { expect(figure('results-prepared', given({ prepared: [{ ...fact, ...more }] })).value).toBe(expected); });
  it('come by provider when that is asked, each with enough children', () => {
    const prepared = [fact, { ...fact, provider: 'Peuterplein' }, { ...fact, provider: 'Heideroos', handedOver: 2 }];
    expect(parts(figure('results-prepared', given({ prepared }), { breakdown: 'provider' }))).toEqual(['Peuterplein: Taal, KIJK!: 65%, 2 scholen', 'Heideroos: Taal, KIJK!: niet getoond']);
  });
  it('keep no number of children with the reference', () => {
    const { counts } = computeMeasure(catalogue.get('results-prepared'), given({ prepared: [fact] }), params(YEAR));
    expect(JSON.stringify(counts)).toBe('{"lines":[{"label":"Taal, KIJK!","share":"65%","over":"2 scholen"}],"year":"2023-2024"}');
  });
});

describe('what readers and channels see', () => {
  it.each([
    [{ numerator: 5, denominator: 10, schools: 3 }, '50%'], [{ numerator: 5, denominator: 10, schools: 2 }, 'niet getoond'], [{ numerator: 9, denominator: 9, schools: 3 }, 'niet getoond'],
    [{ numerator: 4, denominator: 10, schools: 3 }, 'niet getoond'], [{ numerator: 6, denominator: 10, schools: 3 }, 'niet getoond'], [{ numerator: 0, denominator: 10, schools: 3 }, '0%'], [{ numerator: 10, denominator: 10, schools: 3 }, '100%'],
    [{ numerator: 101, denominator: 200, schools: 3 }, '51%'], [{ numerator: 100, denominator: 201, schools: 3 }, '50%'],
  ])('of %j is %s', (line, expected) => { expect(roundedShare(line)).toBe(expected); });
  it('is never a number of children, of any facts, and always the same for other facts with the same share', () => {
    fc.assert(fc.property(anyKindergarten, (kindergarten) => {
      for (const { id } of catalogue.all.filter((measure) => measure.reads.includes('kindergarten'))) {
        const told = figure(id, { ...noFacts, kindergarten }, { protected: true });
        for (const text of [told.value, ...told.parts.map(({ value }) => value)]) expect(text, id).toMatch(/^(?:\d{1,3}%|niet getoond|geen|per domein)$/);
        expect([told.basis, told.numerator, told.denominator, told.chart.length], id).toEqual([undefined, undefined, undefined, 0]);
      }
    }));
  });
  it('is nothing of a part of a municipality, and no split', () => {
    const facts = given({ results: ['1', '2', '3'].map((id) => result(id, { veChildren: 10, veAtLevel: 5 })) });
    expect(figure('results-language', facts, { protected: true }).value).toBe('50%');
    expect(figure('results-language', facts, { protected: true, isPart: true }).value).toBe('niet getoond');
    expect(figure('results-language', facts, { protected: true, breakdown: 'school' }).parts).toEqual([]);
  });
});

describe('any results', () => {
  /** A second reading of the definition, with loops: VE or all children of the agreed instrument, or of the only one. */
  function naive({ schools, results, agreements }: KindergartenFacts): { numerator: number; denominator: number } | undefined {
    const byLine = new Map<string, { numerator: number; denominator: number; agreed: boolean }>();
    for (const one of results) {
      if (one.schoolYear !== 2023 || one.domain !== 'language') continue;
      const { boardId, school: name } = schools.find(({ schoolId }) => schoolId === one.schoolId)!;
      const mine = agreements.filter((each) => each.schoolYear === 2023 && each.domain === 'language');
      const agreed = mine.find((each) => each.boardId === boardId) ?? mine.find((each) => each.boardId === undefined);
      const isAgreed = agreed !== undefined && agreed.instrument === one.instrument;
      const all = isAgreed && agreed.population === 'all';
      const key = [one.instrument, one.instrument === 'other' ? name : '', all, agreed !== undefined && !isAgreed].join();
      const line = byLine.get(key) ?? { numerator: 0, denominator: 0, agreed: isAgreed };
      byLine.set(key, { agreed: line.agreed, numerator: line.numerator + (all ? one.atLevel : one.veAtLevel), denominator: line.denominator + (all ? one.children : one.veChildren) });
    }
    const lines = [...byLine.values()];
    const [main, second] = lines.length === 1 ? lines : lines.filter(({ agreed }) => agreed);
    return main && !second && main.denominator > 0 ? { numerator: main.numerator, denominator: main.denominator } : undefined;
  }
  it('are as a naive reading gives them, and as their rows add up', () => {
    fc.assert(fc.property(anyKindergarten, (kindergarten) => {
      const facts = { ...noFacts, kindergarten };
      const told = figure('results-language', facts);
      const expected = naive(kindergarten);
      expect({ numerator: told.numerator, denominator: told.denominator }).toEqual({ numerator: expected?.numerator, denominator: expected?.denominator });
      const rows = catalogue.get('results-language').rows(facts, params(YEAR));
      if (expected) expect(rows.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(expected.numerator);
      if (expected) expect(rows.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(expected.denominator);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }), { numRuns: 500 });
  });
  it('of several municipalities add up what has the same label, and judge nothing', () => {
    fc.assert(fc.property(anyKindergarten, anyKindergarten, (one, other) => {
      const measure = catalogue.get('results');
      const [a, b] = [one, other].map((kindergarten) => measure.count({ ...noFacts, kindergarten }, params(YEAR)));
      const together = measure.figureOf(addCounts([a, b]), params({ ...YEAR, members: [{ name: 'A', policy: {} }, { name: 'B', policy: {} }] }));
      expect(together.parts.every(({ value }) => !value.includes('gehaald'))).toBe(true);
      expect(['geen', 'per domein']).toContain(together.value);
    }));
  });
});
