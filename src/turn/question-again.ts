import type { Button } from '../../cards/models.ts';
import type { Question } from '../ask/question.ts';
import type { GivenBefore } from './give-figure.ts';
import { questionOf } from './question-of.ts';

/** A button that asks exactly this, without it being read again. */
export const exactButton = (title: string, question: Question): Button => ({ title, verb: 'ask.exact', data: { question } });

/** A button that asks the question of a given figure again, as things are now. */
export function questionAgain(given: GivenBefore, title: string): Button {
  const { knownOn: _, ...now } = questionOf(given);
  return exactButton(title, now);
}
