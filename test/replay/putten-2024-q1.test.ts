import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOfDay } from '../../src/dutch-time.ts';
import { linesOf, startImportedChat, type ImportedChat } from './support.ts';

/**
 * Putten, quarter 1 of 2024, as published: 31 target toddlers; reached 24 in the
 * municipality and 2 elsewhere; not reached 2; unknown 3; reach 83,9%. The children are
 * invented; `--known-at` says when the monitor was made.
 */
const DEMO = join(import.meta.dirname, '../../db/demo');
const PEOPLE = { personen: 'aad_object_id;rol;gemeente\nofficial;gemeente;0273\nreader;lezer;0273' };

let chat: ImportedChat;
beforeAll(async () => {
  chat = await startImportedChat([join(DEMO, 'putten-2024-q1'), PEOPLE], { today: '2026-11-22', knownAt: startOfDay('2024-04-05') });
});
afterAll(() => chat.close());

const TABLE: readonly (readonly [question: string, ...lines: string[]])[] = [
  ['bereik Q1 2024', '83,9%', '26 van 31 doelgroeppeuters', 'Bereikt in de gemeente: 24', 'Bereikt elders: 2', 'Niet bereikt: 2', 'Onbekend: 3', 'Met een indicatie en zonder VE-plek: 5, van wie 2 niet bereikt en 3 onbekend.'],
  ['bereik op 31-03-2024', '83,9%', '26 van 31 doelgroeppeuters'],
  ['aantal doelgroeppeuters Q1 2024', '31', 'Bereikt in de gemeente: 24'],
  ['hoeveel niet bereikt Q1 2024', '2', 'van 31 doelgroeppeuters'],
  ['hoeveel onbekend Q1 2024', '3', 'van 31 doelgroeppeuters'],
  ['elders geplaatst Q1 2024', '2', 'van 31 doelgroeppeuters'],
];

describe('Putten, quarter 1 of 2024, asked in chat', () => {
  it.each(TABLE.map(([question, ...lines]) => [question, lines] as const))('answers "%s" with %j', async (question, lines) => {
    const { text } = await chat.ask('official', question);
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
    expect(text).toMatch(/peildatum 31-03-2024/iu);
  });

  it('gives a reader no number of 1 to 4', async () => {
    for (const [question] of TABLE) expect((await chat.ask('reader', question)).text, question).not.toMatch(/(^|: )[1-4]$/mu);
  });

  it('says the same again under its reference, after the records of 2026 came in', async () => {
    const { text } = await chat.ask('official', 'bereik Q1 2024');
    const reference = /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)![0];
    await chat.import(join(DEMO, 'putten-2026'), new Date());
    const again = (await chat.ask('official', `toon berekening ${reference}`)).text;
    expect(again).toContain('83,9% (26 van 31 doelgroeppeuters)');
    expect(again).not.toContain('Let op');
    expect((await chat.ask('official', 'bereik Q1 2024')).text).toContain('26 van 31 doelgroeppeuters');
  });
});
