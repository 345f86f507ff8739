import { expect, it } from 'vitest';
import { tellFailures } from '../../src/jobs/tell-failures.ts';

const failing = (...codes: (string | undefined)[]) => ({ query: () => Promise.reject(Object.assign(new Error('no'), { code: codes.shift() })) });

it('tells a kind of failure once a minute, never a lost race, and hands on every one', async () => {
  const told: string[] = [];
  let now = 1_000_000;
  const queries = tellFailures(failing('42501', '42501', 'ECONNREFUSED', '23505', undefined, '42501', '42501'), { error: (fields: { code: string }) => void told.push(fields.code) } as never, () => now);
  for (let count = 0; count < 5; count += 1) await expect(queries.query('select 1')).rejects.toThrow('no');
  expect(told).toEqual(['42501', 'ECONNREFUSED', 'unknown']);
  now += 59_999;
  await expect(queries.query('select 1')).rejects.toThrow('no');
  expect(told).toHaveLength(3);
  now += 1;
  await expect(queries.query('select 1')).rejects.toThrow('no');
  expect(told).toEqual(['42501', 'ECONNREFUSED', 'unknown', '42501']);
});
