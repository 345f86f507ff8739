import type { Answer, Question } from './ask.ts';
import { periodAnswer } from './in-a-period.ts';
import { dayAnswer } from './on-a-day.ts';
import type { Records } from './records.ts';
import { targetAnswer } from './targets.ts';
import { toddlerAnswer } from './toddlers.ts';

/**
 * Every figure once more, from its definition alone and in the plainest way: lists and
 * loops over all that was told. Shares no code with the figures that it is compared with.
 */
export function answerOf(records: Records, question: Question): Answer {
  const answer = toddlerAnswer(records, question) ?? targetAnswer(records, question) ?? dayAnswer(records, question) ?? periodAnswer(records, question);
  if (!answer) throw new Error(`the model has no definition of ${question.measure}`);
  return answer;
}
