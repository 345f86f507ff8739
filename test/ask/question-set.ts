import { readFileSync } from 'node:fs';
import { ask } from '../../src/ask/ask.ts';
import { KNOWN_MEASURES } from '../../src/ask/known-measures.ts';
import type { Answering, AskContext } from '../../src/ask/question.ts';
import { answeringLine } from './canonical.ts';
import { today, vocabulary } from './vocabulary.ts';

export interface Row {
  readonly id: string;
  readonly part: 'dev' | 'frozen';
  /** The question before it, or empty. */
  readonly previous: string;
  readonly text: string;
  readonly expected: string;
}

export const context: AskContext = { today, vocabulary, measures: KNOWN_MEASURES };

/** Rules are made with the development part only. */
export function readRows(): Row[] {
  const lines = readFileSync(new URL('./questions.tsv', import.meta.url), 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => {
    const [id = '', part = '', previous = '', text = '', expected = ''] = line.split('\t');
    return { id, part: part === 'frozen' ? 'frozen' : 'dev', previous, text, expected };
  });
}

export function askRow({ previous, text }: Pick<Row, 'previous' | 'text'>): Answering {
  if (previous === '') return ask(text, context);
  const before = ask(previous, context);
  return ask(text, before.kind === 'question' ? { ...context, previous: before.question, previousAgeMinutes: 1 } : context);
}

export type Outcome = 'exact' | 'other' | 'wrong';

/** `wrong`: a figure for another question, or one where asking back was right. `other`: no figure, but not as written. */
export function judge(row: Row): { readonly outcome: Outcome; readonly got: string } {
  const answering = askRow(row);
  const got = answeringLine(answering);
  if (got === row.expected) return { outcome: 'exact', got };
  return { outcome: answering.kind === 'question' ? 'wrong' : 'other', got };
}
