import type { Card, Element } from './types.ts';
import type { ReceiptModel } from './models.ts';
import { plainText } from './escape.ts';
import { fieldBlock } from './fields.ts';
import { actingAs, card, facts, findingsPanel, panel, small, text } from './elements.ts';

function highlight({ highlight: shown }: ReceiptModel): readonly Element[] {
  if (shown === undefined) return [];
  return [
    small(shown.label, { spacing: 'Medium' }),
    text(shown.value, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'None' }),
  ];
}

/** Text in a card is drawn with breaks in long words, so what has to be copied stands in an input. */
function copyable({ copyable: shown }: ReceiptModel): readonly Element[] {
  if (shown === undefined) return [];
  return [fieldBlock({ kind: 'text', id: 'copyable', label: shown.label, maxLength: 1_000, multiline: true }, { copyable: shown.value })];
}

/** What was stored, what the rules say about it, and the next step. */
export function receiptCard(model: ReceiptModel): Card {
  return card(asText(model), [
    actingAs(model.actingAs),
    panel('good', [
      small('✓ Opgeslagen', { isSubtle: false, weight: 'Bolder', spacing: 'None' }),
      text(model.title, { size: 'Large', weight: 'Bolder', style: 'heading', spacing: 'None' }),
    ]),
    ...highlight(model),
    ...copyable(model),
    ...facts(model.facts),
    // No longer a question, so no longer a warning.
    ...findingsPanel(model.findings, 'confirm', 'Door u bevestigd', 'emphasis'),
    ...findingsPanel(model.findings, 'inform', 'Goed om te weten'),
  ], model.buttons);
}

/** The notification of a receipt, without the code: it may light up on a locked phone. */
export function summaryOfReceipt({ title }: ReceiptModel): string {
  return plainText(`Opgeslagen: ${title.replace(/\.$/, '')}.`, 200);
}

/** Where the card cannot be drawn, the code would otherwise be lost. */
function asText(model: ReceiptModel): string {
  const { highlight: shown } = model;
  return shown === undefined ? summaryOfReceipt(model) : `${summaryOfReceipt(model)} ${shown.label}: ${shown.value}.`;
}
