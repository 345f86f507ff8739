import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOffered, codesToStore, countedCodes, groundOf, groundsMetBy, storableCodes } from '../../../src/policy/engine/grounds.ts';
import { resolvePolicy } from '../../../src/policy/engine/resolve.ts';
import type { Ground } from '../../../src/policy/engine/types.ts';
import { allPolicies } from '../../../src/policy/municipalities/index.ts';

const GROUNDS: readonly Ground[] = [
  { code: 'education', label: 'Opleiding', characteristics: [{ code: 'two_years', label: 'Twee jaar' }, { code: 'special', label: 'Speciaal' }] },
  { code: 'language', label: 'Taal', needs: 'all', characteristics: [{ code: 'home', label: 'Thuistaal' }, { code: 'mbo', label: 'Mbo' }] },
  { code: 'judgement', label: 'Oordeel' },
];
const read = (...answers: string[]) => {
  const { met, incomplete, unknown } = groundsMetBy(GROUNDS, answers);
  return {
    met: met.map(({ ground, through }) => [ground.code, ...through.map(({ code }) => code)].join(' ')),
    incomplete: incomplete.map(({ ground, missing }) => [ground.code, ...missing.map(({ code }) => code)].join(' ')),
    unknown,
  };
};

describe('the grounds that hold by what was ticked', () => {
  it('offers characteristics in place of their ground, and a ground without any as itself', () => {
    expect(answersOffered(GROUNDS).map(({ code }) => code)).toEqual(['two_years', 'special', 'home', 'mbo', 'judgement']);
  });
  it('one characteristic is enough for a ground that needs any, and each is named', () => {
    expect(read('special')).toEqual({ met: ['education special'], incomplete: [], unknown: [] });
    expect(read('special', 'two_years').met).toEqual(['education two_years special']);
  });
  it('a ground that needs all holds with all of them, and says what is missing with fewer', () => {
    expect(read('home', 'mbo')).toEqual({ met: ['language home mbo'], incomplete: [], unknown: [] });
    expect(read('home')).toEqual({ met: [], incomplete: ['language mbo'], unknown: [] });
  });
  it('nothing ticked claims nothing', () => {
    expect(read()).toEqual({ met: [], incomplete: [], unknown: [] });
  });
  it('a ground without characteristics is its own answer; one that has them is not', () => {
    expect(read('judgement')).toEqual({ met: ['judgement'], incomplete: [], unknown: [] });
    expect(read('education')).toEqual({ met: [], incomplete: [], unknown: ['education'] });
  });
  it('what the definition does not offer is unknown, also by a hostile name', () => {
    expect(read('star_sign', '__proto__', 'toString').unknown).toEqual(['star_sign', '__proto__', 'toString']);
  });

  const definitions = allPolicies().flatMap((policy) => policy.grounds.map(({ value }) => value));
  it('of every municipality: each ground can be met, everything ticked leaves nothing incomplete, and more answers never undo a ground', () => {
    expect(definitions.length).toBeGreaterThan(5);
    for (const grounds of definitions) {
      const offered = answersOffered(grounds).map(({ code }) => code);
      expect(groundsMetBy(grounds, offered)).toMatchObject({ incomplete: [], unknown: [] });
      expect(groundsMetBy(grounds, offered).met).toHaveLength(grounds.length);
      fc.assert(fc.property(fc.subarray(offered), fc.subarray(offered), (some, others) => {
        const codes = (answers: readonly string[]): string[] => groundsMetBy(grounds, answers).met.map(({ ground }) => ground.code);
        expect(codes([...some, ...others])).toEqual(expect.arrayContaining(codes(some)));
      }), { numRuns: 30 });
    }
  });
  it('of every municipality fit on a form: no label is cut off', () => {
    const labels = definitions.flatMap((grounds) => answersOffered(grounds).map(({ label }) => label));
    expect(labels.filter((label) => label.length > 120)).toEqual([]);
  });
});

describe('the grounds of a municipality on a day', () => {
  const groundsOn = (code: string, day: string) => {
    const policy = allPolicies().find(({ municipalityCode }) => municipalityCode === code)!;
    return resolvePolicy(policy, day).grounds?.value ?? [];
  };
  it('the education rule of both parents or the single parent, in two ways', () => {
    expect(groundsMetBy(groundsOn('0353', '2026-11-22'), ['education_vmbo_or_special']).met.map(({ ground }) => ground.code)).toEqual(['education']);
    expect(groundsMetBy(groundsOn('0353', '2026-11-22'), ['education_two_years', 'concerns_about_parent']).met.map(({ ground }) => ground.code)).toEqual(['education', 'municipality_specific']);
  });
  it('a home language that is not Dutch is no ground without the education of the parents', () => {
    expect(groundsMetBy(groundsOn('0556', '2026-11-22'), ['home_language_not_dutch']).met).toEqual([]);
    expect(groundsMetBy(groundsOn('0556', '2026-11-22'), ['home_language_not_dutch', 'education_at_most_mbo_4']).met).toHaveLength(1);
  });
  it('keeps the codes that a monitor counted by', () => {
    const codes = (day: string): string[] => groundsOn('0353', day).map(({ code }) => code);
    expect(codes('2024-01-01')).toEqual(['education', 'language', 'municipality_specific']);
    expect(codes('2025-01-01')).toEqual(codes('2024-12-31'));
    expect(groundsMetBy(groundsOn('0353', '2024-01-01'), ['education_two_years']).met).toHaveLength(1);
  });
});

describe('a ground whose characteristics are counted apart', () => {
  const apart = GROUNDS.map((ground) => (ground.code === 'education' ? { ...ground, countedApart: true } : ground));
  const stored = (grounds: readonly Ground[], ...answers: string[]) => groundsMetBy(grounds, answers).met.flatMap(codesToStore);

  it('is stored by these, and any other by its own code', () => {
    expect(stored(apart, 'two_years', 'special', 'home', 'mbo', 'judgement')).toEqual(['two_years', 'special', 'language', 'judgement']);
    expect(stored(GROUNDS, 'two_years', 'special')).toEqual(['education']);
    expect(storableCodes(apart).map(({ code }) => code)).toEqual(['two_years', 'special', 'language', 'judgement']);
  });
  it('is found by its code and by those of its characteristics', () => {
    expect(['education', 'special', 'judgement', 'star_sign', 'toString'].map((code) => groundOf(apart, code)?.code)).toEqual(['education', 'education', 'judgement', undefined, undefined]);
  });
  it.each<[string, readonly Ground[], string[], string[]]>([
    ['each characteristic', apart, ['special', 'two_years'], ['special', 'two_years']],
    ['its own code when nothing else is known', apart, ['education'], ['education']],
    ['its own code not beside a characteristic', apart, ['education', 'special'], ['special']],
    ['another ground once', GROUNDS, ['special', 'two_years', 'education'], ['education']],
    ['both of what only holds together, once', apart, ['home', 'mbo'], ['language']],
    ['a code that the definition does not know', apart, ['star_sign'], ['star_sign']],
    ['nothing', apart, [], []],
  ])('counts %s', (_what, grounds, codes, counted) => {
    expect(countedCodes(grounds, codes)).toEqual(counted);
  });
});
