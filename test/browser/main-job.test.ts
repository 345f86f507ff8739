import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kansenlijn } from './command-line.ts';
import { startDemo } from './demo.ts';
import { Playground } from './playground.ts';
import { useSession } from './session.ts';
import { childCode, reference } from './texts.ts';

const session = useSession();

/** What the tests below hand on to each other: they tell one story, in order. */
const story = { ofTheQuarter: '', before: '', code: '' };

describe('a quarter of a municipality, from import to figure', () => {
  test('importing the quarter that the demo has loaded already changes nothing', async () => {
    const { exitCode, output } = await kansenlijn(session.demo.dataDir, 'import', 'db/demo/putten-2024-q1', '--known-at', '2024-04-05');
    expect(output).toMatch(/kinderen\.csv: 66 gelezen, 0 nieuw, 0 gewijzigd, 66 ongewijzigd/);
    expect(output).toMatch(/plaatsingen\.csv: 57 gelezen, 0 nieuw, 0 gewijzigd, 57 ongewijzigd/);
    expect(exitCode).toBe(0);
  });

  test('"bereik Q1 2024" gives the published 83,9%, 26 van 31', async () => {
    const card = await session.chat.say('bereik Q1 2024');
    await session.chat.screenshot('bereik-q1-2024');
    expect(card).toContain('Kwartaal 1 van 2024, peildatum 31-03-2024\n83,9%\n26 van 31 doelgroeppeuters');
    expect(card).toMatch(/Bereikt in de gemeente\n24\nBereikt elders\n2\nNiet bereikt\n2\nOnbekend\n3/);
    story.ofTheQuarter = reference(card);
  });

  test('"bereik" of today is that of the demo\'s autumn, with the target', async () => {
    const card = await session.chat.say('bereik');
    await session.chat.screenshot('bereik-nu');
    expect(card).toContain('80,6%\n29 van 36 doelgroeppeuters\n✓ Gehaald. Doel: minstens 80%, streven 100%');
    story.before = reference(card);
  });

  test('a delivery with a mistake is refused as a whole, and stored when it was mended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kansenlijn-aanlevering-'));
    const deliver = async (birthDate: string) => {
      await writeFile(join(folder, 'kinderen.csv'), `id;geboortedatum;gemeente\nextra-1;${birthDate};0273\n`);
      return kansenlijn(session.demo.dataDir, 'import', folder, '--source', 'demo');
    };
    try {
      await writeFile(join(folder, 'indicaties.csv'), 'id;kind;datum;gronden;organisatie\nextra-i1;extra-1;02-11-2026;parents_situation;o-jgz\n');
      const refused = await deliver('30-02-2024');
      expect(refused).toMatchObject({ exitCode: 1 });
      expect(refused.output).toMatch(/kinderen\.csv.*regel 2.*geboortedatum.*30-02-2024/);
      expect(await session.chat.say('bereik')).toContain('29 van 36');

      const stored = await deliver('29-02-2024');
      expect(stored.output).toMatch(/kinderen\.csv: 1 gelezen, 1 nieuw/);
      expect(stored.exitCode).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    expect(await session.chat.say('bereik')).toContain('29 van 37');
  });

  test('a nurse gives an indication, and the child gets a code to hand over', async () => {
    const { chat } = session;
    expect(await chat.say('wissel van rol JGZ')).toContain('Jeugdgezondheidszorg');
    await chat.say('indicatie');
    await chat.screenshot('indicatie-leeg');
    await chat.fill('Geboortedatum', '2024-03-04');
    await chat.fill('Datum van afgifte', '2026-10-26');
    await chat.tick('Gronden', 'Ontwikkeling van het kind');
    const receipt = await chat.press('Opslaan');
    await chat.screenshot('indicatie-ontvangst');
    expect(receipt).toContain('✓ Opgeslagen');
    story.code = childCode(receipt);
    expect(await chat.say('bereik')).toContain('29 van 38');
  });

  test('an intake where no VE place is free asks once, and stores the confirmation', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    await chat.say(`instroom ${story.code} per 2 november 16 uur 4 dagen`);
    expect(await chat.value('Code van het kind')).toBe(story.code);
    expect(await chat.value('Startdatum')).toBe('2 november 2026');
    await chat.screenshot('instroom-zin');
    await chat.fill('Geboortedatum', '2024-03-04');
    await chat.choose('Soort plek', 'VE-plek');
    const asked = await chat.press('Opslaan');
    await chat.screenshot('instroom-bevestigen');
    expect(asked).toContain('Klopt dit?');
    expect(await chat.buttons()).toContain('Ja, toch opslaan');

    const receipt = await chat.press('Ja, toch opslaan');
    await chat.screenshot('instroom-ontvangst');
    expect(receipt).toContain('Instroom vastgelegd');
    expect(receipt).toContain('Door u bevestigd');
  });

  test('reach rises by the child that started, and falls when it leaves', async () => {
    const { chat } = session;
    expect(await reachNow()).toContain('30 van 38');
    await chat.say('wissel van rol Krachtpatsers');
    await chat.say(`uitstroom ${story.code} gestopt per 21 november`);
    await chat.screenshot('uitstroom-zin');
    expect(await chat.value('Laatste dag')).toBe('20 november 2026');
    expect(await chat.value('Reden')).toBe('Gestopt door ouders');
    const receipt = await chat.press('Opslaan');
    await chat.screenshot('uitstroom-ontvangst');
    expect(receipt).toContain('Uitstroom vastgelegd');
    expect(await reachNow()).toContain('29 van 38');
  });

  test('a correction of the exit changes reach again', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    await chat.say(`corrigeer ${story.code}`);
    await chat.screenshot('corrigeer-kiezen');
    await chat.choose('Wat is er vastgelegd?', `Uitstroom ${story.code}`);
    await chat.press('Corrigeren');
    await chat.fill('Laatste dag', '2026-12-18');
    await chat.fill('Waarom corrigeert u dit?', 'Ouders zeggen per de kerstvakantie op.');
    await chat.screenshot('corrigeer-uitstroom');
    const receipt = await chat.press('Correctie opslaan');
    await chat.screenshot('corrigeer-ontvangst');
    expect(receipt).toContain('Uitstroom gecorrigeerd');
    expect(await reachNow()).toContain('30 van 38');
  });

  test('the old references still give the old figures, and say what they would be now', async () => {
    const { chat } = session;
    const then = await chat.say(`toon berekening ${story.before}`);
    await chat.screenshot('berekening-veranderd');
    expect(then).toContain('80,6% (29 van 36 doelgroeppeuters). Opnieuw berekend zoals bekend op');
    expect(then).toContain('Met wat nu bekend is, zou het zijn: 78,9% (30 van 38 doelgroeppeuters).');

    const quarter = await chat.say(`toon berekening ${story.ofTheQuarter}`);
    await chat.screenshot('berekening-gelijk');
    expect(quarter).toContain('83,9% (26 van 31 doelgroeppeuters)');
    expect(quarter).toContain('Met wat nu bekend is, is het cijfer hetzelfde.');
  });

  test('after a stop and a start everything is still there, the role included', async () => {
    await session.chat.close();
    await session.demo.stop();
    session.demo = await startDemo(session.demo.dataDir);
    expect(session.demo.banner).toContain('U bent:  Beleidsadviseur · Putten');
    session.chat = await Playground.open(session.demo.playgroundUrl, 'returning');
    expect(await session.chat.say('bereik')).toContain('30 van 38');
    expect(await session.chat.say(`toon berekening ${story.before}`)).toContain('80,6% (29 van 36 doelgroeppeuters)');
  });
});

async function reachNow(): Promise<string> {
  await session.chat.say('wissel van rol Gemeente');
  return session.chat.say('bereik');
}
