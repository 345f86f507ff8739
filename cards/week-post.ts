import { seriesChart } from './chart.ts';
import { card, facts, heading, panel, small, text } from './elements.ts';
import { plainText } from './escape.ts';
import type { Button } from './models.ts';
import type { Card } from './types.ts';

/** One post or reply in a channel: what it says, in the order in which people read it. */
export interface WeekPostModel {
  readonly title: string;
  /** "Peildatum 23-11-2026". */
  readonly period: string;
  /** In large; absent in a reply. */
  readonly figure?: string | undefined;
  readonly basis?: string | undefined;
  /** What stands out. */
  readonly notable?: string | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** More facts under a title of their own: of each municipality of a region. */
  readonly sections?: readonly { readonly title: string; readonly facts: WeekPostModel['facts'] }[];
  /** The small trend; `ticks` stand under its line, the longest first. */
  readonly trend: readonly { readonly label: string; readonly value: number; readonly ticks?: readonly string[] }[];
  readonly remarks: readonly string[];
  readonly buttons: readonly Button[];
}

export function weekPostCard(model: WeekPostModel): Card {
  return card(summaryOfWeekPost(model), [
    heading(model.title),
    text(model.period, { isSubtle: true, spacing: 'None' }),
    ...(model.figure === undefined ? [] : [text(model.figure, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'Medium' })]),
    ...(model.basis === undefined ? [] : [text(model.basis, { spacing: 'None' })]),
    ...(model.notable === undefined ? [] : [panel('emphasis', [text(`Opvallend: ${model.notable}`)])]),
    ...facts(model.facts),
    ...(model.sections ?? []).flatMap((section) => [text(section.title, { weight: 'Bolder', spacing: 'Medium' }), ...facts(section.facts)]),
    ...seriesChart({ kind: 'line', points: model.trend }),
    ...model.remarks.map((line, index) => small(line, index === 0 ? { separator: true, spacing: 'Medium' } : {})),
  ], model.buttons);
}

/** The card with a word on top that is not in the channel: a title, and what it means. */
export const withNotice = (shown: Card, [title = '', ...lines]: readonly string[]): Card =>
  ({ ...shown, body: [panel('accent', [text(title, { weight: 'Bolder' }), ...lines.map((line) => text(line, { spacing: 'None' }))]), ...shown.body] });

export function summaryOfWeekPost({ title, figure, notable }: WeekPostModel): string {
  return plainText(`${title}${figure === undefined ? '' : `: ${figure}`}.${notable === undefined ? '' : ` ${notable}`}`, 200);
}
