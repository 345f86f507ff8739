import type { Card, Element } from './types.ts';
import { TARGET_MET, type AnswerModel, type Button } from './models.ts';
import { plainText } from './escape.ts';
import { actingAs, card, facts, heading, panel, small, text } from './elements.ts';
import { barChart, seriesChart } from './chart.ts';

const SIGN: Readonly<Record<keyof typeof TARGET_MET, string>> = { yes: '✓ ', no: '✗ ', unsure: '' };

/** The figure, what it is made of, and the target in words with a sign. */
function figure(model: AnswerModel): readonly Element[] {
  const { target } = model;
  return [
    text(model.figure, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'Medium' }),
    ...(model.basis === undefined ? [] : [text(model.basis, { spacing: 'None' })]),
    ...(target === undefined ? [] : [text(`${SIGN[target.met]}${TARGET_MET[target.met]}. ${target.text}`, { spacing: 'Small' })]),
  ];
}

/** What to know of this figure, and then how it was made: so that it can be checked and computed again. */
function account(model: AnswerModel): readonly Element[] {
  const lines = [
    ...model.remarks,
    `Definitie: ${model.definition}`,
    ...(model.source === undefined ? [] : [`Bron: ${model.source}`]),
    ...(model.reference === undefined ? [] : [`Referentie ${model.reference}`]),
  ];
  return lines.map((line, index) => small(line, index === 0 ? { separator: true, spacing: 'Medium' } : {}));
}

/** One answer to a question for a figure. */
export function answerCard(model: AnswerModel): Card {
  return card(summaryOfAnswer(model), [
    actingAs(model.actingAs),
    heading(model.title),
    text(model.period, { isSubtle: true, spacing: 'None' }),
    ...figure(model),
    ...(model.readAs === undefined ? [] : [small(model.readAs)]),
    ...facts(model.parts),
    ...barChart(model.chart),
    ...seriesChart(model.series),
    ...account(model),
  ], model.buttons);
}

/** The notification of an answer: "Bereik · Putten: 83,9% (26 van 31 doelgroeppeuters), kwartaal ...". */
export function summaryOfAnswer({ title, figure: shown, basis, period }: AnswerModel): string {
  return plainText(`${title}: ${shown}${basis === undefined ? '' : ` (${basis})`}. ${period}.`, 200);
}

/** Several figures of one question under each other; each opens in full by its own button. */
export function answersCard(models: readonly AnswerModel[], buttons: readonly Button[]): Card {
  const [first] = models;
  const sections = models.flatMap((model, index) => [
    panel(index % 2 === 0 ? 'default' : 'emphasis', [
      heading(model.title),
      text(model.period, { isSubtle: true, spacing: 'None' }),
      ...figure(model),
      ...facts(model.parts),
      ...account(model),
    ]),
  ]);
  return card(summaryOfAnswers(models), [...(first ? [actingAs(first.actingAs), ...(first.readAs === undefined ? [] : [small(first.readAs)])] : []), ...sections], buttons);
}

export const summaryOfAnswers = (models: readonly AnswerModel[]): string => plainText(models.map(({ title, figure: shown }) => `${title}: ${shown}`).join('. '), 200);
