import { posix } from 'node:path';
import { UnreadableFile } from '../unreadable.ts';
import { type Archive, openArchive, WITH_MACROS } from './archive.ts';
import type { CellContext } from './cell.ts';
import { readSheet, type SheetRow } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readSharedStrings } from './text.ts';
import { BROKEN, walkXml } from './xml.ts';

export interface Sheet {
  readonly name: string;
  /** Rows with content, or the first so many; read anew at each call, so that only one sheet is in memory. Throws UnreadableFile. */
  readonly rows: (first?: number) => SheetRow[];
}

interface Relation { readonly target: string; readonly type: string }

/** The sheets of an .xlsx file, in the order of their tabs, hidden ones too. Throws UnreadableFile. */
export function openWorkbook(bytes: Uint8Array): Sheet[] {
  const archive = openArchive(bytes);
  const main = mainPart(archive);
  const relations = relationsOf(archive, main);
  const { sheets, from1904 } = readMain(archive, main);
  let context: CellContext | undefined;
  const shared = (): CellContext => context ??= {
    strings: readSharedStrings(archive.read(pathOf(relations, 'sharedStrings') ?? 'xl/sharedStrings.xml')),
    showsDay: readStyles(archive.read(pathOf(relations, 'styles') ?? 'xl/styles.xml')), from1904,
  };
  return sheets.map(({ name, relation }) => ({ name, rows: (first) => readSheet(required(archive, relations.get(relation)?.target), shared(), first) }));
}

/** Path of the workbook itself; programs may name it as they like. */
function mainPart(archive: Archive): string {
  const path = pathOf(relationsOf(archive, ''), 'officeDocument');
  // Binary workbooks (.xlsb) are zip files with the same relations.
  if (path === undefined || !path.endsWith('.xml')) throw new UnreadableFile('is geen Excel-bestand (.xlsx).');
  if (/macroEnabled/i.test(contentType(archive, path))) throw new UnreadableFile(WITH_MACROS);
  return path;
}

function contentType(archive: Archive, path: string): string {
  let type = '';
  walkXml(archive.read('[Content_Types].xml') ?? '<Types/>', {
    open(name, attributes) {
      if (name === 'Override' && attributes()['PartName']?.replace(/^\//, '') === path.replace(/^\//, '')) type = attributes()['ContentType'] ?? '';
    },
  });
  return type;
}

function readMain(archive: Archive, path: string): { sheets: { name: string; relation: string }[]; from1904: boolean } {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  walkXml(required(archive, path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '');
      if (name === 'sheet') sheets.push({ name: attributes()['name'] ?? '', relation: attributes()['id'] ?? '' });
    },
  });
  if (sheets.length === 0) throw new UnreadableFile('is geen Excel-bestand (.xlsx).');
  return { sheets, from1904 };
}

/** Relations of a part by their id, with paths from the root. */
function relationsOf(archive: Archive, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const folder = posix.dirname(part);
  const xml = archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (xml === undefined) return relations;
  walkXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Target = '', Type = '' } = attributes();
      relations.set(Id, { target: Target.startsWith('/') ? Target : posix.join(folder, Target), type: Type.slice(Type.lastIndexOf('/') + 1) });
    },
  });
  return relations;
}

function pathOf(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

function required(archive: Archive, path: string | undefined): string {
  const text = path === undefined ? undefined : archive.read(path);
  if (text === undefined) throw new UnreadableFile(BROKEN);
  return text;
}
