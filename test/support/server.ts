import pg from 'pg';

/** Statements on the server of the tests; names are our own, quoted all the same. */
export async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const from = template ? ` template ${pg.escapeIdentifier(template)}` : ' template template0';
  await onServer(url, `create database ${pg.escapeIdentifier(name)}${from}`);
}

/** Ends connections that a test forgot. */
export async function dropDatabase(url: string, name: string, ...roles: readonly string[]): Promise<void> {
  await onServer(
    url,
    `drop database if exists ${pg.escapeIdentifier(name)} with (force)`,
    ...roles.map((role) => `drop role if exists ${pg.escapeIdentifier(role)}`),
  );
}

/** A template with a connection cannot be copied. */
export async function lockTemplate(url: string, name: string): Promise<void> {
  await onServer(url, `alter database ${pg.escapeIdentifier(name)} with allow_connections false`);
}
