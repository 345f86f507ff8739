import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../import-folder.ts';
import type { CliContext } from './context.ts';

export interface ProgressView {
  show(progress: ImportProgress): void;
  stop(): void;
}

/** Shorter imports are over before a bar can be read. */
const LONG_BYTES = 1_000_000;
const LINE_ROWS = 10_000;

/** A bar in a terminal; otherwise, for a log, a line every 10.000 rows. */
export function createProgressView({ isTerminal, err }: CliContext): ProgressView {
  return isTerminal ? barView() : lineView(err);
}

function barView(): ProgressView {
  let bar: SingleBar | undefined;
  return {
    show({ file, rows, bytes, totalBytes }) {
      if (totalBytes < LONG_BYTES) return;
      const shown = { file, rows: rows.toLocaleString('nl-NL') };
      if (bar === undefined) {
        bar = new SingleBar({ format: '{bar} {percentage}% | {file} | {rows} rijen', hideCursor: true, stream: process.stdout }, Presets.shades_classic);
        bar.start(totalBytes, 0, shown);
      }
      bar.update(bytes, shown);
    },
    stop: () => bar?.stop(),
  };
}

function lineView(write: (line: string) => void): ProgressView {
  let last = '';
  return {
    show({ file, rows }) {
      const line = `${file}: ${rows.toLocaleString('nl-NL')} rijen gelezen`;
      if (rows === 0 || rows % LINE_ROWS !== 0 || line === last) return;
      last = line;
      write(line);
    },
    stop: () => {},
  };
}
