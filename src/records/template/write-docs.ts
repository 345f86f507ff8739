import { readFile, writeFile } from 'node:fs/promises';
import { allPolicies } from '../../policy/municipalities/index.ts';
import { FILES } from '../files/index.ts';
import { describeInMarkdown } from './describe.ts';
import { groundsInMarkdown } from './describe-grounds.ts';

const DOCUMENT = new URL('../../../docs/import.md', import.meta.url);
const MADE_BY = 'door: npx tsx src/records/template/write-docs.ts -->\n';
const FILES_FROM = `<!-- Gemaakt uit src/records/files ${MADE_BY}`;
const GROUNDS_FROM = `<!-- Gemaakt uit src/policy/municipalities ${MADE_BY}`;
const END = '<!-- Einde van het gemaakte deel. -->';

/** docs/import.md with the chapters of its files as the specifications have them now. Throws when the marks are gone. */
export const withFiles = (document: string): string => withPart(document, FILES_FROM, FILES.map(describeInMarkdown).join('\n'));

/** The same for the codes of grounds that the recorded policies have. */
export const withGrounds = (document: string): string => withPart(document, GROUNDS_FROM, `${groundsInMarkdown(allPolicies())}\n`);

function withPart(document: string, begin: string, part: string): string {
  const start = document.indexOf(begin);
  const end = document.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error('docs/import.md has lost the marks around a generated part');
  return `${document.slice(0, start + begin.length)}\n${part}\n${document.slice(end)}`;
}

export async function readDocument(): Promise<string> {
  return readFile(DOCUMENT, 'utf8');
}

if (process.argv[1]?.endsWith('write-docs.ts') === true) await writeFile(DOCUMENT, withGrounds(withFiles(await readDocument())));
