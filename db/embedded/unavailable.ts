import { AppError } from '../../src/errors.ts';

/** How to go on without the embedded server; ends every message of this kind. */
const WAY_OUT =
  'U kunt een eigen PostgreSQL-server (15 of nieuwer) gebruiken: zet DATABASE_URL=postgres://gebruiker:wachtwoord@server/database en start opnieuw.';

/**
 * The embedded server cannot be used on this machine or with this data folder.
 * `reason` is one or two Dutch sentences for the person who starts; `detail` is for the log.
 */
export class EmbeddedUnavailable extends AppError {
  override name = 'EmbeddedUnavailable';

  constructor(reason: string, detail?: unknown) {
    super({
      code: 'embedded-unavailable',
      userText: `De ingebouwde database kan hier niet starten. ${reason} ${WAY_OUT}`,
      logText: `embedded PostgreSQL unavailable: ${reason}${detail === undefined ? '' : ` (${describe(detail)})`}`,
      cause: detail,
    });
  }
}

/** Another process that lives uses this database; two of them would renew each other's logins and keys. */
export class DatabaseInUse extends AppError {
  override name = 'DatabaseInUse';

  /** `where` as the person knows it: a folder, or the words for their own server. */
  constructor(where: string) {
    super({
      code: 'demo-already-running',
      userText: `Kansenlijn draait al met de gegevens in ${where}. Stop het eerst (Ctrl+C in dat venster), of kies andere gegevens met KANSENLIJN_DATA_DIR.`,
      logText: `the database of ${where} is in use by another process`,
    });
  }
}

export function describe(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
