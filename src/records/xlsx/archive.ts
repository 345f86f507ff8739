import { unzipSync, type UnzipFileInfo } from 'fflate';
import { UnreadableFile } from '../unreadable.ts';
import { BROKEN } from './xml.ts';

const MEGABYTE = 1_000_000;
/** Also bounds the time that unpacking can take. */
export const MAX_FILE_BYTES = 15 * MEGABYTE;
/** A hundred thousand rows of ten columns take some 40 MB. More than this is a mistake, or meant to harm. */
export const MAX_UNPACKED_BYTES = 200 * MEGABYTE;

export const WITH_MACROS = 'bevat macro\'s; sla het op als .xlsx zonder macro\'s.';

/** The parts of a workbook, unpacked when asked for. */
export interface Archive {
  /** Text of a part; undefined when there is none. Throws UnreadableFile. */
  read(path: string): string | undefined;
}

/**
 * Opens the bytes of an .xlsx file. Nothing is unpacked before the sizes are known to be
 * bearable. A part that is larger than it says is cut off, which the XML reader finds.
 * Throws UnreadableFile.
 */
export function openArchive(bytes: Uint8Array): Archive {
  refuseOtherFormats(bytes);
  const parts = new Map(listParts(bytes).map((part) => [normalised(part.name), part]));
  const total = [...parts.values()].reduce((sum, part) => sum + part.originalSize, 0);
  if (total > MAX_UNPACKED_BYTES) throw new UnreadableFile('is uitgepakt groter dan 200 MB; gebruik CSV-bestanden.');
  if ([...parts.keys()].some((path) => path.endsWith('vbaproject.bin'))) throw new UnreadableFile(WITH_MACROS);
  return {
    read: (path) => {
      const part = parts.get(normalised(path));
      return part === undefined ? undefined : textOf(unpack(bytes, part));
    },
  };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === 'd0cf11e0') throw new UnreadableFile('is een oud Excel-bestand of heeft een wachtwoord; sla het zonder wachtwoord op als .xlsx.');
  if (start !== '504b0304') throw new UnreadableFile('is geen Excel-bestand (.xlsx).');
}

/** Names of parts differ in case and in a first slash between the programs that write them. */
const normalised = (path: string): string => path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function listParts(bytes: Uint8Array): UnzipFileInfo[] {
  const parts: UnzipFileInfo[] = [];
  readable(() => unzipSync(bytes, { filter: (part) => parts.push(part) < 0 }));
  return parts;
}

function unpack(bytes: Uint8Array, { name }: UnzipFileInfo): Uint8Array {
  return readable(() => unzipSync(bytes, { filter: (part) => part.name === name }))[name] ?? new Uint8Array();
}

function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return readable(() => new TextDecoder(encoding, { fatal: true }).decode(bytes));
}

/** What the zip library and the decoder throw means that the file is damaged. */
function readable<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new UnreadableFile(BROKEN);
  }
}
