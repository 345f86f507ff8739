import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashInvitationCode, newInvitationCode } from '../../db/invitation-code.ts';
import { runCli } from '../../src/records/cli/run.ts';
import { createImportWorld, FOLDER, type ImportWorld, inFolder } from './support.ts';

let world: ImportWorld;
beforeAll(async () => { world = await createImportWorld(); });
afterAll(() => world.close());

const IDENTITY_KEY = randomBytes(32).toString('hex');

async function run(args: readonly string[], env: NodeJS.ProcessEnv = { DATABASE_OWNER_URL: world.database.ownerUrl, IDENTITY_KEY }) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { env, out: (line) => out.push(line), err: (line) => err.push(line), isTerminal: false });
  return { code, out, err };
}

describe('kansenlijn import', () => {
  it('reports each file and ends with 0', async () => {
    const { code, out, err } = await inFolder(FOLDER, (path) => run(['import', path, '--dry-run', '--known-at', '2024-04-05']));
    expect([code, err]).toEqual([0, []]);
    expect(out).toContain('plaatsingen.csv: 2 gelezen, 2 nieuw, 0 gewijzigd, 0 ongewijzigd');
    expect(out.at(-1)).toMatch(/^25 rijen in \d+,\d seconden\. Dit was een proef: er is niets opgeslagen\.$/);
  });

  it('reports problems and ends with 1', async () => {
    const { code, err } = await inFolder({ ...FOLDER, regios: 'id;naam\nX;Y' }, (path) => run(['import', path]));
    expect(code).toBe(1);
    expect(err).toEqual([
      'regios.csv, regel 2, kolom id, waarde "X": is geen id van 2 tot 40 kleine letters, cijfers en streepjes.',
      'regioleden.csv, regel 2, kolom regio, waarde "noord-veluwe": staat niet in regios.csv en niet in een eerdere import van deze bron.',
      '2 fouten gevonden. Er is niets opgeslagen.',
    ]);
  });

  it('writes a line every 10.000 rows when nobody watches', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `w${index};0273;Wijk ${index}`);
    const { err } = await inFolder({ gemeenten: FOLDER['gemeenten']!, wijken: `id;gemeente;naam\n${rows.join('\n')}` }, (path) => run(['import', path, '--dry-run']));
    expect(err).toEqual(['wijken.csv: 10.000 rijen gelezen', 'wijken.csv: 20.000 rijen gelezen']);
  });

  it.each([
    ['a folder that is not there', ['import', '/bestaat/niet'], 'De map /bestaat/niet bestaat niet.'],
    ['a workbook that is not there', ['import', '/bestaat/niet.xlsx'], 'Het bestand /bestaat/niet.xlsx bestaat niet.'],
    ['a template without a name', ['template'], "error: missing required argument 'bestand'"],
    ['a moment that is none', ['import', '.', '--known-at', 'ooit'], '--known-at "ooit" is geen dag (2024-04-05) of tijdstip (2024-04-05T12:00:00+02:00).'],
    ['no folder', ['import'], "error: missing required argument 'map'"],
    ['an unknown command', ['importeer'], "error: unknown command 'importeer'"],
  ])('ends with 2 for %s', async (_name, args, text) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain(text);
  });

  it('ends with 2 without the login of the owner, and does not use another', async () => {
    const { code, err } = await run(['import', '.'], { DATABASE_URL: world.database.appUrl });
    expect(code).toBe(2);
    expect(err.join('\n')).toContain('DATABASE_OWNER_URL');
  });

  it('ends with 3 when the database is away', async () => {
    const { code } = await inFolder(FOLDER, (path) => run(['import', path], { DATABASE_OWNER_URL: 'postgresql://x@127.0.0.1:1/x' }));
    expect(code).toBe(3);
  });

  it('ends with 3 when the moment lies in the future', async () => {
    const { code, err } = await inFolder(FOLDER, (path) => run(['import', path, '--known-at', '2099-01-01']));
    expect([code, err]).toEqual([3, ['Het moment van --known-at ligt in de toekomst. Er is niets opgeslagen.']]);
  });
});

describe('kansenlijn invite', () => {
  it('shows a code once and stores its hash', async () => {
    await inFolder({ gemeenten: FOLDER['gemeenten']! }, (path) => run(['import', path]));
    const { code: exitCode, out } = await run(['invite', '--role', 'official', '--municipality', '0273']);
    expect(exitCode).toBe(0);
    const code = /^Code: (.*)$/.exec(out[0] ?? '')?.[1] ?? '';
    const { rows } = await world.client.query(`select role, municipality_code, expires_at::date - current_date as days from invitation where code_hash = $1`, [hashInvitationCode(code, IDENTITY_KEY)]);
    expect(rows).toEqual([{ role: 'official', municipality_code: '0273', days: 14 }]);
  });

  it.each([
    ['an unknown municipality', ['--role', 'official', '--municipality', '9999']], ['no municipality', ['--role', 'official']],
    ['a region for an official', ['--role', 'official', '--region', 'noord-veluwe']], ['a role of the municipality itself', ['--role', 'childcare']],
  ])('refuses %s', async (_name, args) => {
    expect((await run(['invite', ...args])).code).toBe(2);
  });

  it('refuses without the key', async () => {
    expect((await run(['invite', '--role', 'official', '--municipality', '0273'], { DATABASE_OWNER_URL: world.database.ownerUrl })).code).toBe(2);
  });
});

describe('kansenlijn migrate', () => {
  it('says that there was nothing to do', async () => {
    expect(await run(['migrate'])).toEqual({ code: 0, out: ['De database was al bij.'], err: [] });
  });
});

describe('invitation codes', () => {
  it('are three blocks of four without characters that look alike', () => {
    for (let round = 0; round < 50; round += 1) expect(newInvitationCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(newInvitationCode()).not.toBe(newInvitationCode());
  });
  it('are the same in lower case and without dashes, and another under another key', () => {
    expect(hashInvitationCode('abcd efgh–jkmn', IDENTITY_KEY)).toEqual(hashInvitationCode('ABCD-EFGH-JKMN', IDENTITY_KEY));
    expect(hashInvitationCode('ABCD-EFGH-JKMN', `${IDENTITY_KEY}0`)).not.toEqual(hashInvitationCode('ABCD-EFGH-JKMN', IDENTITY_KEY));
  });
});
