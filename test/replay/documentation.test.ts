import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/figures/catalogue.ts';
import { allPolicies } from '../../src/policy/municipalities/index.ts';
import { startOfDay } from '../../src/dutch-time.ts';
import type { Folder } from '../records/support.ts';
import { linesOf, startImportedChat, type ImportedChat } from './support.ts';

/** docs/import.md promises that its worked example can be followed to the letter: here that is done. */
const DOCS = join(import.meta.dirname, '../../docs');
const document = await readFile(join(DOCS, 'import.md'), 'utf8');
const chapter = (heading: string): string => new RegExp(`### ${heading}\n(?<text>[\\s\\S]*?)(?=\n##|$)`, 'u').exec(document)!.groups!['text']!;

const EXAMPLE = chapter('Uitgewerkt voorbeeld');
const FILES: Folder = Object.fromEntries([...EXAMPLE.matchAll(/\*\*(?<kind>[a-z-]+)\.csv\*\*[\s\S]*?```csv\n(?<rows>[\s\S]*?)```/gu)].map(({ groups }) => [groups!['kind']!, groups!['rows']!]));
const inTicks = (text: string): string[] => [...text.matchAll(/`([^`]+)`/gu)].map(([, code]) => code!);
const QUESTIONS = EXAMPLE.split('\n').filter((line) => line.startsWith('| `')).map((line) => {
  const [question, ...answers] = inTicks(line);
  return { question: question!, answers };
});

describe('the worked example of docs/import.md', () => {
  let chat: ImportedChat;
  beforeAll(async () => { chat = await startImportedChat([FILES], { knownAt: startOfDay('2025-10-15') }); });
  afterAll(() => chat.close());

  it('has files and questions', () => expect([Object.keys(FILES).length, QUESTIONS.length]).toEqual([14, 13]));

  it.each(QUESTIONS)('answers "$question" with $answers', async ({ question, answers }) => {
    expect(linesOf((await chat.ask('beleid-1700', question)).text)).toEqual(expect.arrayContaining(answers));
  });
});

describe('what the documentation lists', () => {
  it('is every figure of the catalogue', () => {
    const figures = chapter('Wat elk cijfer telt');
    expect(catalogue.all.map(({ title }) => title).filter((title) => !figures.includes(title))).toEqual([]);
  });
  it('is, in docs/privacy.md, every municipality of which characteristics are stored', async () => {
    const privacy = await readFile(join(DOCS, 'privacy.md'), 'utf8');
    const storing = allPolicies().filter(({ grounds }) => grounds.some(({ value }) => value.some(({ countedApart }) => countedApart)));
    expect(storing.map(({ municipalityName }) => municipalityName).filter((name) => !privacy.includes(`| ${name} |`))).toEqual([]);
    expect(storing.length).toBeGreaterThan(0);
  });
});
