/**
 * All sentences of a card as a person reads them, out of any JSON that holds the card. A
 * client redraws a card in place, piece by piece: only its own words tell that it is there.
 */
export function cardTexts(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const { type, text } = json as { type?: unknown; text?: unknown };
  if (type === 'TextBlock' && typeof text === 'string') return [asShown(text)];
  // What stands in `fallback` is for clients that do not draw the element itself.
  return Object.entries(json).flatMap(([key, value]) => (key === 'fallback' ? [] : cardTexts(value)));
}

/** Without the backslashes that keep markdown out, and on one line. */
export function asShown(text: string): string {
  return text.replace(/\\(?=[^\w\s])/g, '').replace(/\s+/g, ' ').trim();
}
