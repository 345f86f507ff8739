// Exits 0 when a PostgreSQL server of at least version 15 answers at the URL.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  const { rows } = await client.query('show server_version_num');
  console.log(`PostgreSQL ${rows[0].server_version_num} answers`);
  if (Number(rows[0].server_version_num) < 150_000) process.exitCode = 1;
} catch {
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
