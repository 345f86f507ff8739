import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { computeMeasure } from '../../src/figures/define.ts';
import type { TargetFact } from '../../src/figures/facts.ts';
import type { Figure, MeasureId, MeasureParams } from '../../src/figures/types.ts';
import { facts, params, target } from './facts.ts';

/** Of a municipality that laid down no window. */
const without = (): MeasureParams => Object.fromEntries(Object.entries(params()).filter(([key]) => key !== 'windowStartMonths')) as unknown as MeasureParams;

const figure = (id: MeasureId, targets: readonly TargetFact[], more: Partial<MeasureParams> = {}): Figure => computeMeasure(catalogue.get(id), facts(targets), params(more)).figure;
const times = (count: number, more: Partial<TargetFact>): TargetFact[] => Array.from({ length: count }, () => target(more));
const PUTTEN = [
  ...times(24, { standing: 'here', location: 'De Waterlelie', provider: 'Peuterplein', neighbourhood: 'Centrum' }),
  ...times(2, { standing: 'elsewhere', location: 'De Heidehof', provider: 'Peuterplein', neighbourhood: 'Centrum' }),
  target({ standing: 'notReached', reasons: ['practical', 'financial'] }), target({ standing: 'notReached', reasons: [] }),
  ...times(3, {}),
];

describe('measures of target toddlers', () => {
  it('give the published quarter of Putten, each with the others to agree with', () => {
    expect(figure('reach', PUTTEN)).toMatchObject({ value: '83,9%', numerator: 26, denominator: 31 });
    expect(figure('target-toddlers', PUTTEN)).toMatchObject({ value: '31', parts: [{ value: '24' }, { value: '2' }, { value: '2' }, { value: '3' }] });
    expect(figure('not-reached', PUTTEN)).toMatchObject({ value: '2', basis: 'van 31 doelgroeppeuters' });
    expect(figure('unknown', PUTTEN)).toMatchObject({ value: '3', parts: [] });
    expect(figure('placed-elsewhere', PUTTEN)).toMatchObject({ value: '2', parts: [{ label: 'De Heidehof', value: '2' }] });
  });

  it('count from the day on which the window opens, up to the day before the fourth birthday', () => {
    for (const [birthDate, value] of [['2022-03-31', '1'], ['2022-04-01', '0'], ['2020-04-01', '1'], ['2020-03-31', '0']] as const) expect(figure('target-toddlers', [target({ birthDate })]).value, birthDate).toBe(value);
  });

  it('say that there are none, and refuse to count without a window', () => {
    expect(figure('target-toddlers', [])).toMatchObject({ value: '0', parts: [], remarks: ['Er zijn geen doelgroeppeuters op deze peildatum.', expect.any(String)] });
    for (const measure of catalogue.all) if (measure.window === 'municipal') expect(() => computeMeasure(measure, facts([]), without()), measure.id).toThrow(RangeError);
  });

  it('say for reasons and grounds that the parts do not add up', () => {
    const reasons = figure('not-reached', PUTTEN);
    expect(reasons.parts).toEqual([{ label: 'Financieel', value: '1' }, { label: 'Plek geweigerd, geen reden vastgelegd', value: '1' }, { label: 'Praktisch, bijvoorbeeld te ver weg', value: '1' }]);
    expect(reasons.remarks[0]).toBe('Een kind kan meer dan één reden hebben: samen 3 redenen bij 2 kinderen. Tel de aantallen daarom niet op.');
    const grounds = figure('indications', [target({ grounds: ['child_development', 'other_ground'] }), target({ grounds: [] })]);
    expect(grounds).toMatchObject({ value: '2', parts: [{ label: 'Geen grond vastgelegd', value: '1' }, { label: 'Ontwikkeling van het kind', value: '1' }, { label: 'other_ground', value: '1' }] });
    expect(grounds.remarks[0]).toContain('samen 3 gronden bij 2 kinderen');
  });

  it('split reach by place among those who are reached, and by neighbourhood among all', () => {
    expect(figure('reach', PUTTEN, { breakdown: 'provider' }).parts).toEqual([{ label: 'Peuterplein', value: '26' }]);
    expect(figure('reach', PUTTEN, { breakdown: 'neighbourhood' })).toMatchObject({ value: '83,9%', parts: [{ label: 'Centrum', value: '26 van 26 (100%)' }, { label: 'Wijk onbekend', value: '0 van 5 (0%)' }] });
  });
});

describe('reach in the selection of the Inspectorate', () => {
  const young = target({ birthDate: '2021-10-01', standing: 'here' });
  const old = target({ birthDate: '2021-09-30', standing: 'unknown' });
  it('counts from two and a half, and says how it differs from the municipal window', () => {
    expect(figure('reach', [young, old]).value).toBe('50,0%');
    const inspectorate = figure('reach-inspectorate', [young, old]);
    expect(inspectorate).toMatchObject({ value: '0%', basis: '0 van 1 doelgroeppeuter' });
    expect(inspectorate.remarks.join(' ')).toContain('De gemeente telt vanaf 2 jaar, de Inspectie altijd vanaf 2 jaar en 6 maanden. Daardoor telt de Inspectie 1 peuter minder: 1 in plaats van 2.');
  });
  it('says that it is the same under the same window, and that none was laid down', () => {
    expect(figure('reach-inspectorate', [old], { windowStartMonths: 30 }).remarks.join(' ')).toContain('gelijk aan het bereik van de gemeente');
    expect(computeMeasure(catalogue.get('reach-inspectorate'), facts([old]), without()).figure.remarks.join(' ')).toContain('geen beginleeftijd');
  });
  it('is not protected by hoping: beside another window it is withheld', () => {
    const many = [...times(20, { standing: 'here' }), ...times(20, {})];
    expect(figure('reach-inspectorate', many, { protected: true })).toMatchObject({ value: 'niet getoond', parts: [] });
    expect(figure('reach-inspectorate', many, { protected: true, windowStartMonths: 30 }).value).toBe('45-55%');
  });
});

describe('for readers and channels', () => {
  it('numbers are told in bands, of the whole municipality and without a split', () => {
    expect(figure('target-toddlers', PUTTEN, { protected: true })).toMatchObject({ value: '30-38', parts: [], chart: [] });
    expect(figure('unknown', PUTTEN, { protected: true }).value).toBe('<5');
    expect(figure('unknown', PUTTEN, { protected: true, isPart: true }).value).toBe('niet getoond');
    expect(figure('placed-elsewhere', PUTTEN, { protected: true })).toMatchObject({ value: 'niet getoond', parts: [] });
    expect(figure('not-reached', [...times(6, { standing: 'notReached' }), ...times(6, {})], { protected: true, breakdown: 'reason' })).toMatchObject({ value: '5-9', parts: [], remarks: [expect.any(String), expect.any(String), expect.stringContaining('uitsplitsing')] });
    expect(figure('waiting', times(7, { onWaitingList: true }), { protected: true }).value).toBe('5-9');
  });
});
