import { cpus, totalmem } from 'node:os';
import type { Comparison } from './compare.ts';
import type { Spread } from './statistics.ts';

export function machineLine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`;
}

/** Times and rates belong to this machine and this moment; the ratios are what is compared. */
export function table({ echo, ours, p50Ratio, p95Ratio, throughputRatio }: Comparison, lanes: number): string {
  const rows = [
    ['', 'echo', 'ours', 'ratio', '(10% to 90% of the pairs)'],
    ['p50', ms(echo.p50Ms), ms(ours.p50Ms), ratio(p50Ratio.median), range(p50Ratio)],
    ['p95', ms(echo.p95Ms), ms(ours.p95Ms), ratio(p95Ratio.median), range(p95Ratio)],
    [`turns/s at ${lanes} lanes`, echo.turnsPerSecond.toFixed(0), ours.turnsPerSecond.toFixed(0), ratio(throughputRatio.median), range(throughputRatio)],
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')).join('\n');
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const ratio = (value: number): string => value.toFixed(2);
const range = ({ low, high }: Spread): string => `${ratio(low)} to ${ratio(high)}`;
