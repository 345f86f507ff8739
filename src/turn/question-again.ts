import type { Button } from '../../cards/models.ts';
import { questionText } from '../ask/lexicon.ts';
import type { Question } from '../ask/question.ts';
import type { GivenBefore } from './give-figure.ts';
import { askButton } from './menu.ts';

/** A button that asks exactly this, without it being read again. */
export const exactButton = (title: string, question: Question): Button => ({ title, verb: 'ask.exact', data: { question } });

/** A button that asks the question of a given figure again, as things are now. */
export function questionAgain({ request, placeName, period, breakdown, question }: GivenBefore, title: string): Button {
  if (!question) return askButton(title, questionText(request.measure, placeName, period.label, breakdown));
  const { knownOn: _, ...now } = question;
  return exactButton(title, now);
}
