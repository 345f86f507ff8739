import { ask } from '../../src/ask/ask.ts';
import { askRow, context, judge, readRows, type Row } from '../ask/question-set.ts';
import { today } from '../ask/vocabulary.ts';
import { chronoReader, nlpReader, recognizersReader } from './ask/peers.ts';
import { expressions, ownReader, score } from './ask/periods.ts';

/**
 * How well and how fast questions are read: `npm run bench:ask`. Exact, asked back and wrong
 * for both parts of the question set; time as a ratio to JSON.parse of the same text in the
 * same run; and the same work done by the libraries that exist for it.
 */
const rows = readRows();
const percent = (count: number, total: number): string => `${((100 * count) / total).toFixed(1)}%`;

function reportPart(part: Row['part']): void {
  const own = rows.filter((row) => row.part === part);
  const outcomes = own.map((row) => judge(row).outcome);
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  console.log(`${part.padEnd(7)} ${own.length} questions: exact ${count('exact')} (${percent(count('exact'), own.length)}), no figure but another answer than written ${count('other')}, wrong ${count('wrong')}`);
  for (const row of own.filter((each) => process.argv.includes('--list') && judge(each).outcome !== 'exact')) console.log(`  ${row.id} got ${judge(row).got}, expected ${row.expected}`);
}

function quantiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

interface Times {
  /** Every run, the waiting for a busy processor included. */
  readonly all: readonly number[];
  /** The fastest run of each question: the work itself. */
  readonly best: readonly number[];
}

function timed(texts: readonly string[], run: (text: string) => void, rounds = 12): Times {
  const all: number[] = [];
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) {
      const begun = performance.now();
      run(text);
      const time = performance.now() - begun;
      if (round > 1) all.push(time);
      best.set(text, Math.min(best.get(text) ?? Infinity, time));
    }
  }
  return { all, best: [...best.values()] };
}

/** Long texts made to be slow: unknown words, half phrases, many dates. */
const hostile = ['bereijk ', 'qwrtzx plekekn ', 'en ', 'plek nog er ', '1 maart en ', 'van 1-1-2025 tot ', "'t ", '2 ', 'vergelijk met ', 'per ', 'kinderen zitten '].map((piece) => piece.repeat(Math.floor(500 / piece.length)));

function reportTime(): void {
  const texts = rows.map(({ text }) => text);
  const json = new Map(texts.map((text) => [text, JSON.stringify({ text })]));
  const own = timed(texts, (text) => ask(text, context));
  const parse = timed(texts, (text) => void JSON.parse(json.get(text) ?? '{}'));
  const [best, all, parsed] = [quantiles(own.best), quantiles(own.all), quantiles(parse.best)];
  console.log(`time    p50 ${best.p50.toFixed(3)} ms, p99 ${best.p99.toFixed(3)} ms (fastest of 12 runs of each question); with the waiting of this machine p50 ${all.p50.toFixed(3)} ms, p99 ${all.p99.toFixed(3)} ms`);
  console.log(`        JSON.parse of the same texts p50 ${(parsed.p50 * 1000).toFixed(2)} µs, p99 ${(parsed.p99 * 1000).toFixed(2)} µs: ratio ${Math.round(best.p50 / parsed.p50)} and ${Math.round(best.p99 / parsed.p99)}`);
  console.log(`        slowest of ${hostile.length} texts of 500 characters made to be slow: ${Math.max(...timed(hostile, (text) => ask(text, context), 4).best).toFixed(1)} ms`);
}

function reportPeriods(): void {
  const peers = { 'this grammar': ownReader(today), 'chrono-node (nl)': chronoReader(today), '@microsoft/recognizers-text-date-time (nl-nl)': recognizersReader(today) };
  console.log(`periods (${expressions.length} expressions)`);
  for (const [name, read] of Object.entries(peers)) {
    const { right, firstDay, wrong, none } = score(read);
    console.log(`  ${name.padEnd(46)} right ${right} (${percent(right, expressions.length)}), at least the first day ${firstDay}, other days ${wrong}, none ${none}`);
  }
}

/** The figure that a question is about; "-" when none may be given. */
const measureOf = (expected: string): string => (expected.includes(' | ') ? (expected.split(' | ')[0] ?? '-') : '-');

function ownMeasure(row: Row): string {
  const answering = askRow(row);
  return answering.kind === 'question' ? answering.question.measures.join(' + ') : '-';
}

async function reportMeasures(): Promise<void> {
  const alone = rows.filter(({ previous }) => previous === '');
  const frozen = alone.filter(({ part }) => part === 'frozen');
  const classify = await nlpReader(alone.filter(({ part }) => part === 'dev').map(({ text, expected }) => ({ text, intent: measureOf(expected) })));
  const theirs = await Promise.all(frozen.map(async ({ text }) => (await classify(text)).replace(/^None$/, '-')));
  const ours = frozen.map(ownMeasure);
  const report = (name: string, got: readonly string[]): void => {
    const right = got.filter((each, index) => each === measureOf(frozen[index]?.expected ?? '')).length;
    const wrong = got.filter((each, index) => each !== '-' && each !== measureOf(frozen[index]?.expected ?? '')).length;
    console.log(`  ${name.padEnd(46)} right ${right} (${percent(right, frozen.length)}), a wrong figure ${wrong}`);
  };
  console.log(`measure (${frozen.length} questions of the frozen part)`);
  report('this grammar', ours);
  report('@nlpjs (trained on the development part)', theirs);
}

reportPart('dev');
reportPart('frozen');
reportTime();
reportPeriods();
await reportMeasures();
