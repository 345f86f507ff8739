import { describe, expect, test } from 'vitest';
import { useSession } from './session.ts';

const session = useSession();

/** An indication of nine weeks ago, confirmed as late. */
async function indicate(birth: string): Promise<void> {
  const { chat } = session;
  await chat.say(`indicatie geboren ${birth}`);
  await chat.fill('Datum van afgifte', '2026-09-18');
  await chat.tick('Gronden', 'Situatie van de ouders');
  const answer = await chat.press('Opslaan');
  if (answer.includes('Klopt dit?')) await chat.press('Ja, toch opslaan');
}

describe('what waits, in chat', () => {
  test('a nurse sees it, records outcomes one press a child, and puts the rest off', async () => {
    const { chat } = session;
    await chat.say('wissel van rol JGZ');
    await indicate('9 juli 2024');
    await indicate('11 juli 2024');
    const card = await chat.say('herinneringen');
    await chat.screenshot('herinneringen-jgz');
    expect(card).toContain('Wat op u wacht');
    const list = await chat.say('uitkomsten vastleggen');
    await chat.screenshot('uitkomsten-vastleggen');
    expect(list).toMatch(/Uitkomsten vastleggen: nog \d+/);
    expect(await chat.press('Wachtlijst')).toContain('✓ Opgeslagen');
    await chat.screenshot('uitkomsten-vervolg');
    await chat.say('herinneringen');
    await chat.press('Later, of niet voor mij');
    await chat.screenshot('herinneringen-later');
    await chat.say('herinneringen instellen');
    await chat.screenshot('herinneringen-instellen');
    expect(await chat.press('Opslaan')).toContain('✓ Opgeslagen');
  });

  test('a location and the municipality see their own', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    await chat.say('herinneringen');
    await chat.screenshot('herinneringen-kinderopvang');
    await chat.say('wie wordt 4');
    await chat.screenshot('wie-wordt-4');
    await chat.say('wissel van rol Gemeente');
    expect(await chat.say('herinneringen')).not.toMatch(/PU-[0-9A-Z]{4}/);
    await chat.screenshot('herinneringen-gemeente');
  });
});
