import { createProduct } from '../../src/product.ts';
import type { Feature } from '../../src/turn/feature.ts';
import { cardOf, startDriver, type Driver, type Exchange, type TurnOptions } from '../teams/driver.ts';
import { createWorld, PEOPLE, TENANT, type PersonName, type World } from '../support/world.ts';

/** The whole product over HTTP: the server, the database and a channel around it. */
export interface Chat {
  readonly world: World;
  readonly driver: Driver;
  /** Types a message and returns the card that answers, or undefined when nothing came. */
  say(person: PersonName | Stranger, text: string, options?: TurnOptions): Promise<Shown | undefined>;
  /** Presses a button of a card, with the inputs as they stand there and as given. */
  press(person: PersonName | Stranger, card: Shown, title: string, inputs?: Readonly<Record<string, string>>, options?: TurnOptions): Promise<Shown>;
  close(): Promise<void>;
}

/** Directory ids of people that the world does not know. */
export type Stranger = 'stranger' | 'newcomer' | 'other';

export const TODAY = '2026-11-22';

interface RawCard { readonly body: readonly unknown[]; readonly actions?: readonly RawAction[]; readonly fallbackText?: string }
interface RawAction { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, unknown>>; readonly associatedInputs?: string; readonly url?: string }

/** A card as a person sees it. */
export class Shown {
  readonly exchange: Exchange;
  readonly raw: RawCard;
  constructor(exchange: Exchange, raw: RawCard) {
    this.exchange = exchange;
    this.raw = raw;
  }
  /** All texts, one a line. */
  get text(): string {
    return texts(this.raw.body).join('\n');
  }
  get buttons(): string[] {
    return (this.raw.actions ?? []).map(({ title }) => title);
  }
  /** Inputs with the values that they are shown with. */
  get inputs(): Record<string, string> {
    return Object.fromEntries(walk(this.raw.body).filter((node) => String(node['type']).startsWith('Input.')).map((node) => [String(node['id']), typeof node['value'] === 'string' ? node['value'] : '']));
  }
  /** Value of the option with this label in a choice. */
  option(input: string, label: string): string {
    const node = walk(this.raw.body).find((each) => each['id'] === input);
    const choices = (node?.['choices'] ?? []) as { title: string; value: string }[];
    const found = choices.find(({ title }) => title.includes(label));
    if (!found) throw new Error(`no option ${label} in ${input}: ${choices.map(({ title }) => title).join(', ')}`);
    return found.value;
  }
  button(title: string): RawAction {
    const found = (this.raw.actions ?? []).find((action) => action.title === title);
    if (!found) throw new Error(`no button ${title}, only ${this.buttons.join(', ')} on: ${this.text}`);
    return found;
  }
}

function walk(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return [node, ...Object.values(node).flatMap(walk)];
}

function texts(value: unknown): string[] {
  return walk(value).flatMap((node) => {
    if (node['type'] === 'TextBlock') return [String(node['text'])];
    if ('title' in node && 'value' in node && !('type' in node)) return [`${String(node['title'])}: ${String(node['value'])}`];
    return [];
  });
}

/** `today: 'of the clock'`: the day of `now`, in place of the fixed one. */
export interface ChatOptions { readonly publicUrl?: 'absent'; readonly now?: () => Date; readonly today?: 'of the clock'; readonly features?: readonly Feature[] }

export async function startChat(options: ChatOptions = {}): Promise<Chat> {
  const world = await createWorld();
  const own: { url?: string } = {};
  const product = createProduct({ pool: world.pool, identityKey: world.test.identityKey, ...(options.today ? {} : { fixedDay: TODAY }), publicUrl: () => (options.publicUrl === 'absent' ? undefined : own.url), now: () => options.now?.() ?? new Date(), features: options.features ?? [] });
  const driver = await startDriver({ handleTurn: product.handleTurn, readiness: product.readiness, exports: product.exports, handoverPages: product.handoverPages });
  own.url = driver.url;
  const turn = (person: string, more: TurnOptions = {}): TurnOptions => ({
    person: { tenantId: TENANT, aadObjectId: person in PEOPLE ? PEOPLE[person as PersonName] : person }, ...more,
  });
  return {
    world,
    driver,
    async say(person, text, options) {
      const exchange = await driver.say(text, turn(person, options));
      // On a busy machine the sign that an answer is being written comes first.
      const reply = exchange.replies.find(({ type }) => type === 'message');
      return reply && new Shown(exchange, cardOf(reply) as unknown as RawCard);
    },
    async press(person, card, title, inputs = {}, options) {
      const { verb, data, associatedInputs } = card.button(title);
      const typed = associatedInputs === 'none' ? {} : { ...card.inputs, ...inputs };
      const exchange = await driver.press(verb, { ...data, ...typed }, turn(person, options));
      return new Shown(exchange, cardOf(exchange.body) as unknown as RawCard);
    },
    async close() {
      await driver.close();
      await world.close();
    },
  };
}
