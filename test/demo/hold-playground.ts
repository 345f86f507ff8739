import { startPlayground } from '../../src/demo/playground.ts';

// A process of its own that holds a Playground in the folder of its argument until it is killed.
const { url } = await startPlayground({ port: 0, botUrl: 'http://127.0.0.1:9/api/messages', cwd: process.argv[2]!, log: () => {} });
setInterval(() => {}, 1_000);
process.stdout.write(`${url}\n`);
