import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const file = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const own = JSON.parse(file('package.json')) as { version: string; license: string };
const publiccode = file('publiccode.yml');
/** The value of a key that stands on one line, without its quotes. */
const value = (key: string): string[] => [...publiccode.matchAll(new RegExp(`^ *${key}: "?([^"\\n]+)"?$`, 'gm'))].map((match) => match[1] ?? '');

describe('publiccode.yml', () => {
  it('speaks of the same version and licence as package.json', () => {
    expect(value('softwareVersion')).toEqual([own.version]);
    expect(value('license')).toEqual([own.license]);
  });

  it('describes the software in Dutch and English, no longer than the standard allows', () => {
    const descriptions = value('shortDescription');
    expect(descriptions).toHaveLength(2);
    for (const description of descriptions) expect(description.length).toBeLessThanOrEqual(150);
  });

  it('names a logo that is there', () => {
    expect(value('logo').map((path) => existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([true]);
  });
});

describe('LICENSE', () => {
  it('is the whole EUPL 1.2: fifteen articles and the appendix', () => {
    const text = file('LICENSE');
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    expect([...text.matchAll(/^(\d+)\. [A-Z]/gm)].map((match) => Number(match[1]))).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    expect(text).toMatch(/^Appendix$/m);
    expect(text.trimEnd()).toMatch(/new EUPL version\.$/);
  });
});

describe('the pages for people', () => {
  it.each(['CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'docs/privacy.md', 'docs/glossary.md'])('%s links only to files that are there', (page) => {
    const links = [...file(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(new URL(link, new URL(`../../${page}`, import.meta.url))))).toEqual([]);
  });
});
