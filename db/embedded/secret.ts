import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';

const MIN_LENGTH = 32;

/**
 * The secret in `file`, made at the first call and readable by the owner only. It is
 * written beside its place and linked in, so that of two first calls at once one wins
 * and a reader never sees half a secret.
 */
export async function keptSecret(file: string): Promise<string> {
  const kept = await read(file);
  if (kept) return kept;
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(fresh, file).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EEXIST') throw problem;
    });
  } finally {
    await rm(fresh, { force: true });
  }
  const secret = await read(file);
  if (!secret) throw new Error(`${file} holds no usable secret; remove it to have a new one made`);
  return secret;
}

async function read(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  });
  if (text === undefined) return undefined;
  await chmod(file, 0o600);
  return text.trim().length >= MIN_LENGTH ? text.trim() : undefined;
}
