import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../src/records/unreadable.ts';
import { openWorkbook } from '../../src/records/xlsx/workbook.ts';
import { partsOf, rawWorkbook, stating, workbookOf, zipped } from './xlsx-support.ts';

/** Cells of the first sheet: text, and for faults what is wrong. */
function read(bytes: Uint8Array): (string | undefined)[][] {
  return openWorkbook(bytes)[0]!.rows().map((row) => row.cells.map((cell) => (cell?.kind === 'fault' ? `${cell.text}? ${cell.why}` : cell?.text)));
}
const cells = (xml: string, extra?: Readonly<Record<string, string>>) => read(rawWorkbook(`<row r="1">${xml}</row>`, extra))[0];

function refusal(bytes: Uint8Array): string {
  try {
    openWorkbook(bytes).forEach((sheet) => sheet.rows());
  } catch (error) {
    if (error instanceof UnreadableFile) return error.text;
    throw error;
  }
  return 'read';
}

const STYLES = {
  'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.0 &quot;dagen&quot;"/>'
    + '<numFmt numFmtId="166" formatCode="[$-413]d mmmm yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    + '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs></styleSheet>',
};

describe('what a cell holds', () => {
  it.each([
    ['a number', '<c r="A1"><v>16</v></c>', '16'], ['a decimal', '<c r="A1" t="n"><v>7.5</v></c>', '7.5'],
    ['the noise of a calculation', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a number with an exponent', '<c r="A1"><v>9.00000001E8</v></c>', '900000001'],
    ['text of its own', '<c r="A1" t="inlineStr"><is><r><t>De </t></r><r><t xml:space="preserve">Wilg </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', 'De Wilg'],
    ['text of a formula', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>a&amp;b &lt;é&gt;</v></c>', 'a&b <é>'],
    ['the value of a formula', '<c r="A1"><f>8*2</f><v>16</v></c>', '16'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'waar'], ['no', '<c r="A1" t="b"><v>0</v></c>', 'onwaar'],
    ['a day as text of ISO 8601', '<c r="A1" t="d"><v>2024-02-29T00:00:00</v></c>', '29-02-2024'],
    ['an escaped character', '<c r="A1" t="str"><v>a_x000A_b</v></c>', 'a\nb'],
    ['text in a section that is not parsed', '<c r="A1" t="str"><v><![CDATA[<a>]]>b</v></c>', '<a>b'],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!? de formule in deze cel geeft een fout.'],
    ['a formula that nobody calculated', '<c r="A1"><f>1+1</f></c>', '? de formule in deze cel is nog niet uitgerekend; open het bestand in Excel en sla het op.'],
    ['more digits than Excel keeps', '<c r="A1"><v>1234567890123456</v></c>', '1234567890123456? dit getal heeft meer cijfers dan Excel bewaart; geef de kolom de opmaak Tekst en typ de waarde opnieuw.'],
    ['a text that is not there', '<c r="A1" t="s"><v>7</v></c>', '? de inhoud van deze cel ontbreekt in het bestand.'],
  ])('reads %s', (_name, xml, expected) => expect(cells(xml)).toEqual([expected]));

  it('reads shared texts', () => {
    const strings = { 'xl/sharedStrings.xml': '<sst><si><t>Putten</t></si><si><r><t>Hu</t></r><r><t>inen</t></r></si></sst>' };
    expect(cells('<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>', strings)).toEqual(['Huinen', 'Putten']);
  });

  it.each([['1', '01-01-2024'], ['2', '01-01-2024'], ['4', '01-01-2024'], ['0', '45292'], ['3', '45292'], ['5', '45292'], ['6', '45292']])(
    'takes a number in style %s for what Excel shows', (style, expected) => expect(cells(`<c r="A1" s="${style}"><v>45292</v></c>`, STYLES)).toEqual([expected]));

  it('takes the day of a moment, and counts from 1904 where the workbook does', () => {
    const from1904 = { ...STYLES, 'xl/workbook.xml': partsOf('')['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') };
    expect(cells('<c r="A1" s="1"><v>45351.99</v></c>', STYLES)).toEqual(['29-02-2024']);
    expect(cells('<c r="A1" s="1"><v>43889</v></c>', from1904)).toEqual(['29-02-2024']);
  });
});

describe('where a cell stands', () => {
  it('keeps the numbers of rows and the places of cells', () => {
    const [sheet] = openWorkbook(rawWorkbook('<row r="2"><c r="C2"><v>1</v></c></row><row r="5"/><row r="1000000"><c r="AA1000000"><v>2</v></c></row>'));
    expect(sheet!.rows().map((row) => [row.line, row.cells.length])).toEqual([[2, 3], [1_000_000, 27]]);
  });
  it('counts rows and cells that do not say where they are', () => {
    expect(read(rawWorkbook('<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>'))).toEqual([['1', undefined, '2'], ['3']]);
  });
  it('reads names with a prefix', () => {
    const sheet = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(read(zipped({ ...partsOf(''), 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['1']]);
  });
  it('reads the first rows only, when those are enough', () => {
    const [sheet] = openWorkbook(rawWorkbook('<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>'));
    expect(sheet!.rows(2)).toHaveLength(2);
  });
  it('names the sheets in their order', async () => {
    const sheets = openWorkbook(await workbookOf({ 'wijken': [['id']], 'Vé & <plaatsen>': [] }));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['wijken', 'Vé & <plaatsen>']);
  });
});

describe('a workbook that is none, or means harm', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const broken = 'is beschadigd; open het in Excel en sla het opnieuw op.';
  const none = 'is geen Excel-bestand (.xlsx).';
  const macros = 'bevat macro\'s; sla het op als .xlsx zonder macro\'s.';
  const good = rawWorkbook(row);
  const withPart = (path: string, text: string): Buffer => zipped({ ...partsOf(row), [path]: text });

  it('reads the one that all of these are made from', () => expect(refusal(good)).toBe('read'));

  it.each<[string, Buffer, string]>([
    ['text', Buffer.from('id;naam'), none], ['nothing', Buffer.alloc(0), none],
    ['half a zip', good.subarray(0, good.length / 2), broken],
    ['a zip of something else', zipped({ 'mimetype': 'application/vnd.oasis.opendocument.spreadsheet' }), none],
    ['a binary workbook', withPart('_rels/.rels', partsOf('')['_rels/.rels']!.replace('workbook.xml', 'workbook.bin')), none],
    ['an old one, or one with a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'is een oud Excel-bestand of heeft een wachtwoord; sla het zonder wachtwoord op als .xlsx.'],
    ['one with macros', withPart('xl/vbaProject.bin', 'x'), macros],
    ['one that says it has macros', withPart('[Content_Types].xml', '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'), macros],
    ['a sheet that ends halfway', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c r="A1"><v>1'), broken],
    ['a sheet that is not well-formed', rawWorkbook('<row r="1"><c r="A1"><v>1</c></v></row>'), broken],
    ['an empty sheet part', withPart('xl/worksheets/sheet1.xml', ''), broken],
    ['a sheet that is not there', withPart('xl/_rels/workbook.xml.rels', '<Relationships/>'), broken],
    ['rows in disorder', rawWorkbook('<row r="2"/><row r="1"/>'), broken],
    ['cells in disorder', rawWorkbook('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'), broken],
    ['parts that are longer than they say', stating(good, 40), broken],
    ['too many columns', rawWorkbook('<row r="1"><c r="GS1"><v>1</v></c></row>'), 'heeft meer dan 200 kolommen.'],
    ['too many rows', rawWorkbook('<row><c><v>1</v></c></row>'.repeat(100_002)), 'heeft meer dan 100.000 rijen; gebruik hiervoor een CSV-bestand.'],
    ['a zip that unpacks to more than is bearable', stating(good, 150_000_000), 'is uitgepakt groter dan 200 MB; gebruik CSV-bestanden.'],
  ])('refuses %s', (_name, bytes, text) => expect(refusal(bytes)).toBe(text));

  it('reads as many rows as it may', () => {
    expect(read(rawWorkbook('<row><c><v>1</v></c></row>'.repeat(100_001)))).toHaveLength(100_001);
  });
  it('does not unpack more than a part says it is', () => {
    const bomb = stating(rawWorkbook(`${row}<!--${'a'.repeat(20_000_000)}-->`), 2_000);
    expect(refusal(bomb)).toBe(broken);
  });
  it('does not expand what a document declares', () => {
    const sheet = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(read(withPart('xl/worksheets/sheet1.xml', sheet))).toEqual([['&b;']]);
  });
});
