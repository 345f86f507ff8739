import type { KnownContext, TurnContext } from './context.ts';
import type { Reply } from './types.ts';

/** A part of the product with routes of its own, which `src/turn` does not need to know. */
export interface Feature {
  /** The part of a typed text that `show` needs; undefined when it is not meant. */
  request(text: string, context: TurnContext): string | undefined;
  show(request: string, context: KnownContext): Promise<Reply>;
  /** Handlers of its buttons by verb. The data is what the client sent. */
  readonly actions: ReadonlyMap<string, (data: Readonly<Record<string, unknown>>, context: KnownContext) => Promise<Reply>>;
}
