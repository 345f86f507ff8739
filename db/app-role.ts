import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Makes (or renews) a login that is a member of `kansenlijn_app` and nothing else, for
 * demos and tests. In production the operator makes it; see docs/operations.md.
 * Returns the connection string with which the application connects.
 */
export async function createAppLogin(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    // Logins belong to the cluster: named after the database, so that two demos on one server do not share it.
    const login = `kansenlijn_${rows[0]!.name}`.slice(0, 60);
    const password = randomBytes(24).toString('base64url');
    await ensureLogin(client, login, password);
    const url = new URL(ownerUrl);
    url.username = encodeURIComponent(login);
    url.password = password;
    return url.toString();
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: pg.Client, login: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(login);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
  if (!rowCount) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  await client.query(`alter role ${name} with login nosuperuser nobypassrls password ${client.escapeLiteral(password)}`);
  await client.query(`grant kansenlijn_app to ${name}`);
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant connect on database ${rows[0]!.name} to ${name}`);
}

/**
 * Why this login must not be used by the application; empty when it is fit.
 * Privacy rests on row-level security, which these logins would walk past.
 */
export async function unfitForApplication(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ super: boolean; bypass: boolean; owns: number; member: boolean }>(`
    select r.rolsuper as super, r.rolbypassrls as bypass,
      pg_has_role(current_user, 'kansenlijn_app', 'usage') as member,
      (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'kansenlijn' and pg_has_role(current_user, c.relowner, 'member')) as owns
    from pg_roles r where r.rolname = current_user`);
  const login = rows[0]!;
  return [
    ...(login.super ? ['the login is a superuser'] : []),
    ...(login.bypass ? ['the login bypasses row-level security'] : []),
    ...(login.owns > 0 ? ['the login owns tables, or may act as their owner'] : []),
    ...(login.member ? [] : ['the login is not a member of kansenlijn_app']),
  ];
}
