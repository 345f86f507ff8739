import { extname } from 'node:path';
import { ImportError } from '../../../db/import/session.ts';
import { importFolder, type ImportOptions } from '../import-folder.ts';
import { readKnownAt } from '../known-at.ts';
import { FAILURE_TEXTS, reportLines } from '../report.ts';
import { readCliConfig } from './config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';
import { createProgressView } from './progress.ts';

export interface ImportFlags {
  readonly source?: string;
  readonly knownAt?: string;
  readonly tenant?: string;
  readonly dryRun?: boolean;
}

/** `import <folder or file>`: prints the report; problems in the files end with exit code 1. */
export async function runImportCommand(context: CliContext, folder: string, flags: ImportFlags): Promise<ExitCode> {
  const { ownerUrl, tenantId } = readCliConfig(context.env);
  const tenant = flags.tenant ?? tenantId;
  const knownAt = flags.knownAt === undefined ? undefined : readKnownAt(flags.knownAt);
  if (flags.knownAt !== undefined && knownAt === undefined) {
    context.err(`--known-at "${flags.knownAt}" is geen dag (2024-04-05) of tijdstip (2024-04-05T12:00:00+02:00).`);
    return EXIT.usage;
  }
  return importAndReport(context, {
    ownerUrl, folder, dryRun: flags.dryRun ?? false,
    ...(knownAt === undefined ? {} : { knownAt }), ...(tenant === undefined ? {} : { tenantId: tenant }),
    ...(flags.source === undefined ? {} : { source: flags.source }),
  });
}

async function importAndReport(context: CliContext, options: ImportOptions): Promise<ExitCode> {
  const view = createProgressView(context);
  try {
    const result = await importFolder({ ...options, onProgress: (progress) => view.show(progress) });
    view.stop();
    reportLines(result).forEach(result.ok ? context.out : context.err);
    return result.ok ? EXIT.done : EXIT.refused;
  } catch (error) {
    view.stop();
    if (error instanceof ImportError) {
      context.err(FAILURE_TEXTS[error.code]);
      return EXIT.failed;
    }
    if (!isMissing(error, options.folder)) throw error;
    context.err(`${extname(options.folder) === '' ? 'De map' : 'Het bestand'} ${options.folder} bestaat niet.`);
    return EXIT.usage;
  }
}

function isMissing(error: unknown, path: string): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR') && 'path' in error && error.path === path;
}
