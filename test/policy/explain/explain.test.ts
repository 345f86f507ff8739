import { describe, expect, it } from 'vitest';
import { resolvePolicy } from '../../../src/policy/engine/resolve.ts';
import { TOPIC_NAMES } from '../../../src/policy/engine/topics.ts';
import { explainPolicy, type ExplainedPolicy } from '../../../src/policy/explain/municipal.ts';
import { explainNational } from '../../../src/policy/explain/national.ts';
import { TARGET_LABELS, TOPIC_TEXTS } from '../../../src/policy/explain/topics.ts';
import { daypartsLine, groundLine, handoverMomentsLine, meetingLine, targetLine, validityText } from '../../../src/policy/explain/words.ts';
import { allPolicies, policyOf } from '../../../src/policy/municipalities/index.ts';
import { EMPTY_POLICY, policyValue } from '../support.ts';

const explain = (code: string, day = '2026-11-22'): ExplainedPolicy => explainPolicy(resolvePolicy(policyOf(code)!, day), (measure) => measure === 'reach');
const rule = (policy: ExplainedPolicy, label: string) => policy.parts.flatMap(({ rules }) => rules).find((each) => each.label === label);

describe('a policy in words', () => {
  it('says what a value is, since when, where it stands and what it does', () => {
    expect(rule(explain('0353'), 'Leeftijd voor VE')).toEqual({
      label: 'Leeftijd voor VE', lines: ['Vanaf 2 jaar en 6 maanden, tot de 4e verjaardag'], validity: 'van 01-01-2025 tot en met 31-12-2029',
      source: { document: 'Onderwijskansenbeleid 2025-2029', status: 'read' }, remark: 'Een begin vanaf 2 jaar wordt onderzocht.',
      effect: 'een kind met een indicatie telt vanaf deze leeftijd mee in het bereik, en een VE-plek kan niet eerder ingaan.',
    });
  });
  it('says every topic, as decided or as absent, and never both', () => {
    for (const { municipalityCode } of allPolicies()) {
      const { parts, absent } = explain(municipalityCode);
      const decided = parts.flatMap(({ rules }) => rules.map(({ label }) => label)).filter((label) => !label.startsWith('Doel: '));
      expect([...decided, ...absent.filter((label) => label !== 'Doelen')].sort()).toEqual(TOPIC_NAMES.map((name) => TOPIC_TEXTS[name].label).sort());
    }
  });
  it('of a municipality that recorded nothing, is all absent', () => {
    const { parts, absent } = explainPolicy(EMPTY_POLICY, () => true);
    expect(parts).toEqual([]);
    expect(absent).toHaveLength(TOPIC_NAMES.length + 1);
  });
  it('says of a target whether there is a figure for it', () => {
    const policy = explain('0654');
    expect(rule(policy, 'Doel: bereik van doelgroeppeuters')?.effect).toContain('gehaald');
    expect(rule(policy, 'Doel: bereik van alle peuters')).toMatchObject({ lines: ['Ten minste 90%'], effect: expect.stringContaining('dit cijfer is er niet') as string });
  });
  it('has a name for every target that we ship, and shows another by its measure', () => {
    const measures = allPolicies().flatMap(({ targets }) => targets.map(({ value }) => value.measure));
    expect(measures.filter((measure) => !(measure in TARGET_LABELS))).toEqual([]);
    const other = explainPolicy({ ...EMPTY_POLICY, targets: [policyValue({ measure: 'handover', atLeastPercent: 90 })] }, () => true);
    expect(rule(other, 'Doel: handover')).toBeDefined();
  });
});

describe('the words of values', () => {
  it('join characteristics by what a ground needs', () => {
    const characteristics = [{ code: 'a1', label: 'Het ene' }, { code: 'b1', label: 'Het andere' }];
    expect(groundLine({ code: 'c1', label: 'Grond', characteristics })).toBe('Grond: het ene; of het andere');
    expect(groundLine({ code: 'c1', label: 'Grond', characteristics, needs: 'all' })).toBe('Grond: het ene; en het andere');
    expect(groundLine({ code: 'c1', label: 'Grond' })).toBe('Grond');
  });
  it('say how often people meet, or that it is not on record', () => {
    expect(meetingLine({ name: 'LEA', timesPerYear: 3 })).toBe('LEA: 3 keer per jaar');
    expect(meetingLine({ name: 'LEA', timesPerYear: 4, isMinimum: true, note: 'met casussen' })).toBe('LEA: ten minste 4 keer per jaar, met casussen');
    expect(meetingLine({ name: 'LEA' })).toContain('hoe vaak is niet vastgelegd');
  });
  it('write targets, day parts, moments and days', () => {
    expect(targetLine({ measure: 'reach', atLeastPercent: 80, aimPercent: 100 })).toBe('Ten minste 80%, streven 100%');
    expect(targetLine({ measure: 'reach', atLeastPercent: 100 })).toBe('100%');
    expect([daypartsLine({ atLeast: 3, atMost: 4 }), daypartsLine({ atLeast: 2, atMost: 4 }), daypartsLine({ atLeast: 1, atMost: 1 })])
      .toEqual(['In 3 of 4 dagdelen per week', 'In 2 tot en met 4 dagdelen per week', 'In 1 dagdeel per week']);
    expect(handoverMomentsLine({ withVeOrCareMonths: 42, otherwiseMonths: 45, reminderMonths: 46, overdueMonths: 48 }))
      .toBe('Bij VE of zorg op 3 jaar en 6 maanden, anders op 3 jaar en 9 maanden; herinnering op 3 jaar en 10 maanden; te laat vanaf 4 jaar');
    expect(validityText(policyValue(1))).toBe('vanaf 01-01-2020');
    expect(validityText(policyValue(1, { until: '2021-01-01' }))).toBe('van 01-01-2020 tot en met 31-12-2020');
  });
});

describe('the national rules in words', () => {
  it('take their numbers from the values of the day', () => {
    const { rules, absent } = explainNational('2026-11-22');
    expect(rules[0]?.lines[0]).toContain('ten minste 960 uur');
    expect(rules.find(({ label }) => label === 'Pedagogisch beleidsmedewerker VE')?.lines[0]).toContain('10 uur per jaar');
    expect(absent).toEqual([]);
  });
  it('leave out what was not yet law on the day', () => {
    expect(explainNational('2020-07-31').absent).toEqual(['Uren', 'Uren per dag', 'Pedagogisch beleidsmedewerker VE']);
    expect(explainNational('2021-12-31').absent).toEqual(['Pedagogisch beleidsmedewerker VE']);
  });
  it('name no municipality, and each says what it does', () => {
    for (const { lines, effect } of explainNational('2026-11-22').rules) {
      expect(lines.join(' ')).not.toMatch(new RegExp(allPolicies().map(({ municipalityName }) => municipalityName).join('|'), 'u'));
      expect(effect).toMatch(/\.$/u);
    }
  });
});
