import {
  answerCard, answersCard, formCard, noticeCard, receiptCard, summaryOfAnswer, summaryOfAnswers, summaryOfForm, summaryOfNotice, summaryOfReceipt,
} from '../../cards/index.ts';
import type { AnswerModel, Button, FormModel, NoticeModel, ReceiptModel } from '../../cards/models.ts';
import type { Reply } from './types.ts';

export const formReply = (model: FormModel): Reply => ({ kind: 'card', card: formCard(model), summary: summaryOfForm(model) });
export const receiptReply = (model: ReceiptModel): Reply => ({ kind: 'card', card: receiptCard(model), summary: summaryOfReceipt(model) });
export const noticeReply = (model: NoticeModel): Reply => ({ kind: 'card', card: noticeCard(model), summary: summaryOfNotice(model) });
export const answerReply = (model: AnswerModel): Reply => ({ kind: 'card', card: answerCard(model), summary: summaryOfAnswer(model) });
export const answersReply = (models: readonly AnswerModel[], buttons: readonly Button[]): Reply => ({ kind: 'card', card: answersCard(models, buttons), summary: summaryOfAnswers(models) });
