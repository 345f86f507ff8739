import pg from 'pg';

/** Tells one schema from another that was made later in the same place: the database and the moment of its first migration. */
export async function schemaBirth(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ birth: string }>(`
      select d.oid || '@' || extract(epoch from (select min(run_on) from kansenlijn.schema_migration)) as birth
      from pg_database d where d.datname = current_database()`);
    return rows[0]!.birth;
  } finally {
    await client.end();
  }
}
