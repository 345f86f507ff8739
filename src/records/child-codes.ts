import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { newChildCode } from '../ask/child-code.ts';

const MAX_ROUNDS = 20;

/** Gives every new child without a code one that nobody has, with the prefix of its municipality. */
export async function giveCodes(client: pg.ClientBase): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { rows } = await client.query<{ line: number; prefix: string }>(`
      select s.line, coalesce(g.voorvoegsel, m.code_prefix) as prefix
      from stage_kinderen s
      left join stage_gemeenten g on g.id = s.gemeente and g.state <> 'broken'
      left join kansenlijn.municipality m on m.code = s.gemeente
      where s.state = 'new' and s.code is null and coalesce(g.voorvoegsel, m.code_prefix) is not null`);
    if (rows.length === 0) return;
    const codes = rows.map((row) => ({ line: row.line, code: newChildCode(row.prefix, randomInt) }));
    await storeFreeCodes(client, codes);
  }
  throw new Error('no free codes for children were found');
}

async function storeFreeCodes(client: pg.ClientBase, codes: readonly { line: number; code: string }[]): Promise<void> {
  // A table with statistics, not a list in the statement: the planner takes a list to be short.
  await client.query(`create temporary table new_code on commit drop as
    select min(line) as line, code from json_to_recordset($1::json) as x (line integer, code text) group by code`, [JSON.stringify(codes)]);
  await client.query('analyze new_code');
  await client.query(`
    update stage_kinderen s set code = n.code from new_code n
    where s.line = n.line
      and not exists (select from kansenlijn.child c where c.code = n.code)
      and not exists (select from stage_kinderen o where o.code = n.code)`);
  await client.query('drop table new_code');
}
