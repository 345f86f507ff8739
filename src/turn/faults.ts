import { AppError } from '../errors.ts';

/**
 * Faults of the database as the person reads them. What was typed is not lost: the channel
 * edge answers with a card that sends it again.
 */

const UNREACHABLE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EAI_AGAIN']);
const BUSY_STATES = new Set(['55P03', '57014', '53300', '25P03']);

export function databaseFault(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isUnreachable(error)) {
    return new AppError({
      code: 'database-unreachable',
      userText: 'De registratie is even niet bereikbaar. Er is niets opgeslagen, en wat u invulde gaat niet verloren. Probeer het over een minuut opnieuw.',
      logText: `the database cannot be reached (${codeOf(error) || 'connection lost'})`,
      cause: error,
    });
  }
  if (BUSY_STATES.has(codeOf(error))) {
    return new AppError({
      code: 'database-busy',
      userText: 'Het is even druk, misschien loopt er een import. Er is niets opgeslagen, en wat u invulde gaat niet verloren. Probeer het over een minuut opnieuw.',
      logText: `the database was busy (${codeOf(error)})`,
      cause: error,
    });
  }
  return error;
}

function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  // 08*: connection exceptions. 57P0*: the server is stopping or starting. 28000/3D000 while it is being set up.
  if (UNREACHABLE_CODES.has(code) || code.startsWith('08') || code.startsWith('57P')) return true;
  return error instanceof Error && /connection terminated|timeout exceeded when trying to connect|server closed the connection/i.test(error.message);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
