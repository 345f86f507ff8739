import { createRequire } from 'node:module';

/** The peers that the grammar is measured against, behind one small face each. None ships with the product. */

const require = createRequire(import.meta.url);

/** First and last day, as ISO days; `undefined` when the peer reads no period. */
export type PeriodReader = (text: string) => { readonly start: string; readonly last: string } | undefined;

interface ChronoDate { readonly date: () => Date }
interface ChronoResult { readonly start: ChronoDate; readonly end?: ChronoDate | null }

const iso = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const noon = (today: string): Date => new Date(`${today}T12:00:00`);

export function chronoReader(today: string): PeriodReader {
  const { nl } = require('chrono-node') as { readonly nl: { readonly parse: (text: string, reference: Date) => readonly ChronoResult[] } };
  return (text) => {
    const [first] = nl.parse(text, noon(today));
    return first && { start: iso(first.start.date()), last: iso((first.end ?? first.start).date()) };
  };
}

interface Resolution { readonly values?: readonly Readonly<Record<string, string>>[] }

export function recognizersReader(today: string): PeriodReader {
  const { recognizeDateTime } = require('@microsoft/recognizers-text-date-time') as { readonly recognizeDateTime: (text: string, culture: string, options: number, reference: Date) => readonly { readonly resolution?: Resolution }[] };
  return (text) => {
    const [first] = recognizeDateTime(text, 'nl-nl', 0, noon(today));
    // Of several readings the last one that has begun, as our own rule is.
    const values = (first?.resolution?.values ?? []).filter((each) => (each.start ?? each.value ?? '9') <= today);
    const value = values.at(-1);
    const start = value?.start ?? value?.value;
    if (start === undefined || !/^\d{4}-\d{2}-\d{2}/.test(start)) return undefined;
    const end = value?.end;
    // Its ranges leave the last day out.
    return { start: start.slice(0, 10), last: end === undefined ? start.slice(0, 10) : iso(new Date(Date.parse(`${end.slice(0, 10)}T12:00:00`) - 86_400_000)) };
  };
}

interface Nlp {
  readonly container: { readonly use: (plugin: unknown) => void };
  readonly addLanguage: (language: string) => void;
  readonly addDocument: (language: string, text: string, intent: string) => void;
  readonly train: () => Promise<void>;
  readonly process: (language: string, text: string) => Promise<{ readonly intent: string; readonly score: number }>;
}

/** Trained on texts with the figure that each is about. */
export async function nlpReader(texts: readonly { readonly text: string; readonly intent: string }[]): Promise<(text: string) => Promise<string>> {
  const { dockStart } = require('@nlpjs/basic') as { readonly dockStart: (options: unknown) => Promise<{ readonly get: (name: string) => Nlp }> };
  const { LangNl } = require('@nlpjs/lang-nl') as { readonly LangNl: unknown };
  const dock = await dockStart({ settings: { nlp: { log: false, autoSave: false, forceNER: false, nlu: { log: false } } }, use: ['Basic'] });
  const nlp = dock.get('nlp');
  nlp.container.use(LangNl);
  nlp.addLanguage('nl');
  for (const { text, intent } of texts) nlp.addDocument('nl', text, intent);
  await nlp.train();
  return async (text) => (await nlp.process('nl', text)).intent;
}
