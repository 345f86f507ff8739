import { describe, expect, it } from 'vitest';
import { coverageDocument } from '../../src/policy/explain/coverage.ts';
import { allPolicies } from '../../src/policy/municipalities/index.ts';
import { REGIONS } from '../../src/policy/regions/index.ts';

describe('docs/coverage.md', () => {
  const generated = coverageDocument(allPolicies(), REGIONS);
  it('is what the policy data give; run this test with -u after changing them', async () => {
    await expect(generated).toMatchFileSnapshot('../../docs/coverage.md');
  });
  it('has a section for every municipality, with what is absent', () => {
    for (const { municipalityName } of allPolicies()) expect(generated).toContain(`\n## ${municipalityName}\n`);
    expect(generated.match(/\*\*Geen afspraak vastgelegd:\*\*/gu)).toHaveLength(allPolicies().length);
  });
  it('says what was not read, and counts it', () => {
    expect(generated).toContain('het plan zelf is niet gelezen');
    expect(generated).toMatch(/\| Putten \(0273\) \| \d+ \| 2 \| \d+ \|/u);
  });
  it('does not let a value break its table', () => {
    const [policy] = allPolicies();
    const document = coverageDocument([{ ...policy!, handover: [{ value: 'a|b', from: '2025-01-01', unit: 'text', source: { document: 'Beleid', status: 'read' }, checkedOn: '2026-01-01' }] }], []);
    expect(document).toContain('a\\|b');
  });
});
