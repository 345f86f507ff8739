import type { ImportFailure } from '../../db/import/session.ts';
import type { ImportResult } from './import-folder.ts';
import { describeProblem } from './problem.ts';

const count = new Intl.NumberFormat('nl-NL');

/** The result of an import as Dutch lines for a terminal or a log. */
export function reportLines(result: ImportResult): string[] {
  return result.ok ? successLines(result) : problemLines(result);
}

function problemLines({ problems, problemCount }: ImportResult): string[] {
  const rest = problemCount - problems.length;
  return [
    ...problems.map(describeProblem),
    ...(rest > 0 ? [`… en nog ${count.format(rest)} ${rest === 1 ? 'fout' : 'fouten'}.`] : []),
    `${count.format(problemCount)} ${problemCount === 1 ? 'fout' : 'fouten'} gevonden. Er is niets opgeslagen.`,
  ];
}

function successLines(result: ImportResult): string[] {
  const rows = result.files.reduce((sum, file) => sum + file.rows, 0);
  const seconds = (result.durationMs / 1000).toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return [
    ...result.files.map((file) => `${file.file}: ${count.format(file.rows)} gelezen, ${count.format(file.new)} nieuw, `
      + `${count.format(file.changed)} gewijzigd, ${count.format(file.unchanged)} ongewijzigd`),
    `${count.format(rows)} rijen in ${seconds} seconden.${result.dryRun ? ' Dit was een proef: er is niets opgeslagen.' : ''}`,
  ];
}

/** Why an import could not run, and what helps. */
export const FAILURE_TEXTS: Readonly<Record<ImportFailure, string>> = {
  busy: 'Er loopt al een andere import. Probeer het opnieuw als die klaar is. Er is niets opgeslagen.',
  overtaken: 'Tijdens de import legde iemand iets vast dat niet samengaat met deze bestanden. Er is niets opgeslagen; start de import opnieuw.',
  not_migrated: 'De database is nog niet ingericht. Draai eerst: npm run kansenlijn -- migrate',
  known_out_of_order: 'Deze import zegt wat op het moment van --known-at bekend was, maar verandert iets dat pas later bekend werd. Er is niets opgeslagen. Laad bestanden in de volgorde waarin ze bekend waren, of geef een later moment.',
  known_in_future: 'Het moment van --known-at ligt in de toekomst. Er is niets opgeslagen.',
};
