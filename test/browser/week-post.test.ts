import { expect, test } from 'vitest';
import { PLAYGROUND_TEAM } from '../../src/demo/identity.ts';
import { regionPost } from './region-post.ts';
import { useSession } from './session.ts';

const session = useSession();
const [channel] = PLAYGROUND_TEAM.channels;
const CHANNEL = `${PLAYGROUND_TEAM.name} - ${channel.name}`;
const PERSONAL = 'Personal Chat';
const POST = /^Week \d+ · Putten$/;
/** A message that the bot sends by itself comes after the answer. */
const SOON = { timeout: 30_000, interval: 500 };

/** In the thread of the post, after its details have come. */
async function openThread(): Promise<void> {
  const { chat } = session;
  await chat.openConversation(CHANNEL);
  await chat.openThread(POST);
  // The details come one a second: the thread is whole when none came for a while.
  let before = -1;
  await expect.poll(async () => { const [earlier, now] = [before, await chat.cards()]; before = now; return now > 1 && now === earlier; }, { timeout: 30_000, interval: 3_000 }).toBe(true);
}

/** Asks in the open thread. The answer must be one card there, and no post of its own in the channel. */
async function askInThread(question: string): Promise<string> {
  const { chat } = session;
  const [posts, cards] = [await chat.posts(), await chat.cards()];
  const answer = await chat.mention(question);
  expect(await chat.cards(), 'cards in the thread').toBe(cards + 1);
  expect(await chat.posts(), 'posts in the channel').toBe(posts);
  return answer;
}

/** What nobody may read in a channel, whoever asked. */
async function expectProtected(answer: string): Promise<void> {
  expect(answer, 'why numbers are not exact').toMatch(/niemand een kind|kleine aantallen|klassen/i);
  expect(answer, 'an exact count').not.toMatch(/(?:^|\n)\d+ van \d+ /);
  expect(answer, 'code of a child').not.toMatch(/PU-[0-9A-Z]{4}/);
  expect(answer, 'one to four children').not.toMatch(/(?:^|\n)[1-4](?: kind(?:eren)?)?(?:\n|$)/);
  expect(await session.chat.buttons()).not.toContain('Toon berekening');
}

test('a channel is bound by its official and gets this week\'s post', async () => {
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

test('an official who asks in the thread why is answered there, and sees no more than the channel may', async () => {
  await openThread();
  const answer = await askInThread('waarom?');
  await session.chat.screenshot('weekpost-draad-waarom');
  expect(answer).toContain('Niet bereikt');
  await expectProtected(answer);
});

test('a member who asked nothing before gets the reach of the post, per month, in the thread', async () => {
  const { chat } = session;
  await chat.openConversation(PERSONAL);
  await chat.say('wissel van rol Regiegroep');
  await openThread();
  const answer = await askInThread('per maand?');
  await chat.screenshot('weekpost-draad-per-maand');
  expect(answer).toContain('Vervolg op de weekpost: Bereik');
  expect(answer).toMatch(/Oktober 2026\n\d+-\d+%/);
  await expectProtected(answer);
});

test('the post of a region of five municipalities can be read on a phone, and so can its details', async () => {
  const { chat } = session;
  await chat.openConversation(PERSONAL);
  const { post, replies } = regionPost();
  expect(await chat.show(post.card)).toContain('Bereik per gemeente');
  await chat.screenshot('weekpost-regio');
  for (const [index, reply] of replies.entries()) {
    await chat.show(reply.card);
    await chat.screenshot(`weekpost-regio-antwoord-${index + 1}`);
  }
});

test('what an official may do with it is a button away', async () => {
  const { chat } = session;
  await chat.openConversation(PERSONAL);
  await chat.say('wissel van rol Gemeente');
  expect(await chat.say('status weekpost')).toContain('Stand');
  await chat.screenshot('weekpost-status');
  expect(await chat.say('stuur de weekpost als proef')).toContain('Bereik');
  await chat.screenshot('weekpost-proef');
  expect(await chat.say('weekpost instellen')).toContain('Ook in de post');
  await chat.screenshot('weekpost-instellen');
  await chat.fill('Volgend overleg: VVE-werkgroep', '2026-12-14');
  expect(await chat.press('Opslaan')).toContain('14-12-2026');
  await chat.screenshot('weekpost-ingesteld');
  expect(await chat.say('stuur de weekpost als proef')).toContain('maandag 14-12-2026 (VVE-werkgroep, 4 keer per jaar afgesproken)');
  await chat.screenshot('weekpost-proef-met-overleg');
});
