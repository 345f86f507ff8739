import { join } from 'node:path';
import { PLAYGROUND_MEMBERS, PLAYGROUND_TEAM } from '../../src/demo/identity.ts';
import { makeDataDir, startDemo } from './demo.ts';
import { Playground } from './playground.ts';
import { childCode, reference } from './texts.ts';

/**
 * Makes the pictures of the user guide: `npx tsx test/browser/pictures.ts`. Run it again
 * after a change in a card; the codes in the pictures are other ones each time.
 */
const FOLDER = join(import.meta.dirname, '../../docs/afbeeldingen');
/** Wide enough to read beside text, narrow enough for a small file. */
const WIDTH_PX = 420;

type Chapter = (chat: Playground, keep: (name: string) => Promise<void>) => Promise<void>;

const invitation: Chapter = async (chat, keep) => {
  const guest = PLAYGROUND_MEMBERS[0]!;
  await chat.sayAs(guest, 'hallo');
  await keep('onbekend');
  await chat.say('uitnodigen');
  await chat.choose('Rol', 'Pedagogisch medewerker');
  await chat.press('Verder');
  await chat.choose('Locatie', 'De Husselhof');
  await keep('uitnodigen');
  const receipt = await chat.press('Uitnodiging maken');
  await keep('uitnodiging-gemaakt');
  await chat.sayAs(guest, /code \S+-\S+-\S+/.exec(receipt)![0]);
  await keep('code-gebruikt');
};

const reminders: Chapter = async (chat, keep) => {
  await chat.say('wissel van rol JGZ');
  for (const birth of ['9 juli 2024', '11 juli 2024']) {
    await chat.say(`indicatie geboren ${birth}`);
    await chat.fill('Datum van afgifte', '2026-09-18');
    await chat.tick('Gronden', 'Situatie van de ouders');
    if ((await chat.press('Opslaan')).includes('Klopt dit?')) await chat.press('Ja, toch opslaan');
  }
  await chat.say('herinneringen');
  await keep('herinneringen');
  await chat.press('Uitkomsten vastleggen');
  await keep('uitkomsten-vastleggen');
};

const figures: Chapter = async (chat, keep) => {
  await chat.say('menu');
  await keep('menu-gemeente');
  const answer = await chat.say('bereik Q1 2024');
  await keep('bereik');
  await chat.say(`toon berekening ${reference(answer)}`);
  await keep('berekening');
  await chat.say(`verschil ${reference(await chat.say('bereik 1 maart 2026 zoals bekend op 1 maart 2026'))}`);
  await keep('verschil');
  await chat.say('bereik per kwartaal in 2026');
  await keep('reeks');
  await chat.say('bereik Q1 tegenover Q3');
  await keep('vergelijking');
  await chat.say('controle');
  await keep('controle');
  await chat.say(`exporteer ${reference(answer)}`);
  await keep('exporteren');
  await chat.say('beheer');
  await keep('beheer');
  await chat.say('welke scholen missen nog een overdracht');
  await keep('overdrachten-per-school');
  await chat.say('vrije plekken');
  await keep('vrije-plekken');
  await chat.say('bereik Q5');
  await keep('periode-bestaat-niet');
  await chat.say('regels');
  await keep('regels');
  await chat.say('wissel van rol Regiegroep');
  await chat.say('bereik');
  await keep('bereik-lezer');
};

const health: Chapter = async (chat, keep) => {
  await chat.say('wissel van rol JGZ');
  await chat.say('indicatie geboren 4 maart 2024');
  await chat.fill('Datum van afgifte', '2026-10-26');
  await chat.tick('Gronden', 'Ontwikkeling van het kind');
  await keep('indicatie');
  await chat.press('Opslaan');
  await keep('indicatie-ontvangst');
};

const childcare = (code: () => string): Chapter => async (chat, keep) => {
  await chat.say('wissel van rol Krachtpatsers');
  await chat.say('menu');
  await keep('menu-kinderopvang');
  await chat.say(`instroom ${code()} per 2 november 16 uur 4 dagen`);
  await chat.fill('Geboortedatum', '2024-03-04');
  await chat.choose('Soort plek', 'VE-plek');
  await keep('instroom');
  await chat.press('Opslaan');
  await keep('instroom-bevestigen');
  await chat.press('Ja, toch opslaan');
  await keep('instroom-ontvangst');
  await chat.say(`uitstroom ${code()} verhuisd per 1 december`);
  await keep('uitstroom');
  await chat.press('Opslaan');
  await keep('uitstroom-ontvangst');
  await chat.say(`corrigeer ${code()}`);
  await keep('corrigeer');
};

const afterwards = (code: () => string): Chapter => async (chat, keep) => {
  await chat.say('wissel van rol JGZ');
  await chat.say(`toeleiding ${code()} wachtlijst`);
  await keep('toeleiding');
  await chat.say('samenvoegen');
  await keep('samenvoegen');
};

const channel: Chapter = async (chat, keep) => {
  const [first] = PLAYGROUND_TEAM.channels;
  await chat.openConversation(`${PLAYGROUND_TEAM.name} - ${first.name}`, 'first');
  await chat.mention('instroom');
  await keep('kanaal');
};

const official: Chapter = async (chat) => {
  await chat.openConversation('Personal Chat');
  await chat.say('wissel van rol Gemeente');
  const [first] = PLAYGROUND_TEAM.channels;
  await chat.openConversation(`${PLAYGROUND_TEAM.name} - ${first.name}`);
};

/** A channel from its binding to a question below the post. The clock of the demo is short. */
const weekPost: Chapter = async (chat, keep) => {
  const [first] = PLAYGROUND_TEAM.channels;
  const entry = `${PLAYGROUND_TEAM.name} - ${first.name}`;
  await chat.mention('koppel dit kanaal aan Putten');
  await chat.openConversation('Personal Chat');
  await shows(chat, 'aan Putten?');
  await keep('weekpost-bevestigen');
  await chat.press('Ja, koppelen');
  await chat.openConversation(entry);
  await shows(chat, 'Week ');
  await keep('weekpost');
  await chat.openThread(/^Week \d+ · Putten$/);
  // The replies of the post come one after the other.
  await shows(chat, 'Afspraken · Putten');
  await chat.mention('waarom?');
  await shows(chat, 'Niet bereikt');
  await keep('weekpost-draad');
  await chat.openConversation('Personal Chat');
  await chat.say('status weekpost');
  await keep('weekpost-status');
};

/** Waits for a message that the bot sends by itself. */
async function shows(chat: Playground, text: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if ((await chat.lastCard()).includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no message with ${text} came`);
}

const folder = await makeDataDir();
const demo = await startDemo(folder.dataDir);
const chat = await Playground.open(demo.playgroundUrl);
try {
  let code = '';
  const keep = async (name: string): Promise<void> => {
    if (name === 'indicatie-ontvangst') code = childCode(await chat.lastCard());
    await chat.picture(join(FOLDER, `${name}.png`), WIDTH_PX);
  };
  for (const chapter of [invitation, figures, health, childcare(() => code), afterwards(() => code), reminders, channel, official, weekPost]) await chapter(chat, keep);
  if (chat.pageErrors.length > 0) throw new Error(`exceptions in the page: ${chat.pageErrors.join('; ')}`);
} finally {
  await chat.close();
  await demo.stop();
  await folder.remove();
}
