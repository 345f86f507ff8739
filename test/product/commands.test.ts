import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChat, type Chat } from './chat.ts';
import type { PersonName } from '../support/world.ts';

interface Manifest { bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[] }
const manifest = JSON.parse(readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8')) as Manifest;
const commands = manifest.bots.flatMap((bot) => bot.commandLists).flatMap(({ scopes, commands: list }) => list.map(({ title }) => ({ title, where: scopes.includes('personal') ? 'personal' as const : 'channel' as const })));

/** Whose command it is; the rest is for everybody. */
const WHOSE: Readonly<Record<string, PersonName>> = { indicatie: 'nurse', toeleiding: 'nurse', instroom: 'waterlelie', uitstroom: 'waterlelie', corrigeer: 'waterlelie' };

let chat: Chat;
beforeAll(async () => { chat = await startChat(); });
afterAll(() => chat.close());

describe('the commands that Teams offers', () => {
  it.each(commands)('$title is understood in the $where chat', async ({ title, where }) => {
    const card = (await chat.say(WHOSE[title] ?? 'official', title, { where }))!;
    expect(card.text).not.toMatch(/begrijp ik niet|hoort niet bij uw rol|Ik ken u nog niet/);
  });

  it.each(['Hoi', 'hallo!', 'Hi', 'Help', 'bedankt', 'Dank u wel.', 'wat kun je?'])('"%s" gets a friendly answer with a way on', async (text) => {
    const card = (await chat.say('official', text))!;
    expect(card.text).not.toMatch(/begrijp ik niet|\d%/);
    expect(card.buttons.length).toBeGreaterThan(0);
  });
});
