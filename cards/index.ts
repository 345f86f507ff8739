/** All cards: data in, Adaptive Card and the sentence of its notification out. */
export { formCard, summaryOfForm } from './form.ts';
export { receiptCard, summaryOfReceipt } from './receipt.ts';
export { noticeCard, summaryOfNotice } from './notice.ts';
export { answerCard, answersCard, summaryOfAnswer, summaryOfAnswers } from './answer.ts';
export { assertCard, cardProblems } from './check.ts';
