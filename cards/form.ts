import type { Card, Container } from './types.ts';
import type { FormModel } from './models.ts';
import { plainText } from './escape.ts';
import { actingAs, card, facts, findingLines, findingsPanel, heading, ofLevel, panel, small, text } from './elements.ts';
import { fieldBlock } from './fields.ts';

/**
 * Why nothing was stored, in one place above the fields. It names the fields to look
 * at: on a phone the faulty one may be out of sight.
 */
function problems({ fields, findings }: FormModel): readonly Container[] {
  const labels = fields.filter((field) => field.error !== undefined).map((field) => field.label);
  const blocking = ofLevel(findings, 'block');
  if (labels.length === 0 && blocking.length === 0) return [];
  return [panel('attention', [
    text(blocking.length > 0 ? 'Dit kan zo niet worden opgeslagen' : 'Nog niet opgeslagen', { weight: 'Bolder' }),
    ...findingLines(blocking),
    ...(labels.length > 0 ? [text(`Kijk nog even naar: ${labels.join(', ')}.`, { spacing: 'Small' })] : []),
  ])];
}

/** A form to fill in, with what was typed, what is wrong with it and what has to be confirmed. */
export function formCard(model: FormModel): Card {
  return card(`${model.title}. Dit formulier werkt in een recente versie van Teams.`, [
    actingAs(model.actingAs),
    heading(model.title),
    ...(model.intro === undefined ? [] : [text(model.intro, { spacing: 'Small' })]),
    ...(model.notice === undefined ? [] : [panel('emphasis', [small(model.notice, { isSubtle: false })])]),
    ...problems(model),
    ...facts(model.facts ?? []),
    ...model.fields.map((field) => fieldBlock(field, model.values)),
    // Asked at the end, beside the button that answers it; what is blocked cannot be confirmed yet.
    ...findingsPanel(model.findings, 'confirm', model.findings.some(({ level }) => level === 'block') ? 'Kijk ook hiernaar' : 'Klopt dit?'),
    ...findingsPanel(model.findings, 'inform', 'Goed om te weten'),
  ], model.buttons);
}

/** The notification of a form: what it is and whether something has to be done. */
export function summaryOfForm(model: FormModel): string {
  return plainText(`${model.title}: ${stateOf(model)}`, 200);
}
function stateOf({ fields, findings }: FormModel): string {
  if (findings.some((finding) => finding.level === 'block')) return 'dit kan zo niet worden opgeslagen.';
  if (fields.some((field) => field.error !== undefined)) return 'nog niet opgeslagen, er ontbreekt iets.';
  if (findings.some((finding) => finding.level === 'confirm')) return 'klopt dit?';
  return 'vul het formulier in.';
}
