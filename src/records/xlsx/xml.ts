import { Parser } from 'saxen';
import { UnreadableFile } from '../unreadable.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What to do with parts of an XML text. Names come without the prefix of their namespace. */
export interface XmlHandlers {
  open(name: string, attributes: () => Attributes): void;
  /** Returning `enough` leaves the rest unread. */
  close?(name: string): 'enough' | undefined;
  text?(text: string): void;
}

export const BROKEN = 'is beschadigd; open het in Excel en sla het opnieuw op.';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads an XML text from start to end. Entities that a document declares itself are not
 * expanded. Throws UnreadableFile when the text is not well-formed, and what a handler throws.
 */
export function walkXml(xml: string, handlers: XmlHandlers): void {
  const parser = new Parser();
  let failure: Error | undefined;
  parser.on('openTag', (name, attributes, decode) => handlers.open(localName(name), () => decoded(attributes(), decode)));
  parser.on('closeTag', (name) => {
    if (handlers.close?.(localName(name)) === 'enough') parser.stop();
  });
  parser.on('text', (text, decode) => handlers.text?.(decode(text)));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('error', (error) => {
    failure ??= error;
    parser.stop();
  });
  parser.parse(xml);
  if (failure !== undefined) throw failure instanceof UnreadableFile ? failure : new UnreadableFile(BROKEN);
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), decode(value)]));
}
