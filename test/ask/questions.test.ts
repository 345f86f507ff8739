import { describe, expect, it } from 'vitest';
import { Question, type Answering } from '../../src/ask/question.ts';
import { askRow, judge, readRows } from './question-set.ts';

const rows = readRows();
const name = ({ previous, text }: { readonly previous: string; readonly text: string }): string => (previous === '' ? text : `${previous} >> ${text}`);

function optionsOf(answering: Answering): readonly { readonly label: string; readonly question: Question }[] {
  if (answering.kind === 'clarify') return answering.options;
  if (answering.kind === 'explain' || answering.kind === 'not-recorded') return answering.instead;
  return answering.kind === 'not-understood' ? (answering.near ?? []) : [];
}

describe('the question set', () => {
  it('is large enough, and has enough that must be asked back and enough follow-ups', () => {
    expect(rows.length).toBeGreaterThanOrEqual(450);
    expect(rows.filter(({ expected }) => !expected.includes(' | ')).length).toBeGreaterThanOrEqual(80);
    expect(rows.filter(({ previous }) => previous !== '').length).toBeGreaterThanOrEqual(70);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it.each(rows.filter(({ part }) => part === 'dev').map((row) => [name(row), row] as const))('is read as written in the development part: %s', (_, row) => {
    expect(judge(row).got).toBe(row.expected);
  });

  it('never gives a figure for another question, in either part', () => {
    expect(rows.filter((row) => judge(row).outcome === 'wrong').map(({ id }) => id)).toEqual([]);
  });

  it('is read as written in at least 98 of 100 rows of the frozen part', () => {
    const frozen = rows.filter(({ part }) => part === 'frozen');
    expect(frozen.filter((row) => judge(row).outcome === 'exact').length / frozen.length).toBeGreaterThanOrEqual(0.98);
  });

  it('offers only questions, two to four where somebody has to choose', () => {
    for (const row of rows) {
      const answering = askRow(row);
      for (const { label, question } of optionsOf(answering)) expect(Question.parse(question), `${name(row)}: ${label}`).toEqual(question);
      if (answering.kind === 'clarify') expect(answering.options.length, name(row)).toSatisfy((count: number) => count >= 2 && count <= 4);
      if (answering.kind === 'explain' || answering.kind === 'not-recorded') expect(answering.instead.length, name(row)).toBeGreaterThan(0);
      if (answering.kind === 'question') expect(Question.parse(answering.question)).toEqual(answering.question);
    }
  });
});
