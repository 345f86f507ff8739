import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, maxQuestionLength } from '../../src/ask/ask.ts';
import { Question, type Answering } from '../../src/ask/question.ts';
import { answeringLine } from './canonical.ts';
import { context, readRows } from './question-set.ts';

const rows = readRows().filter(({ previous, expected }) => previous === '' && expected.includes(' | ')).filter(({ text }) => !text.includes('groet'));
const kinds = ['question', 'clarify', 'refused', 'not-recorded', 'period-problem', 'explain', 'small-talk', 'not-understood'];
const read = (text: string): Answering => ask(text, context);
const words = [...new Set(rows.flatMap(({ text }) => text.split(' ')))];

const anyRow = fc.constantFrom(...rows);
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

describe('laws of asking', () => {
  it('any string gives one of the kinds and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.string({ unit: 'grapheme', maxLength: 120 }), sentence), (text) => {
      expect(kinds).toContain(read(text).kind);
    }), { numRuns: 300 });
  });

  it('text above the limit is refused, and the limit itself is read', () => {
    expect(read(`bereik${' '.repeat(maxQuestionLength - 6)}`).kind).toBe('question');
    expect(read(`bereik${' '.repeat(maxQuestionLength - 5)}`)).toMatchObject({ kind: 'refused', reason: 'too-long' });
  });

  it('the worst text is read in a moment', () => {
    const pieces = ['bereijk ', 'qwrtzx ', 'en ', 'plek nog ', '1 maart en ', 'van 1-1-2025 tot ', "'t ", '2 ', 'vergelijk met ', 'per ', 'kinderen zitten '];
    read('bereik');
    const begun = performance.now();
    for (const piece of pieces) read(piece.repeat(maxQuestionLength / piece.length));
    expect((performance.now() - begun) / pieces.length).toBeLessThan(200);
  });

  it('politeness, case, spaces and closing punctuation change nothing', () => {
    const before = fc.constantFrom('', 'Hallo, ', 'Goedemorgen, ', 'Kunt u mij vertellen: ', 'Graag ', 'Ik wil graag weten: ', 'zou je even ');
    const after = fc.constantFrom('', '?', '!', ' aub', ' alstublieft.', ' graag', ', alvast bedankt!', '  ');
    const shape = fc.constantFrom((text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase(), (text: string) => text.replaceAll(' ', '   '));
    fc.assert(fc.property(anyRow, before, after, shape, ({ text, expected }, start, end, change) => {
      const plain = read(text);
      fc.pre(answeringLine(plain) === expected);
      expect(answeringLine(read(`${start}${change(text)}${end}`)), `${start}${change(text)}${end}`).toBe(expected);
    }), { numRuns: 300 });
  });

  it('a word that means nothing here keeps every question from being answered', () => {
    const averages: ReadonlySet<string> = new Set(['hours', 'start-age', 'guidance-time', 'handover-days']);
    const strange = fc.constantFrom('blauwe', 'jongens', 'niet', 'geen', 'zonder', 'behalve', 'minstens', 'ouder', 'Amsterdam', 'qwrtz', 'gemiddeld', 'bijna', 'max');
    fc.assert(fc.property(anyRow, strange, fc.boolean(), ({ text }, word, first) => {
      const answering = read(first ? `${word} ${text}` : `${text} ${word}`);
      if (answering.kind !== 'question') return;
      // Who asks the average of what is an average asks for the same, in more words.
      if (word === 'gemiddeld' && answering.question.measures.every((measure) => averages.has(measure))) return;
      // "niet bereikt" is another figure than "bereikt": the word was read, not skipped.
      expect(answeringLine(answering), `${text} ${word}`).not.toBe(answeringLine(read(text)));
      expect(['niet', 'geen', 'zonder', 'gemiddeld']).toContain(word);
    }), { numRuns: 400 });
  });

  it('any sentence of known words gives questions that the schema takes, and a figure for no unread word', () => {
    fc.assert(fc.property(sentence, (text) => {
      const answering = read(text);
      const questions = answering.kind === 'question' ? [answering.question] : answering.kind === 'clarify' ? answering.options.map(({ question }) => question) : answering.kind === 'explain' || answering.kind === 'not-recorded' ? answering.instead.map(({ question }) => question) : [];
      for (const question of questions) expect(Question.parse(JSON.parse(JSON.stringify(question)))).toEqual(question);
      if (answering.kind === 'clarify') expect(answering.options.length).toBeGreaterThanOrEqual(2);
    }), { numRuns: 400, examples: [['groepmix ve-plekken Twenterand spelen beleidsmedewerker bereik']] });
  });

  it('a question before it changes nothing for a whole question', () => {
    const before = read('bereik per wijk Q1 2025 in Putten');
    if (before.kind !== 'question') throw new Error('the question before must be one');
    for (const { text } of rows.slice(0, 120)) {
      expect(answeringLine(ask(text, { ...context, previous: before.question, previousAgeMinutes: 1 })), text).toBe(answeringLine(read(text)));
    }
  });

  it('a question of half an hour ago is forgotten, on both sides of the limit', () => {
    const before = read('bereik Q1');
    if (before.kind !== 'question') throw new Error('the question before must be one');
    expect(ask('en Q2?', { ...context, previous: before.question, previousAgeMinutes: 29.9 })).toMatchObject({ kind: 'question', followUp: true });
    expect(ask('en Q2?', { ...context, previous: before.question, previousAgeMinutes: 30 }).kind).toBe('clarify');
  });
});
