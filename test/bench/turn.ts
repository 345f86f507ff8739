import { cardOf } from '../teams/driver.ts';
import { FakeConnector } from '../teams/fake-connector.ts';
import { startBot } from './turn/bots.ts';
import { compare, type Contestant, type Plan } from './turn/compare.ts';
import type { Conversation } from './turn/drive.ts';
import { machineLine, table } from './turn/report.ts';
import { openServer } from './turn/server.ts';
import { ASKER, buildWorld, type World } from './turn/worlds.ts';

/**
 * What a turn of ours costs beside a turn that only echoes: `npm run bench`, with the
 * number of pairs of blocks as an optional argument. "bereik Q1?" goes through the guard,
 * identity, row-level security, the computation, the answer's record, the card and the
 * connector; the echo goes through the framework and the connector. Both without
 * authentication, each in a process of its own, in turns, with one channel around them.
 */
const QUESTION = 'bereik Q1?';
const AIM_P50_RATIO = 2;
const PLAN: Plan = { blocks: Number(process.argv[2] ?? 40), turnsPerBlock: 25, warmUpTurns: 500, lanes: 8, rounds: 5, turnsPerRound: 400 };
const LARGE = 10_000;

const echoed: Conversation = { text: QUESTION, person: ASKER, isAnswer: (reply) => reply.text === `U zei: ${QUESTION}` };
const answered: Conversation = { text: QUESTION, person: ASKER, isAnswer: (reply) => JSON.stringify(cardOf(reply) ?? null).includes('KL-') };

async function measure(world: World, echo: Contestant, connector: FakeConnector): Promise<void> {
  const ours: Contestant = { bot: await startBot('our', './our-bot.ts', world.env), conversation: answered };
  try {
    const comparison = await compare(echo, ours, connector, PLAN);
    const reached = comparison.p50Ratio.median <= AIM_P50_RATIO ? 'reached' : 'not reached';
    console.log(`\n${world.label}: ${world.sizes}\n${table(comparison, PLAN.lanes)}\naim: p50 at most ${AIM_P50_RATIO.toFixed(1)} times the echo: ${reached}`);
  } finally {
    await ours.bot.stop();
  }
}

console.log(machineLine());
const server = await openServer();
const connector = await FakeConnector.start();
const echo: Contestant = { bot: await startBot('echo', './echo-bot.ts'), conversation: echoed };
try {
  console.log(`${server.description}\n${PLAN.blocks} pairs of blocks of ${PLAN.turnsPerBlock} turns, echo and ours in turn, after ${PLAN.warmUpTurns} turns each`);
  await measure(await buildWorld('demo', await server.newDatabase('demo'), 0), echo, connector);
  await measure(await buildWorld('large', await server.newDatabase('large'), LARGE), echo, connector);
} finally {
  await echo.bot.stop();
  await connector.close();
  await server.stop();
}
