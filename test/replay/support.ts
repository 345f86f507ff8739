import { createPool } from '../../db/pool.ts';
import { createProduct, type ProductInput } from '../../src/product.ts';
import { importFolder } from '../../src/records/import-folder.ts';
import { describeProblem } from '../../src/records/problem.ts';
import { Shown, TODAY } from '../product/chat.ts';
import { inFolder, type Folder } from '../records/support.ts';
import { createTestDatabase } from '../support/database.ts';
import { cardOf, startDriver } from '../teams/driver.ts';

/** Tenant of the people of a replay: what `--tenant` says, so that personen.csv need not. */
export const TENANT = 'replay-tenant';

export interface ImportedChatOptions extends Pick<ProductInput, 'policies'> {
  /** The day on which is asked. */
  readonly today?: string;
  /** What `--known-at` says. */
  readonly knownAt?: Date;
}

/** The whole product over HTTP on a database that holds what was imported, and nothing else. */
export interface ImportedChat {
  /** What a person (an `aad_object_id` of personen.csv) reads when typing this. */
  ask(person: string, question: string): Promise<Shown>;
  /** Presses a button of a card, with its inputs as they stand there and as given. */
  press(person: string, card: Shown, title: string, inputs?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Imports more. Throws with the report when something is wrong in it. */
  import(folder: string | Folder, knownAt?: Date): Promise<void>;
  close(): Promise<void>;
}

type RawCard = ConstructorParameters<typeof Shown>[1];

/** Imports folders, each a path or CSV texts by kind, in this order, and starts the product on them. */
export async function startImportedChat(folders: readonly (string | Folder)[], { today = TODAY, knownAt, policies }: ImportedChatOptions = {}): Promise<ImportedChat> {
  const database = await createTestDatabase();
  const load: ImportedChat['import'] = async (folder, at = knownAt) => {
    if (typeof folder !== 'string') return inFolder(folder, (path) => load(path, at));
    const result = await importFolder({ ownerUrl: database.ownerUrl, folder, today, tenantId: TENANT, ...(at ? { knownAt: at } : {}) });
    if (!result.ok) throw new Error(`the import was refused:\n${result.problems.map(describeProblem).join('\n')}`);
  };
  for (const folder of folders) await load(folder);
  const pool = createPool(database.appUrl, { max: 5 });
  const product = createProduct({ pool, identityKey: database.identityKey, fixedDay: today, policies });
  const driver = await startDriver({ ...product });
  const by = (person: string) => ({ person: { tenantId: TENANT, aadObjectId: person } });
  return {
    import: load,
    async ask(person, question) {
      const exchange = await driver.say(question, by(person));
      // On a busy machine the sign that the bot is typing comes before its answer.
      const card = cardOf(exchange.replies.find(({ type }) => type === 'message'));
      if (!card) throw new Error(`no card answers "${question}": ${JSON.stringify(exchange)}`);
      return new Shown(exchange, card as unknown as RawCard);
    },
    async press(person, card, title, inputs = {}) {
      const { verb, data, associatedInputs } = card.button(title);
      const typed = associatedInputs === 'none' ? {} : { ...card.inputs, ...inputs };
      const exchange = await driver.press(verb, { ...data, ...typed }, by(person));
      return new Shown(exchange, cardOf(exchange.body) as unknown as RawCard);
    },
    async close() {
      await driver.close();
      await pool.end();
      await database.drop();
    },
  };
}

/** Rows of a CSV file: the names of its columns, and a list of cells a row. */
export const csv = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [columns, ...rows].map((cells) => cells.join(';')).join('\n');

/** What a card shows, a line each. */
export const linesOf = (text: string): string[] => text.split('\n');
