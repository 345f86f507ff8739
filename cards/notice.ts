import type { Card, Element } from './types.ts';
import type { NoticeModel } from './models.ts';
import { plainText } from './escape.ts';
import { actingAs, card, heading, pairs, panel, text } from './elements.ts';

/** Each tone has a sign as well as a colour: colour alone says nothing to many readers. */
const SIGN = { plain: '', good: '✓ ', warning: 'Let op: ', attention: '⚠ ' } as const;

function head(model: NoticeModel): Element {
  const tone = model.tone ?? 'plain';
  const title = heading(`${SIGN[tone]}${model.title}`);
  return tone === 'plain' ? title : panel(tone, [title]);
}

/** A message with a way forward: an explanation, a refusal, a menu, a list. */
export function noticeCard(model: NoticeModel): Card {
  return card(summaryOfNotice(model), [
    ...(model.actingAs === undefined ? [] : [actingAs(model.actingAs)]),
    head(model),
    ...model.paragraphs.map((paragraph) => text(paragraph)),
    ...pairs(model.facts ?? []),
  ], model.buttons);
}

/** The notification of a notice: its title and first paragraph. */
export function summaryOfNotice({ title, paragraphs: [first] }: NoticeModel): string {
  const sentence = /[.!?]$/.test(title) ? title : `${title}.`;
  return plainText(first === undefined ? sentence : `${sentence} ${first}`, 200);
}
