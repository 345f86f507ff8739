import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '../../src/records/file-spec.ts';
import { FILES } from '../../src/records/files/index.ts';
import { runCli } from '../../src/records/cli/run.ts';
import { exampleRows } from '../../src/records/template/describe.ts';
import { templateWorkbook } from '../../src/records/template/workbook.ts';
import { readDocument, withFiles, withGrounds } from '../../src/records/template/write-docs.ts';
import { openWorkbook } from '../../src/records/xlsx/workbook.ts';
import { createImportWorld, type ImportWorld, snapshot } from './support.ts';

const columns = FILES.flatMap((spec) => Object.entries(spec.columns).map(([name, column]) => ({ place: `${fileOf(spec)}: ${name}`, column, name })));

describe('the explanation of the files', () => {
  it('says of every column what goes in, and shows it', () => {
    expect(columns.filter(({ name, column }) => column.about === '' && name !== 'id').map(({ place }) => place)).toEqual([]);
    expect(columns.filter(({ column }) => column.required && column.example === '').map(({ place }) => place)).toEqual([]);
  });

  it('gives examples that their columns accept', () => {
    expect(columns.filter(({ column }) => column.example !== '' && !column.schema.safeParse(column.example).success).map(({ place }) => place)).toEqual([]);
  });

  it('is the same in docs/import.md (npx tsx src/records/template/write-docs.ts writes it)', async () => {
    const document = await readDocument();
    expect(document).toBe(withFiles(document));
    expect(document).toBe(withGrounds(document));
  });

  it('names every column in the documentation and in the template', async () => {
    const document = await readDocument();
    const explained = openWorkbook(await templateWorkbook())[0]!.rows().map((row) => `${row.cells[0]?.text}: ${row.cells[1]?.text}`);
    for (const spec of FILES) {
      expect(document).toContain(`### ${fileOf(spec)}\n`);
      expect(explained).toEqual(expect.arrayContaining(Object.keys(spec.columns).map((name) => `${spec.kind}: ${name}`)));
    }
  });
});

describe('the template', () => {
  let world: ImportWorld;
  let folder: string;
  beforeAll(async () => {
    world = await createImportWorld();
    folder = await mkdtemp(join(tmpdir(), 'kansenlijn-template-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(args: readonly string[]) {
    const lines: string[] = [];
    const add = (line: string) => lines.push(line);
    return { code: await runCli(args, { env: {}, out: add, err: add, isTerminal: false }), lines };
  }

  it('is written by a command, once', async () => {
    const path = join(folder, 'gegevens.xlsx');
    expect(await run(['template', path])).toEqual({ code: 0, lines: [`${path} is gemaakt. Vul de bladen in en lees het in met: npm run kansenlijn -- import ${path}`] });
    await writeFile(path, 'van mij');
    expect(await run(['template', path])).toEqual({ code: 2, lines: [`${path} bestaat al. Kies een andere naam of verwijder het eerst.`] });
    expect(await readFile(path, 'utf8')).toBe('van mij');
  });

  it.each([['gegevens', 'Geef het bestand een naam die eindigt op .xlsx, bijvoorbeeld gegevens.xlsx.'], ['/bestaat/niet/g.xlsx', 'De map van /bestaat/niet/g.xlsx bestaat niet.']])(
    'is not written to %s', async (path, text) => expect(await run(['template', path])).toEqual({ code: 2, lines: [text] }));

  it('has a sheet for each kind after its explanation, with the columns in the first row', async () => {
    const [explanation, ...sheets] = openWorkbook(await templateWorkbook());
    expect(explanation?.name).toBe('Uitleg');
    expect(sheets.map((sheet) => [sheet.name, sheet.rows().map((row) => row.cells.map((cell) => cell?.text))]))
      .toEqual(FILES.map((spec) => [spec.kind, [Object.keys(spec.columns)]]));
  });

  it('imports as nothing before it is filled in', async () => {
    const before = await snapshot(world.client);
    const result = await world.import({ 'gegevens.xlsx': await templateWorkbook() });
    expect([result.ok, result.files, result.problems]).toEqual([true, [], []]);
    expect(await snapshot(world.client)).toBe(before);
  });

  it('imports as what its examples say when they are filled in, and as the same from CSV', async () => {
    const result = await world.import({ 'gegevens.xlsx': await templateWorkbook(exampleRows) });
    expect(result.problems).toEqual([]);
    expect(result.files.map((file) => [file.file, file.new])).toEqual(FILES.map((spec) => [`gegevens.xlsx, blad ${spec.kind}`, exampleRows(spec).length]));
    const csv = Object.fromEntries(FILES.map((spec) => {
      const names = Object.keys(spec.columns);
      return [spec.kind, [names.join(';'), ...exampleRows(spec).map((row) => names.map((name) => row[name] ?? '').join(';'))].join('\n')];
    }));
    const again = await world.import(csv);
    expect(again.files.filter((file) => file.unchanged !== file.rows)).toEqual([]);
  });
});
