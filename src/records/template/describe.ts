import { type Column, type FileSpec, fileOf } from '../file-spec.ts';

/** The first example row of a file, by column, and those that other files' examples need. */
export function exampleRows(spec: FileSpec): Readonly<Record<string, string>>[] {
  const first = Object.fromEntries(Object.entries(spec.columns).map(([name, column]) => [name, column.example]));
  return [first, ...spec.moreExamples ?? []];
}

const FORMS: Readonly<Record<Column['type'], string>> = {
  text: 'tekst', date: 'datum, dd-mm-jjjj', integer: 'heel getal', numeric: 'getal', boolean: 'ja of nee', 'text[]': 'een of meer, met | ertussen',
};

/** Dutch: in which form a cell of this column is written. */
export function formOf(column: Column): string {
  return FORMS[column.type];
}

/** A file as a chapter of docs/import.md. */
export function describeInMarkdown(spec: FileSpec): string {
  const rows = Object.entries(spec.columns).map(([name, { required, about, example }]) =>
    `| ${required ? `**${name}**` : name} | ${inTable(about)} | ${example === '' ? '' : `\`${inTable(example)}\``} |`);
  return [
    `### ${fileOf(spec)}`, ...(spec.intro === undefined ? [] : [spec.intro, '']),
    '| kolom | inhoud | voorbeeld |', '| --- | --- | --- |', ...rows, ...(spec.note === undefined ? [] : ['', spec.note]), '',
  ].join('\n');
}

const inTable = (text: string): string => text.replaceAll('|', '\\|');
