import { expect, test } from 'vitest';
import { PLAYGROUND_TEAM } from '../../src/demo/identity.ts';
import { useSession } from './session.ts';

const session = useSession();
const [channel] = PLAYGROUND_TEAM.channels;
const CHANNEL = `${PLAYGROUND_TEAM.name} - ${channel.name}`;
const PERSONAL = 'Personal Chat';
/** A message that the bot sends by itself comes after the answer. */
const SOON = { timeout: 30_000, interval: 500 };

test('a channel is bound by its official, gets this week\'s post, and answers in its thread', async () => {
  const { chat } = session;
  await chat.openConversation(CHANNEL, 'first');
  expect(await chat.mention('koppel dit kanaal aan Putten')).toContain('Nog één stap: bevestig de koppeling aan Putten');
  await chat.screenshot('weekpost-koppelen');

  await chat.openConversation(PERSONAL);
  await expect.poll(() => chat.lastCard(), SOON).toContain('aan Putten?');
  await chat.screenshot('weekpost-bevestigen');
  expect(await chat.press('Ja, koppelen')).toContain('Het kanaal is gekoppeld');
  await chat.screenshot('weekpost-gekoppeld');

  await chat.openConversation(CHANNEL);
  await expect.poll(() => chat.lastCard(), SOON).toMatch(/Week \d+ · Putten/);
  await chat.screenshot('weekpost');
});

test('what an official may do with it is a button away', async () => {
  const { chat } = session;
  await chat.openConversation(PERSONAL);
  expect(await chat.say('status weekpost')).toContain('Stand');
  await chat.screenshot('weekpost-status');
  expect(await chat.say('stuur de weekpost als proef')).toContain('Bereik');
  await chat.screenshot('weekpost-proef');
  expect(await chat.say('weekpost instellen')).toContain('Ook in de post');
  await chat.screenshot('weekpost-instellen');
});
