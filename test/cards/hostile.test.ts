import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard, cardProblems, formCard, noticeCard, receiptCard, summaryOfNotice } from '../../cards/index.ts';
import { inputText, markdownText, plainText } from '../../cards/escape.ts';
import type { Card } from '../../cards/types.ts';
import type { FormModel } from '../../cards/models.ts';
import { groupFull, hostileTexts, intakeForm, intakeReceipt, manyOptions, reachAnswer, tooOld, unknownPerson } from './models.ts';

/** What a CommonMark reader shows: backslashes before punctuation go, characters of no width are not seen. */
const shown = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u200b', '');

/** The same text everywhere that a person's text can end up. */
function cardsWith(typed: string): readonly Card[] {
  const finding = { ...groupFull, text: typed, citation: { document: typed, section: typed, status: 'not-read', note: typed } } as const;
  const form: FormModel = {
    ...intakeForm, title: typed, actingAs: typed, intro: typed, notice: typed, findings: [finding, { ...tooOld, text: typed }],
    fields: [
      { kind: 'text', id: 'note', label: typed, hint: typed, error: typed, placeholder: typed, maxLength: 2000, multiline: true },
      { kind: 'choice', id: 'group', label: typed, options: manyOptions(5, () => typed) },
      { kind: 'date', id: 'day', label: typed },
    ],
    values: { note: typed, group: typed, day: typed },
  };
  return [
    formCard(form),
    receiptCard({ ...intakeReceipt, title: typed, actingAs: typed, highlight: { label: typed, value: typed }, facts: [{ label: typed, value: typed }], findings: [finding] }),
    noticeCard({ ...unknownPerson, title: typed, paragraphs: [typed, typed], facts: [{ label: typed, value: typed }] }),
    answerCard({ ...reachAnswer, title: typed, actingAs: typed, parts: [{ label: typed, value: typed }], chart: [{ label: typed, value: 3, color: 'good' }], remarks: [typed] }),
  ];
}

const pieces = fc.array(fc.oneof(fc.constantFrom(...hostileTexts, '[', ']', '(', ')', '<', '>', '\\', '*', '_', '&', '\n', '{{', ' ', '1.', '-'), fc.string({ unit: 'binary' })), { maxLength: 12 }).map((parts) => parts.join(''));

describe('text that a person typed', () => {
  it.each(hostileTexts.filter((text) => !/[\r\u2028\u202e\ud800]|^ /.test(text)))('shows exactly as typed: %s', (typed) => {
    expect(shown(markdownText(typed))).toBe(typed);
    expect(markdownText(typed)).not.toMatch(/(?<!\\)(?:\\\\)*[*_`~]|\][(:[]|<[a-z/]/);
  });
  it('has no link or mention for the small parser on phones either, and no backslash that it would show', () => {
    expect(markdownText('[x](http://evil) <at>Jan</at> &lt;')).toBe('[x]\u200b(http://evil) <\u200bat>Jan<\u200b/at> &\u200blt;');
  });
  it('keeps ordinary signs as they are', () => {
    for (const plain of ['<5', 'a < b', '(0341) 35 95 95', '26 van 31', '-5 graden', 'C&A', '[sic]', '{x}', '#3 is later > 2'.slice(1), "locatie 't Singeltje", '01-04-2024']) {
      expect(markdownText(plain)).toBe(plain);
    }
  });
  it.each([
    ['# kop', '\\# kop'], ['> citaat', '\\> citaat'], ['- punt', '\\- punt'], ['---', '\\---'], ['+ punt', '\\+ punt'],
    ['1. een', '1\\. een'], ['2) twee', '2\\) twee'], ['&lt;at&gt;', '&\u200blt;at&\u200bgt;'], ['{{DATE(x)}}', '{\u200b{DATE(x)}}'], ['**vet** a_b', '\\*\\*vet\\*\\* a\\_b'], ['[x]: y', '[x]\u200b: y'],
  ])('loses its meaning at the start of a line or inside: %s', (typed, escaped) => expect(markdownText(typed)).toBe(escaped));
  it('keeps line breaks of every kind, without the empty lines, and not more than twelve lines', () => {
    expect(markdownText('een\r\n\n\ntwee\u2028drie\u0085vier')).toBe('een\n\ntwee\n\ndrie\n\nvier');
    expect(markdownText('a\n'.repeat(12)).split('\n\n')).toHaveLength(12);
    expect(markdownText('a\n'.repeat(13)).split('\n\n').at(-1)).toBe('…');
  });
  it('loses control characters, text direction tricks and half characters', () => {
    expect(markdownText('a\u0007b\u202ec\ud800d')).toBe('abc\ufffdd');
  });
  it('can be broken by a phone after twenty-four characters', () => {
    expect(markdownText('a'.repeat(24))).toBe('a'.repeat(24));
    expect(markdownText('a'.repeat(25))).toBe(`${'a'.repeat(24)}\u200ba`);
  });
  it('is cut at its limit with an ellipsis, never through a character', () => {
    expect(markdownText('aaaaa', 5)).toBe('aaaaa');
    expect(markdownText('aaaaaa', 5)).toBe('aaaa…');
    expect(markdownText('aaa😀aa', 5)).toBe('aaa…');
  });
  it('is one line without a live link or tag where clients differ', () => {
    expect(plainText('[x](http://evil)\n<at>Jan</at>')).toBe('[x]\u200b(http://evil) <\u200bat>Jan<\u200b/at>');
    expect(summaryOfNotice({ ...unknownPerson, title: 'a'.repeat(500) })).toHaveLength(200);
  });
  it('goes back into its input unescaped, cut at the input\'s own limit', () => {
    const note = '[x](http://evil) <at>Jan</at> '.repeat(100);
    expect(inputText(note, 2000, true)).toBe(note.slice(0, 2000).trimEnd());
    expect(inputText('een\ntwee', 20, false)).toBe('een twee');
    expect(inputText('een\ntwee', 20, true)).toBe('een\ntwee');
  });
});

describe('cards with hostile content', () => {
  it.each(hostileTexts)('pass the walker: %s', (typed) => {
    for (const card of cardsWith(typed)) expect(cardProblems(card)).toEqual([]);
  });
  it.each([2_000, 20_000])('pass the walker with a text of %i characters', (length) => {
    for (const typed of ['a'.repeat(length), '"<at>\\'.repeat(length / 6), 'é '.repeat(length / 2), '😀'.repeat(length / 2), '\n'.repeat(length)]) {
      for (const card of cardsWith(typed)) expect(cardProblems(card)).toEqual([]);
    }
  });
  it('pass the walker with sixty options of ordinary length', () => {
    const form = formCard({ ...intakeForm, fields: [{ kind: 'choice', id: 'group', label: 'Groep', options: manyOptions(60) }, { kind: 'choice', id: 'grounds', label: 'Gronden', multiple: true, options: manyOptions(60) }] });
    expect(cardProblems(form)).toEqual([]);
  });
  it('never fail the walker or carry live markup, whatever is typed', () => {
    fc.assert(fc.property(pieces, (typed) => cardsWith(typed).every((card) => cardProblems(card).length === 0)), { numRuns: 300 });
  });
  it('show every character that was typed, in order', () => {
    const visible = (text: string) => text.replace(/\s+/g, '');
    const typeable = pieces.map((text) => text.replace(/[\p{C}\u2028\u2029]/gu, ''));
    fc.assert(fc.property(typeable, (typed) => typed.length > 600 || visible(shown(markdownText(typed))) === visible(typed)), { numRuns: 500 });
  });
});
