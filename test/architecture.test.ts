import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const FRAMEWORKS = /^(botbuilder|botframework|@microsoft\/(?!m365agentsplayground)|express)/;

/**
 * The import table of docs/architecture.md. A part may import itself, and of ours only
 * what stands here; `type:` allows types only. The most specific part wins.
 */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'src/policy': [],
  'src/figures': ['src/policy', 'type:src/ask', 'src/ask/numbers.ts'],
  'src/ask': ['src/policy', 'type:src/figures', 'src/figures/catalogue.ts', 'src/figures/types.ts'],
  cards: ['type:src/policy'],
  dialogs: ['cards', 'src/policy', 'src/figures', 'src/ask', 'src/digest/types.ts'],
  db: ['type:dialogs', 'type:src/digest', 'src/policy', 'src/handover/link.ts', 'type:src/handover', 'type:src/figures', 'src/figures/difference.ts', 'src/ask/child-code.ts', 'src/records', 'src/errors.ts', 'src/dutch-time.ts'],
  'src/records': ['src/dutch-time.ts', 'db', 'src/policy', 'src/ask', 'src/figures/targetable.ts', 'src/config.ts', 'src/settings.ts', 'src/demo/running.ts', 'src/errors.ts', 'src/log.ts'],
  'src/turn': ['src/dutch-time.ts', 'dialogs', 'cards', 'src/policy', 'src/figures', 'src/ask', 'src/errors.ts', 'type:db', 'type:src/export', 'src/records/export'],
  'src/digest': ['src/turn', 'dialogs', 'cards', 'src/policy', 'src/figures', 'src/ask', 'type:db', 'src/dutch-time.ts', 'src/errors.ts', 'type:src/log.ts', 'type:src/metrics.ts'],
  'src/reminders': ['src/turn', 'dialogs', 'cards', 'src/policy', 'src/figures', 'type:src/digest', 'type:db', 'src/dutch-time.ts', 'src/errors.ts', 'type:src/log.ts', 'type:src/metrics.ts'],
  'src/jobs': ['type:db', 'src/dutch-time.ts', 'src/errors.ts', 'type:src/log.ts', 'type:src/metrics.ts'],
  'src/export': ['type:src/records/export', 'src/errors.ts', 'type:src/log.ts', 'type:src/metrics.ts'],
  'src/handover': ['src/policy', 'type:src/log.ts'],
  'src/teams': ['src/turn', 'type:src/digest', 'cards', 'src/errors.ts', 'src/log.ts', 'src/metrics.ts', 'src/config.ts'],
};
/** Compositions: they put the parts together and may import all of them. */
const COMPOSITIONS = ['src/main.ts', 'src/server.ts', 'src/product.ts', 'src/clock.ts', 'src/cli.ts', 'src/demo', 'src/config.ts', 'src/settings.ts', 'src/demo/running.ts', 'src/log.ts', 'src/metrics.ts', 'src/errors.ts', 'src/dutch-time.ts', 'manifest'];
const MAY_KNOW_THE_FRAMEWORK = ['src/teams/', 'src/export/endpoint.ts', 'src/handover/endpoint.ts', 'src/server.ts', 'src/main.ts', 'manifest/'];

interface Import { readonly from: string; readonly to: string; readonly typeOnly: boolean }

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(dir, file));
}
const FILES = ['src', 'dialogs', 'cards', 'db', 'manifest'].flatMap(sources);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?from\s+)?'([^']+)'/gm);
  return [...statements].map(([, type, names, to]) => ({
    from: file,
    to: to!.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), to!)) : to!,
    typeOnly: type !== undefined || (names !== undefined && /^\{\s*(type [^,}]+,?\s*)+\}\s*from\s+$/.test(names)),
  }));
}

const within = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);
const partOf = (file: string): string | undefined => Object.keys(TABLE).filter((part) => within(file, part)).sort((a, b) => b.length - a.length)[0];

function allowed({ from, to, typeOnly }: Import): boolean {
  const part = partOf(from);
  if (part === undefined || within(to, part)) return true;
  return TABLE[part]!.some((rule) => (rule.startsWith('type:') ? typeOnly && within(to, rule.slice(5)) : within(to, rule)));
}

const IMPORTS = FILES.flatMap(importsOf);
const ours = IMPORTS.filter(({ to }) => FILES.includes(to));

describe('the import table', () => {
  it('is about imports that were found at all', () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(allowed({ from: 'src/policy/engine/resolve.ts', to: 'db/pool.ts', typeOnly: true })).toBe(false);
    expect(allowed({ from: 'cards/form.ts', to: 'src/policy/engine/types.ts', typeOnly: false })).toBe(false);
    expect(allowed({ from: 'cards/form.ts', to: 'src/policy/engine/types.ts', typeOnly: true })).toBe(true);
  });

  it('is kept by every import of ours', () => {
    expect(ours.filter((each) => !allowed(each)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('covers every file of the house', () => {
    expect(FILES.filter((file) => partOf(file) === undefined && !COMPOSITIONS.some((part) => within(file, part)))).toEqual([]);
  });

  it('keeps the bot framework at the edge', () => {
    const strays = IMPORTS.filter(({ from, to }) => FRAMEWORKS.test(to) && !MAY_KNOW_THE_FRAMEWORK.some((place) => from.startsWith(place)));
    expect(strays.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lets only config.ts, and the commands that hand it over, read the environment', () => {
    const readers = FILES.filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$/gm, '')));
    expect(readers.filter((file) => !/^(src\/main\.ts|src\/cli\.ts|src\/demo\/\w+-command\.ts|manifest\/build\.ts|src\/demo\/playground\.ts|db\/embedded\/run\.ts|src\/demo\/signals\.ts)$/.test(file))).toEqual([]);
  });
});
