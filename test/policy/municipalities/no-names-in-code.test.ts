import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allPolicies } from '../../../src/policy/municipalities/index.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NAME_FREE = ['src/policy/national', 'src/policy/engine', 'src/figures', 'src/ask', 'dialogs', 'cards'];

const names = allPolicies().map((policy) => policy.municipalityName);
const codes = allPolicies().map((policy) => policy.municipalityCode);

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

/** The texts in which a municipality's name occurs as whole words, or its CBS code. */
function namesIn(source: string): string[] {
  return textsOf(source).filter((text) => names.some((name) => wordsOf(text).includes(wordsOf(name))) || codes.includes(text));
}

function typescriptFilesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

describe('no code names a municipality', () => {
  const files = NAME_FREE.flatMap(typescriptFilesIn);
  it('looks at the files of rules and cards', () => {
    expect(files).toContain(join('src', 'policy', 'national', 'values.ts'));
    expect(files).toContain(join('cards', 'models.ts'));
  });
  it('in any file of the folders that have to work for all of them', () => {
    const named = files.flatMap((file) => namesIn(readFileSync(join(ROOT, file), 'utf8')).map((text) => `${file}: ${text.slice(0, 80)}`));
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
  ])('and would see it in: %s', (source, count) => {
    expect(namesIn(source)).toHaveLength(count);
  });
});
