import { Command, CommanderError, Option } from 'commander';
import { ConfigError } from '../../config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';
import { type ImportFlags, runImportCommand } from './import-command.ts';
import { type InviteFlags, runInviteCommand } from './invite-command.ts';
import { runMigrateCommand } from './migrate-command.ts';
import { type PurgeFlags, runPurgeHandoversCommand } from './purge-handovers-command.ts';
import { runTemplateCommand } from './template-command.ts';

/** Runs one command line (without node and script). Never throws; what went wrong is on `err`. */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(context, (code) => { exitCode = code; });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, context);
  }
}

function createProgram(context: CliContext, done: (code: ExitCode) => void): Command {
  const program = new Command('kansenlijn').description('Beheer van Kansenlijn')
    .helpOption('-h, --help', 'toont deze uitleg').helpCommand(false).exitOverride()
    .configureOutput({ writeOut: (text) => context.out(text.trimEnd()), writeErr: (text) => context.err(text.trimEnd()) });
  addImport(program, context, done);
  program.command('template').description('maakt een lege Excel-werkmap met uitleg, om in te vullen en te importeren')
    .argument('<bestand>', 'bijvoorbeeld gegevens.xlsx').action(async (path: string) => done(await runTemplateCommand(context, path)));
  program.command('migrate').description('richt de database in of werkt haar bij')
    .action(async () => done(await runMigrateCommand(context)));
  addInvite(program, context, done);
  program.command('purge-handovers').description('wist de inhoud van overdrachten waarvan de bewaartermijn voorbij is')
    .option('--months <aantal>', 'maanden na het vertrek van de voorschool (standaard 24)')
    .action(async (flags: PurgeFlags) => done(await runPurgeHandoversCommand(context, flags)));
  return program;
}

function addImport(program: Command, context: CliContext, done: (code: ExitCode) => void): void {
  program.command('import').description('leest CSV-bestanden en Excel-werkmappen in: alles of niets')
    .argument('<map>', 'map met de bestanden, of één .xlsx- of .csv-bestand; docs/import.md beschrijft ze')
    .option('--source <naam>', 'waar de gegevens vandaan komen; id\'s horen bij een bron (standaard: bron.txt in de map, anders "import")')
    .option('--known-at <moment>', 'wanneer dit bekend was, voor gegevens van vroeger: 2024-04-05')
    .option('--tenant <id>', 'tenant van de personen die er geen noemen')
    .option('--dry-run', 'controleert alles en slaat niets op')
    .action(async (folder: string, flags: ImportFlags) => done(await runImportCommand(context, folder, flags)));
}

function addInvite(program: Command, context: CliContext, done: (code: ExitCode) => void): void {
  program.command('invite').description('maakt een eenmalige code, bijvoorbeeld voor de eerste beleidsadviseur van een gemeente')
    .addOption(new Option('--role <rol>', 'official: beleidsadviseur, reader: lezer, regional: regionaal beleidsadviseur')
      .choices(['official', 'reader', 'regional']).makeOptionMandatory())
    .option('--municipality <code>', 'CBS-code van de gemeente, vier cijfers')
    .option('--region <id>', 'id van de regio')
    .action(async (flags: InviteFlags) => done(await runInviteCommand(context, flags)));
}

/** Commander has written its own message already. */
function reportFailure(error: unknown, context: CliContext): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof ConfigError) {
    context.err(error.message);
    return EXIT.usage;
  }
  const reason = error instanceof Error ? error.message || String('code' in error ? error.code : error.name) : String(error);
  context.err(`Het lukte niet door een storing: ${reason}`);
  return EXIT.failed;
}
