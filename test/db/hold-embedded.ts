import { startEmbedded } from '../../db/embedded.ts';
import { stopOnSignals } from '../../src/demo/signals.ts';

// A process of its own that holds the database of the folder in its argument until it is told, or made, to end.
const database = await startEmbedded({ dataDir: process.argv[2]!, log: () => {} });
stopOnSignals({ stop: () => database.stop(), log: () => {} });
setInterval(() => {}, 1_000);
process.stdout.write(`${database.ownerUrl}\n`);
