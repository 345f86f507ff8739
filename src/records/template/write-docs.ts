import { readFile, writeFile } from 'node:fs/promises';
import { FILES } from '../files/index.ts';
import { describeInMarkdown } from './describe.ts';

const DOCUMENT = new URL('../../../docs/import.md', import.meta.url);
const BEGIN = '<!-- Gemaakt uit src/records/files door: npx tsx src/records/template/write-docs.ts -->\n';
const END = '<!-- Einde van het gemaakte deel. -->';

/** docs/import.md with the chapters of its files as the specifications have them now. Throws when the marks are gone. */
export function withFiles(document: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('docs/import.md has lost the marks around its generated part');
  return `${document.slice(0, begin + BEGIN.length)}\n${FILES.map(describeInMarkdown).join('\n')}\n${document.slice(end)}`;
}

export async function readDocument(): Promise<string> {
  return readFile(DOCUMENT, 'utf8');
}

if (process.argv[1]?.endsWith('write-docs.ts') === true) await writeFile(DOCUMENT, withFiles(await readDocument()));
