import { AppError } from '../../src/errors.ts';

/** How to go on without the embedded server; ends every message of this kind. */
const WAY_OUT =
  'U kunt een eigen PostgreSQL-server (15 of nieuwer) gebruiken: zet DATABASE_URL=postgres://gebruiker:wachtwoord@server/database en start opnieuw.';

/**
 * The embedded server cannot be used on this machine or with this data folder.
 * `reason` is one Dutch sentence for the person who starts; `detail` is for the log.
 */
export class EmbeddedUnavailable extends AppError {
  constructor(reason: string, detail?: unknown) {
    super({
      code: 'EMBEDDED_UNAVAILABLE',
      userText: `De ingebouwde database kan hier niet starten. ${reason} ${WAY_OUT}`,
      logText: `embedded PostgreSQL unavailable: ${reason}${detail === undefined ? '' : ` (${describe(detail)})`}`,
    });
    this.name = 'EmbeddedUnavailable';
  }
}

/** Another process that lives uses this database; two of them would renew each other's logins and keys. */
export class DatabaseInUse extends AppError {
  constructor(where: string) {
    super({
      code: 'DEMO_ALREADY_RUNNING',
      userText: `Kansenlijn draait al met de gegevens in ${where}. Stop het eerst (Ctrl+C in dat venster), of kies een andere map met KANSENLIJN_DATA_DIR.`,
      logText: `the database of ${where} is in use by another process`,
    });
    this.name = 'DatabaseInUse';
  }
}

export function describe(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
