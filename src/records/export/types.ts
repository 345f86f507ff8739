/**
 * A figure as it goes into a file: words and values, no layout and nothing about how it
 * was computed. Whatever makes figures fills this; the writers know no measure.
 */

export type ExportCell = string | number | null;

export interface ExportColumn {
  readonly key: string;
  readonly label: string;
  /** `date`: ISO days. A value that does not fit its kind is written as text. */
  readonly kind: 'text' | 'date' | 'number';
}

export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly Readonly<Record<string, ExportCell>>[];
}

/** The records behind a figure, a child as its code. */
export interface ExportRows extends ExportTable {
  /** Dutch: what a row is, and why the rows may not add up to the figure. */
  readonly note: string;
}

export interface ExportPart {
  readonly label: string;
  /** As the card shows it: "1.226", "<5". */
  readonly value: string;
  /** The same as a number; absent when the value is no number that may be told. */
  readonly number?: number;
}

/** A rule of the municipality or the law that decided the figure. */
export interface ExportPolicyLine { readonly topic: string; readonly value: string; readonly source: string }

export interface ExportModel {
  /** Safe everywhere: ASCII letters, digits and hyphens, without an extension. */
  readonly fileName: string;
  /** "Bereik · Putten". */
  readonly title: string;
  /** "Kwartaal 1 van 2024, peildatum 31-03-2024". */
  readonly period: string;
  /** The municipality, region or location. */
  readonly scope: string;
  /** As the card shows it: "83,9%", "40", "niet getoond". */
  readonly value: string;
  /** The value as a number, when it is one. */
  readonly number?: number;
  /** "26 van 31 doelgroeppeuters". */
  readonly basis?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  /** "Gehaald. Doel: minstens 80%". */
  readonly target?: string;
  readonly parts: readonly ExportPart[];
  /** The figure over time or over places, when it has several values. The first column names the line. */
  readonly series?: ExportTable;
  readonly definition: string;
  readonly definitionVersion: number;
  readonly policy: readonly ExportPolicyLine[];
  readonly source: string;
  readonly remarks: readonly string[];
  /** `KL-…`. */
  readonly reference: string;
  /** "zoals bekend op 26-02-2026 14:05". */
  readonly knownAs: string;
  /** Moment at which the file was made, ISO with time zone. */
  readonly madeOn: string;
  /** Absent: the figure is protected, this person may not have them, or the measure has none. */
  readonly rows?: ExportRows;
}

/** `rows-*`: with the rows behind the figure, for who may see them; the others can be passed on without codes of children. */
export type ExportFormat = 'xlsx' | 'csv' | 'rows-xlsx' | 'rows-csv';
