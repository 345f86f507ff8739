import type { Citation, Finding, FindingLevel } from '../src/policy/engine/types.ts';
import type { Button, VerbButton } from './models.ts';
import type { Action, ActionData, Card, Container, Element, ExecuteAction, FactSet, TextBlock } from './types.ts';
import { markdownText } from './escape.ts';

/** The building blocks that all cards share. Every text that enters a card is escaped here. */

export type TextLook = Omit<TextBlock, 'type' | 'text' | 'wrap'>;
type Facts = readonly { readonly label: string; readonly value: string }[];

/** What stands for text that is not there: an empty block would leave its label hanging. */
const shown = (raw: string): string => markdownText(raw) || '—';

export const text = (raw: string, look: TextLook = {}): TextBlock => ({ type: 'TextBlock', text: shown(raw), wrap: true, ...look });
export const small = (raw: string, look: TextLook = {}): TextBlock => text(raw, { size: 'Small', isSubtle: true, spacing: 'Small', ...look });
export const heading = (raw: string): TextBlock => text(raw, { size: 'Large', weight: 'Bolder', style: 'heading', spacing: 'Small' });

/** With which role and at which place a person works: people with several must see it. */
export const actingAs = (raw: string): TextBlock => small(`Rol: ${raw}`, { spacing: 'None' });

export function facts(pairs: Facts): readonly FactSet[] {
  if (pairs.length === 0) return [];
  return [{ type: 'FactSet', facts: pairs.map(({ label, value }) => ({ title: shown(label), value: shown(value) })) }];
}

/** Labels that are sentences would be squeezed into half a phone: such pairs stand under each other. */
const LABEL_AT_MOST = 40;

export function pairs(all: Facts): readonly Element[] {
  if (all.filter(({ label }) => label.length > LABEL_AT_MOST).length * 2 <= all.length) return facts(all);
  return all.flatMap(({ label, value }) => [text(label, { spacing: 'Medium' }), small(value, { spacing: 'None' })]);
}

export const panel = (style: NonNullable<Container['style']>, items: readonly Element[]): Container =>
  ({ type: 'Container', style, spacing: 'Medium', items });

const READ_NOTE: Record<Citation['status'], string | undefined> = {
  read: undefined,
  'read-old-version': 'gelezen in een oudere tekst, niet in de geldende',
  'not-read': 'niet in de geldende tekst gelezen',
};

/** "Bron: Besluit ..., art. 3(2); niet in de geldende tekst gelezen." */
export function citationLine({ document, section, status, note }: Citation): string {
  const source = section === undefined ? document : `${document}, ${section}`;
  const unread = READ_NOTE[status];
  if (unread === undefined) return `Bron: ${source}`;
  return `Bron: ${source}; ${unread}${note === undefined ? '' : `. ${note}`}`;
}

const PANEL_STYLE = { block: 'attention', confirm: 'warning', inform: 'emphasis' } as const;

/** What each finding says, with its source in small under it. */
export const findingLines = (findings: readonly Finding[]): readonly TextBlock[] =>
  findings.flatMap((finding) => [text(finding.text, { spacing: 'Small' }), small(citationLine(finding.citation))]);

export const ofLevel = (findings: readonly Finding[], level: FindingLevel): readonly Finding[] => findings.filter((finding) => finding.level === level);

/** All findings of one level under one title; nothing when there are none. */
export function findingsPanel(findings: readonly Finding[], level: FindingLevel, title: string, style: NonNullable<Container['style']> = PANEL_STYLE[level]): readonly Container[] {
  const own = ofLevel(findings, level);
  return own.length === 0 ? [] : [panel(style, [text(title, { weight: 'Bolder' }), ...findingLines(own)])];
}

/**
 * Buttons as Action.Execute, which replaces the card. Clients that do not know it send
 * the fallback as a message, where only `data` arrives: so the verb stands in it.
 */
function executeAction({ title, verb, data = {}, style, withInputs }: VerbButton): ExecuteAction {
  const look = { title, ...(style && style !== 'default' ? { style } : {}), associatedInputs: withInputs ? 'auto' : 'none' } as const;
  const sent: ActionData = { ...data };
  return { type: 'Action.Execute', verb, data: sent, ...look, fallback: { type: 'Action.Submit', data: { ...sent, verb }, ...look } };
}

export const actions = (buttons: readonly Button[]): readonly Action[] =>
  buttons.map((button) => (button.verb === undefined ? { type: 'Action.OpenUrl', title: button.title, url: button.url } : executeAction(button)));

/** A card around a body; `fallbackText` is also what a screen reader without cards says. */
export function card(fallbackText: string, body: readonly Element[], buttons: readonly Button[]): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'nl',
    fallbackText: shown(fallbackText),
    body,
    ...(buttons.length > 0 ? { actions: actions(buttons) } : {}),
  };
}
