import type { Ports } from '../../dialogs/ports.ts';
import type { FigureRow } from '../figures/types.ts';
import type { ExportColumn, ExportRows } from '../records/export/types.ts';

const COLUMNS: readonly ExportColumn[] = [
  { key: 'code', label: 'Kindcode', kind: 'text' },
  { key: 'status', label: 'Telt als', kind: 'text' },
  { key: 'numerator', label: 'Teller', kind: 'number' },
  { key: 'denominator', label: 'Noemer', kind: 'number' },
  { key: 'day', label: 'Datum', kind: 'date' },
  { key: 'recordedOn', label: 'Vastgelegd op', kind: 'date' },
  { key: 'location', label: 'Locatie', kind: 'text' },
  { key: 'provider', label: 'Aanbieder', kind: 'text' },
  { key: 'group', label: 'Groep', kind: 'text' },
  { key: 'neighbourhood', label: 'Wijk', kind: 'text' },
  { key: 'school', label: 'School', kind: 'text' },
  { key: 'programme', label: 'VE-programma', kind: 'text' },
];

/** The rows behind a figure, a child as its code; of a child whose code the person may not see that is said. */
export async function exportRows(rows: readonly FigureRow[], { figures }: Pick<Ports, 'figures'>): Promise<ExportRows> {
  const codes = await figures.codesOf([...new Set(rows.flatMap(({ child }) => child ?? []))]);
  const codeOf = ({ child }: FigureRow): string | null => (child === undefined ? null : codes.get(child) ?? 'niet te zien');
  const shown = rows.map((row) => ({
    code: codeOf(row), status: row.status, numerator: row.numerator, denominator: row.denominator, day: row.day ?? null, recordedOn: row.recordedOn ?? null,
    location: row.location ?? null, provider: row.provider ?? null, group: row.group ?? null, neighbourhood: row.neighbourhood ?? null,
    school: row.school ?? null, programme: row.programme ?? null,
  })).sort((a, b) => `${a.code} ${a.location} ${a.day}`.localeCompare(`${b.code} ${b.location} ${b.day}`, 'nl'));
  return {
    columns: COLUMNS.filter(({ key }) => key === 'code' || key === 'status' || shown.some((row) => row[key as keyof (typeof shown)[number]] !== null)),
    rows: shown,
    note: 'Elke rij is een kind, plaatsing of plek achter het cijfer. De tellers samen zijn de teller van het cijfer, de noemers samen de noemer. Rijen met 0 tellen niet mee, en staan er om te laten zien waarom.',
  };
}
