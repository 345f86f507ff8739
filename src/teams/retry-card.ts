import type { Card } from '../../cards/types.ts';
import type { Reply } from '../turn/types.ts';

const RETRY = 'Opnieuw proberen';
const EXPLANATION = 'De knop hieronder probeert het opnieuw, met alles wat u had ingevuld.';
/** A card must stay small for every client; the data are in it twice. In UTF-16 units. */
const MAX_DATA = 8_000;

/**
 * The answer to a press that failed. What was typed is kept in its button, because a text or
 * an error as answer does not keep it everywhere: the Agents Playground redraws the form
 * empty after either. The key in the data makes pressing twice harmless.
 */
export function retryReply(text: string, verb: string, data: Readonly<Record<string, unknown>>): Reply {
  if (JSON.stringify(data).length > MAX_DATA) return { kind: 'text', text };
  return { kind: 'card', card: retryCard(text, verb, data), summary: text };
}

function retryCard(text: string, verb: string, data: Readonly<Record<string, unknown>>): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'nl',
    fallbackText: text,
    body: [
      { type: 'TextBlock', text, wrap: true, color: 'Attention' },
      { type: 'TextBlock', text: EXPLANATION, wrap: true, isSubtle: true },
    ],
    actions: [{ type: 'Action.Execute', title: RETRY, verb, data, fallback: { type: 'Action.Submit', title: RETRY, data: { ...data, verb } } }],
  };
}
