import { describe, expect, test } from 'vitest';
import { run, serverEnvironment } from '../../../db/embedded/run.ts';

const shell = (script: string, timeoutMs?: number) => run('/bin/sh', ['-c', script], undefined, timeoutMs);

describe('a program that we run', () => {
  test('gives its exit code and what it said', async () => {
    expect(await shell('echo out; echo err >&2; exit 3')).toEqual({ code: 3, output: 'out\nerr' });
    expect(await shell('exit 0')).toEqual({ code: 0, output: '' });
  });

  test('that does not exist, crashes or takes too long has code -1', async () => {
    expect((await run('/does/not/exist', [])).code).toBe(-1);
    expect((await shell('kill -SEGV $$')).code).toBe(-1);
    expect((await shell('sleep 5', 50)).code).toBe(-1);
  });

  test.each(['INT', 'TERM', 'HUP'])('and that SIG%s ended has no result', async (signal) => {
    await expect(shell(`kill -${signal} $$`)).rejects.toThrow('interrupted');
  });

  test('is not led elsewhere by the PG variables of whoever starts it', async () => {
    process.env['PGDATA'] = '/elsewhere';
    expect(Object.keys(serverEnvironment())).not.toContain('PGDATA');
    expect((await shell('echo "$PGDATA"; pwd')).output).toBe('/');
    delete process.env['PGDATA'];
  });
});
