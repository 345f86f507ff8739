import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { templateWorkbook } from '../template/workbook.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';

/** `template <file.xlsx>`: writes an empty workbook to fill in; never over a file that is there. */
export async function runTemplateCommand(context: CliContext, path: string): Promise<ExitCode> {
  if (extname(path).toLowerCase() !== '.xlsx') return refuse(context, `Geef het bestand een naam die eindigt op .xlsx, bijvoorbeeld ${path === '' ? 'gegevens' : path}.xlsx.`);
  try {
    await writeFile(path, await templateWorkbook(), { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return refuse(context, `${path} bestaat al. Kies een andere naam of verwijder het eerst.`);
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse(context, `De map van ${path} bestaat niet.`);
    throw error;
  }
  context.out(`${path} is gemaakt. Vul de bladen in en lees het in met: npm run kansenlijn -- import ${path}`);
  return EXIT.done;
}

function refuse(context: CliContext, text: string): ExitCode {
  context.err(text);
  return EXIT.usage;
}
