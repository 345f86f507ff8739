import type { AddressInfo } from 'node:net';
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { ActivityTypes, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import express from 'express';
import { tellStarted } from './bots.ts';

/**
 * The measure of what the framework itself costs: teams-ai's echo with nothing around it.
 * No storage, no authentication; everything else as the framework does it by default.
 */
const adapter = new TeamsAdapter({}, new ConfigurationServiceClientCredentialFactory({}));
const bot = new Application({ adapter });
bot.activity(ActivityTypes.Message, async (context) => {
  await context.sendActivity(`U zei: ${context.activity.text}`);
});

const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, async (context) => void (await bot.run(context))));
const server = app.listen(0, '127.0.0.1', () => tellStarted((server.address() as AddressInfo).port));
// As long as ours: a connection that ends while the other bot has its turn would be an error.
server.keepAliveTimeout = 65_000;
process.once('SIGTERM', () => process.exit(0));
