import type { Card } from '../../cards/types.ts';
import type { Reply, Turn } from '../../src/turn/types.ts';

export const aCard = (text: string): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'nl',
  fallbackText: text,
  body: [{ type: 'TextBlock', text, wrap: true }],
});
export const cardReply = (text: string): Reply => ({ kind: 'card', card: aCard(text), summary: `Samenvatting: ${text}` });
export const textReply = (text: string): Reply => ({ kind: 'text', text });

/** A handler that remembers its turns and answers with what it heard. */
export function recorder(answer: (turn: Turn) => readonly Reply[] | Promise<readonly Reply[]> = () => [textReply('gehoord')]) {
  const turns: Turn[] = [];
  return { turns, handleTurn: async (turn: Turn): Promise<readonly Reply[]> => (turns.push(turn), answer(turn)) };
}
