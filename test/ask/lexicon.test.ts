import { describe, expect, it } from 'vitest';
import { ambiguous } from '../../src/ask/lexicon/ambiguous.ts';
import { lists } from '../../src/ask/lexicon/lists.ts';
import { lookAlikes } from '../../src/ask/lexicon/look-alikes.ts';
import { modifiers, fillerWords, politeness } from '../../src/ask/lexicon/filler.ts';
import { measuresEn } from '../../src/ask/lexicon/measures.en.ts';
import { measuresNl } from '../../src/ask/lexicon/measures.nl.ts';
import { expand } from '../../src/ask/lexicon/notation.ts';
import { lexicon, type Meaning } from '../../src/ask/understand/book.ts';
import { ask } from '../../src/ask/ask.ts';
import { catalogue } from '../../src/figures/catalogue.ts';
import { MEASURE_IDS } from '../../src/figures/types.ts';
import { context } from './question-set.ts';

function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'measure': return `figure ${meaning.measures.join(' + ')}${meaning.split ? ` per ${meaning.split}` : ''}`;
    case 'ambiguous': return `asked back: ${meaning.entry.measures.join(' or ')}`;
    case 'split': case 'bare-split': return `per ${meaning.split}`;
    case 'step': return `by ${meaning.step}`;
    case 'order': return `order ${meaning.order}`;
    case 'topic': return `not recorded: ${meaning.topic.id}`;
    case 'explained': return `explained: ${meaning.entry.instead.map(({ measure }) => measure).join(', ')}`;
    case 'small-talk': return `small talk: ${meaning.which}`;
    case 'refused': return `refused: ${meaning.reason}`;
    case 'filler': return 'nothing';
    case 'other-step': case 'trend': case 'compare': case 'splitting': case 'why': case 'who-not': case 'where': case 'region': case 'only': case 'also': case 'same': return meaning.kind;
  }
}

const meanings = new Map<string, Set<string>>();
for (const [words, meaning] of lexicon) meanings.set(words.join(' '), (meanings.get(words.join(' ')) ?? new Set()).add(meaningText(meaning)));

describe('the lexicon', () => {
  it('says of every phrase what it means', async () => {
    const byMeaning = new Map<string, string[]>();
    for (const [phrase, found] of meanings) for (const each of found) byMeaning.set(each, [...(byMeaning.get(each) ?? []), phrase]);
    const lines = [...byMeaning].sort(([a], [b]) => a.localeCompare(b)).map(([meaning, phrases]) => `## ${meaning}\n${phrases.sort((a, b) => a.localeCompare(b)).join(' | ')}\n`);
    await expect(`${lines.join('\n')}`).toMatchFileSnapshot('./__snapshots__/lexicon.txt');
  });

  it('gives no phrase to two figures, unless it is listed as ambiguous and asked back', () => {
    const shared = [...meanings].filter(([, found]) => [...found].filter((each) => each.startsWith('figure') || each.startsWith('asked back')).length > 1);
    expect(shared.map(([phrase, found]) => `${phrase}: ${[...found].join(' / ')}`)).toEqual([]);
  });

  it('gives no phrase two other meanings either', () => {
    const shared = [...meanings].filter(([, found]) => [...found].filter((each) => each !== 'nothing').length > 1);
    expect(shared.map(([phrase, found]) => `${phrase}: ${[...found].join(' / ')}`)).toEqual([]);
  });

  it('skips no word that changes a figure', () => {
    const skipped = new Set([...fillerWords, ...politeness]);
    expect(modifiers.filter((word) => skipped.has(word))).toEqual([]);
  });

  it('names every figure in Dutch, and asks back what is listed as ambiguous', () => {
    for (const name of MEASURE_IDS) expect(measuresNl[name].length, name).toBeGreaterThan(0);
    for (const { phrases } of ambiguous) for (const words of phrases.flatMap((line) => expand(line, lists)).slice(0, 20)) expect(ask(words.join(' '), context).kind, words.join(' ')).not.toBe('question');
  });

  it('reads each Dutch and English phrase of a figure as that figure, or asks back', () => {
    for (const name of MEASURE_IDS) {
      for (const line of [...measuresNl[name], ...(measuresEn[name] ?? [])]) {
        for (const words of expand(line, lists).slice(0, 40)) {
          const answering = ask(words.join(' '), context);
          if (answering.kind === 'question') expect(answering.question.measures, words.join(' ')).toEqual([name]);
        }
      }
    }
  });

  it('knows every name in the catalogue', () => {
    for (const { id, names } of catalogue.all) for (const each of names) expect(ask(each, context), each).toMatchObject({ kind: 'question', question: { measures: [id] } });
  });

  it('corrects no ordinary word that looks like one of its own', () => {
    expect(lookAlikes.length).toBeGreaterThan(500);
    for (const word of lookAlikes) expect(ask(word, context).kind, word).not.toBe('question');
  });

  it('refuses a line with a mistake in its notation', () => {
    expect(() => expand('(vrije plekken', lists)).toThrow(RangeError);
    expect(() => expand('{onbekend}', lists)).toThrow(RangeError);
    expect(expand('(a|b) [c]', lists).map((words) => words.join(' '))).toEqual(['a c', 'a', 'b c', 'b']);
  });
});
