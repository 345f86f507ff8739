import type { Finding } from '../src/policy/engine/types.ts';

/**
 * What dialogs hand to the cards: words and values, no layout. Text that a person
 * typed is raw here; the cards escape it.
 */

/** Whether a target is met, in words; of a share between limits it may be neither. */
export const TARGET_MET = { yes: 'Gehaald', no: 'Niet gehaald', unsure: 'Rond het doel' } as const;

/** Values of a form as the client sends them: strings, several choices comma-joined. */
export type FormValues = Readonly<Record<string, string>>;

interface FieldBase {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  /** Shown under the label, one short sentence. */
  readonly hint?: string;
  /** What is wrong with what was typed, one Dutch sentence. */
  readonly error?: string;
}
export type Field =
  | (FieldBase & { readonly kind: 'text'; readonly placeholder?: string; readonly maxLength: number; readonly multiline?: boolean })
  /** Short inputs next to each other, each with an id of its own: a line of a table. The error and the hint are of the line. */
  | (FieldBase & { readonly kind: 'row'; readonly cells: readonly { readonly id: string; readonly label: string }[]; readonly maxLength: number })
  | (FieldBase & { readonly kind: 'date' })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly multiple?: boolean; readonly placeholder?: string; /** All choices in view, also when there are more than a few. */ readonly expanded?: boolean });

export interface Option { readonly value: string; readonly label: string }

/** A button that sends `verb` with `data`. */
export interface VerbButton {
  readonly title: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly style?: 'default' | 'positive' | 'destructive';
  /** Whether the inputs of the card go along. Default no. */
  readonly withInputs?: boolean;
}

/** A button that opens an address of our own server in the browser. */
export interface LinkButton { readonly title: string; readonly url: string; readonly verb?: never; readonly data?: never; readonly withInputs?: never }

export type Button = VerbButton | LinkButton;

export interface FormModel {
  readonly title: string;
  /** Who is acting, "Pedagogisch medewerker · De Krokodillen"; shown small on top. */
  readonly actingAs: string;
  readonly intro?: string;
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly values: FormValues;
  /** Blocking or to be confirmed, shown above the buttons with their citation. */
  readonly findings: readonly Finding[];
  /** A remark on how a prefilled sentence was read. */
  readonly notice?: string;
  readonly buttons: readonly Button[];
}

export interface ReceiptModel {
  readonly title: string;
  readonly actingAs: string;
  /** What was stored, in the order in which people check it. */
  readonly facts: readonly { readonly label: string; readonly value: string; /** Told now and not kept with the receipt: closer to a finding than what is stored. */ readonly shownOnce?: boolean }[];
  readonly findings: readonly Finding[];
  /** Something to copy or hand over, shown large: the code of a child. */
  readonly highlight?: { readonly label: string; readonly value: string };
  /** Something long to select and copy: an address. */
  readonly copyable?: { readonly label: string; readonly value: string };
  readonly buttons: readonly Button[];
}

/** A message with a way forward: an explanation, a refusal, a menu, a list. */
export interface NoticeModel {
  readonly title: string;
  readonly actingAs?: string;
  readonly tone?: 'plain' | 'good' | 'warning' | 'attention';
  readonly paragraphs: readonly string[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly buttons: readonly Button[];
}

/** `ticks`: short names for under a line, the longest first. */
interface SeriesPoint { readonly label: string; readonly value: number; readonly ticks?: readonly string[] }

/** One answer to a question for a figure. All numbers are already written the Dutch way. */
export interface AnswerModel {
  readonly actingAs: string;
  /** "Bereik · Putten". */
  readonly title: string;
  /** "Kwartaal 1 van 2024, peildatum 31-03-2024". */
  readonly period: string;
  /** The figure in large: "83,9%". */
  readonly figure: string;
  /** "26 van 31 doelgroeppeuters". */
  readonly basis?: string;
  readonly parts: readonly { readonly label: string; readonly value: string }[];
  /** The parts that a chart can draw; empty when they are protected or there is nothing to draw. */
  readonly chart: readonly { readonly label: string; readonly value: number; readonly color: 'good' | 'warning' | 'attention' | 'neutral'; readonly unit?: '%' | undefined }[];
  readonly target?: { readonly text: string; readonly met: keyof typeof TARGET_MET };
  /** Values over time (a line) or next to each other (bars), in the figure's own unit. */
  readonly series?: { readonly kind: 'line' | 'bars'; readonly points: readonly SeriesPoint[] };
  /** How the question was read, when part of it was filled in. */
  readonly readAs?: string | undefined;
  readonly definition: string;
  readonly source?: string;
  readonly remarks: readonly string[];
  /** `KL-…`, with which the figure can be computed again. */
  readonly reference?: string;
  readonly buttons: readonly Button[];
}
