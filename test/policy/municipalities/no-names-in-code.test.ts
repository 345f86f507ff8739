import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allPolicies } from '../../../src/policy/municipalities/index.ts';
import { REGIONS } from '../../../src/policy/regions/index.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HOUSE = ['src', 'dialogs', 'cards', 'db'];
/** Data of municipalities and regions, the demo with its invented records, and the examples in the explanation of import columns. */
const MAY_NAME = ['src/policy/municipalities', 'src/policy/regions', 'src/demo', 'db/demo', 'src/records/files'].map((folder) => join(folder, '/'));

const members = REGIONS.flatMap((region) => region.members.map(({ value }) => value));
const names = [...new Set([...allPolicies(), ...members].map((each) => each.municipalityName)), ...REGIONS.map(({ name }) => name)];
const codes = [...allPolicies(), ...members].map((each) => each.municipalityCode);
/** Also an English word: in lower case it is taken for that. */
const ENGLISH_WORDS = new Set(['Goes']);

/** Text that the program runs on: strings, templates and identifiers. A comment may give an example. */
function textsOf(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) texts.push(node.text);
    else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
    else if (ts.isRegularExpressionLiteral(node)) texts.push(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.ES2022));
  return texts;
}

/** The words of a text: those of prose, and the humps of an identifier such as `puttenWindow` or `PUTTEN_WINDOW`. */
function wordsOf(text: string): string {
  return ` ${text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}]+/gu, ' ').toLowerCase()} `;
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** Cheap, and never false where `namesIn` finds something: parsing every file of the house takes seconds. */
const needles = [...names, ...codes].map(squeezed);
function mayName(source: string): boolean {
  const text = squeezed(source);
  return needles.some((needle) => text.includes(needle));
}

/** The texts in which a municipality's name occurs as whole words, or its CBS code. */
function namesIn(source: string): string[] {
  return textsOf(source).filter((text) => names.some((name) => isNamed(name, text)) || codes.includes(text));
}

function isNamed(name: string, text: string): boolean {
  if (!wordsOf(text).includes(wordsOf(name))) return false;
  return !ENGLISH_WORDS.has(name) || text.includes(name) || text.includes(name.toUpperCase());
}

function typescriptFilesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

describe('no code names a municipality', () => {
  const files = HOUSE.flatMap(typescriptFilesIn).filter((file) => !MAY_NAME.some((folder) => file.startsWith(folder)));
  it('looks at the files of rules and cards', () => {
    expect(files).toContain(join('src', 'policy', 'national', 'values.ts'));
    expect(files).toContain(join('cards', 'models.ts'));
    expect(files).toContain(join('src', 'product.ts'));
    expect(files.filter((file) => file.includes('putten'))).toEqual([]);
  });
  it('outside the folders of its data and of the demo', () => {
    const sources = files.map((file) => ({ file, source: readFileSync(join(ROOT, file), 'utf8') })).filter(({ source }) => mayName(source));
    const named = sources.flatMap(({ file, source }) => namesIn(source).map((text) => `${file}: ${text.slice(0, 80)}`));
    expect(named).toEqual([]);
  });
  it.each([
    ["if (municipality === 'Putten') start = 24;", 1],
    ['const puttenWindow = 24;', 1],
    ['const isPutten = true;', 1],
    ['const PUTTEN_WINDOW = 24;', 1],
    ['const text = `In ${place} en Putten`;', 1],
    ["if (code === '0273') start = 24;", 1],
    ['// "Bereik · Putten"\nconst start = 24;', 0],
    ["const text = 'Uitputtend';", 0],
    ["if (name === 'Noord-Beveland') start = 24;", 1],
    ["const text = 'Leden van De Bevelanden';", 1],
    ["if (code === '0622') start = 24;", 1],
    ["const isGoes = name === 'Goes';", 2],
    ["const text = 'the form goes on';", 0],
  ])('and would see it in: %s', (source, count) => {
    expect(namesIn(source)).toHaveLength(count);
    expect(count === 0 || mayName(source)).toBe(true);
  });
});
