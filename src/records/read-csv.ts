import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SourceRow } from './source-row.ts';
import { UnreadableFile } from './unreadable.ts';

const MAX_RECORD_LENGTH = 1_000_000;

/**
 * Reads rows one by one, the header first, cells trimmed, rows without any content left
 * out. UTF-8 with or without BOM; semicolon or comma, whichever the header has more of.
 * A row's line is the one on which it ends. Throws UnreadableFile. `onBytes` is told how much of the file has been read.
 */
export async function* readCsv(path: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<SourceRow> {
  const chunks = decode(path, onBytes);
  const start = await firstLines(chunks);
  const parser = Readable.from(joined(start, chunks)).pipe(parse({
    delimiter: delimiterOf(start), info: true, trim: true, relax_column_count: true,
    skip_empty_lines: true, max_record_size: MAX_RECORD_LENGTH,
  }));
  try {
    for await (const parsed of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (parsed.record.some((cell) => cell !== '')) yield { line: parsed.info.lines, cells: parsed.record };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  }
}

async function* decode(path: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableFile('het bestand is geen UTF-8; kies bij het opslaan "CSV UTF-8".', await firstLineOutsideUtf8(path));
  }
}

async function firstLineOutsideUtf8(path: string): Promise<number> {
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if (!isUtf8(rest.subarray(0, end))) return line;
      rest = rest.subarray(end + 1);
      line += 1;
    }
  }
  return line;
}

async function firstLines(chunks: AsyncGenerator<string>): Promise<string> {
  let text = '';
  while (!text.includes('\n')) {
    const next = await chunks.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

function delimiterOf(text: string): ';' | ',' {
  const header = text.split('\n', 1)[0] ?? '';
  return header.split(';').length >= header.split(',').length ? ';' : ',';
}

function unreadable(error: CsvError): UnreadableFile {
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new UnreadableFile('een rij is langer dan een miljoen tekens; ontbreekt er een aanhalingsteken?', line);
  return new UnreadableFile('de aanhalingstekens (") kloppen niet; verdubbel ze binnen een cel die tussen aanhalingstekens staat.', line);
}
