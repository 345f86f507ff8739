import type { Card, Element } from './types.ts';
import type { AnswerModel } from './models.ts';
import { plainText } from './escape.ts';
import { actingAs, card, facts, heading, small, text } from './elements.ts';
import { barChart } from './chart.ts';

/** The figure, what it is made of, and the target in words with a sign. */
function figure(model: AnswerModel): readonly Element[] {
  const { target } = model;
  return [
    text(model.figure, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'Medium' }),
    ...(model.basis === undefined ? [] : [text(model.basis, { spacing: 'None' })]),
    ...(target === undefined ? [] : [text(`${target.met ? '✓ Gehaald' : '✗ Niet gehaald'}. ${target.text}`, { spacing: 'Small' })]),
  ];
}

/** How the figure was made, so that it can be checked and computed again. */
function account(model: AnswerModel): readonly Element[] {
  return [
    small(`Definitie: ${model.definition}`, { separator: true, spacing: 'Medium' }),
    ...(model.source === undefined ? [] : [small(`Bron: ${model.source}`)]),
    ...model.remarks.map((remark) => small(remark)),
    ...(model.reference === undefined ? [] : [small(`Referentie ${model.reference} (typ: toon berekening ${model.reference})`)]),
  ];
}

/** One answer to a question for a figure. */
export function answerCard(model: AnswerModel): Card {
  return card(summaryOfAnswer(model), [
    actingAs(model.actingAs),
    heading(model.title),
    text(model.period, { isSubtle: true, spacing: 'None' }),
    ...figure(model),
    ...facts(model.parts),
    ...barChart(model.chart),
    ...account(model),
  ], model.buttons);
}

/** The notification of an answer: "Bereik · Putten: 83,9% (26 van 31 doelgroeppeuters), kwartaal ...". */
export function summaryOfAnswer({ title, figure: shown, basis, period }: AnswerModel): string {
  return plainText(`${title}: ${shown}${basis === undefined ? '' : ` (${basis})`}. ${period}.`, 200);
}
