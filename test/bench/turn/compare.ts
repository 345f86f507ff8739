import type { FakeConnector } from '../../teams/fake-connector.ts';
import type { BotProcess } from './bots.ts';
import { takeBlock, throughput, type Conversation } from './drive.ts';
import { quantile, spread, type Spread } from './statistics.ts';

export interface Contestant { readonly bot: BotProcess; readonly conversation: Conversation }

export interface Plan {
  /** Pairs of blocks, the echo's first. */
  readonly blocks: number;
  readonly turnsPerBlock: number;
  readonly warmUpTurns: number;
  readonly lanes: number;
  /** Pairs of rounds at full load, and turns in each. */
  readonly rounds: number;
  readonly turnsPerRound: number;
}

export interface Side { readonly p50Ms: number; readonly p95Ms: number; readonly turnsPerSecond: number }

export interface Comparison {
  readonly echo: Side;
  readonly ours: Side;
  /** Of each pair of neighbouring blocks: what the machine does otherwise hits both alike. */
  readonly p50Ratio: Spread;
  readonly p95Ratio: Spread;
  /** Ours divided by the echo's. */
  readonly throughputRatio: Spread;
}

/** Drives both in turn: echo, ours, echo, ours. */
export async function compare(echo: Contestant, ours: Contestant, connector: FakeConnector, plan: Plan): Promise<Comparison> {
  const block = (side: Contestant, turns: number): Promise<number[]> => takeBlock(side.bot, connector, side.conversation, turns);
  const load = (side: Contestant): Promise<number> => throughput(side.bot, connector, side.conversation, plan.lanes, plan.turnsPerRound);

  for (const side of [echo, ours]) await block(side, plan.warmUpTurns);
  const pairs: Pair[] = [];
  for (let pair = 0; pair < plan.blocks; pair += 1) pairs.push({ echo: await block(echo, plan.turnsPerBlock), ours: await block(ours, plan.turnsPerBlock) });

  for (const side of [echo, ours]) await load(side);
  const rates: { echo: number; ours: number }[] = [];
  for (let round = 0; round < plan.rounds; round += 1) rates.push({ echo: await load(echo), ours: await load(ours) });

  return {
    echo: sideOf(pairs.flatMap((pair) => pair.echo), rates.map((rate) => rate.echo)),
    ours: sideOf(pairs.flatMap((pair) => pair.ours), rates.map((rate) => rate.ours)),
    p50Ratio: ratios(pairs, 0.5),
    p95Ratio: ratios(pairs, 0.95),
    throughputRatio: spread(rates.map((rate) => rate.ours / rate.echo)),
  };
}

interface Pair { readonly echo: readonly number[]; readonly ours: readonly number[] }

function ratios(pairs: readonly Pair[], share: number): Spread {
  return spread(pairs.map((pair) => quantile(pair.ours, share) / quantile(pair.echo, share)));
}

function sideOf(times: readonly number[], rates: readonly number[]): Side {
  return { p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95), turnsPerSecond: quantile(rates, 0.5) };
}
