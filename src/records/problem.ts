/** One thing that is wrong in the files. Lines count from 1, with the header. */
export interface Problem {
  /** Name of the file; of a workbook with the sheet: `gegevens.xlsx, blad kinderen`. */
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** What was in the cell; absent when it was empty or the problem is not in one cell. */
  readonly value?: string;
  /** Dutch: what is wrong, and what would be right. */
  readonly text: string;
}

export const MAX_PROBLEMS = 200;
const MAX_VALUE_LENGTH = 60;

/** Collects problems; keeps the first so many and counts the rest. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  #count = 0;

  add(problem: Problem): void {
    this.#count += 1;
    if (this.#kept.length < MAX_PROBLEMS) this.#kept.push(problem);
  }

  /** Counts problems that are not worth showing one by one any more. */
  addUnseen(count: number): void {
    this.#count += count;
  }

  get count(): number {
    return this.#count;
  }

  /** By file in the order given, then by line. */
  sorted(fileOrder: readonly string[]): Problem[] {
    const rank = (problem: Problem): number => fileOrder.indexOf(problem.file);
    return this.#kept.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
  }
}

/** `plaatsingen.csv, regel 12, kolom start, waarde "30-02-2024": dit is geen bestaande dag.` */
export function describeProblem(problem: Problem): string {
  const where = [
    problem.file,
    ...(problem.line === undefined ? [] : [`regel ${problem.line}`]),
    ...(problem.column === undefined ? [] : [`kolom ${problem.column}`]),
    ...(problem.value === undefined || problem.value === '' ? [] : [`waarde ${shown(problem.value)}`]),
  ];
  return `${where.join(', ')}: ${problem.text}`;
}

/** A value on one line of a terminal: no control characters, not endless. */
function shown(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
  return `"${plain.length > MAX_VALUE_LENGTH ? `${plain.slice(0, MAX_VALUE_LENGTH)}…` : plain}"`;
}
