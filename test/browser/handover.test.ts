import { describe, expect, it } from 'vitest';
import { useSession } from './session.ts';
import { childCode } from './texts.ts';

const session = useSession();

/** One child from preschool to school, with two people in turn; each card is kept as a picture at two widths. */
describe('the warm handover in the Playground', () => {
  let code = '';
  const step = (name: string): Promise<void> => session.chat.screenshot(`overdracht-${name}`);

  it('childcare prepares it in six cards and sends it', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    expect(await chat.say('overdracht')).toContain('aan de beurt');
    await step('01-lijst');
    const [first = ''] = await chat.options('Kind');
    await step('01-lijst-open');
    code = childCode(first);
    await chat.choose('Kind', code);
    expect(await chat.press('Verder')).toContain('Stap 1 van 6');
    await chat.choose('Naar welke basisschool?', 'Basisschool De Heidebloem');
    await chat.choose('Toestemming van de ouders', 'Ja');
    await chat.choose('Hoe lieten zij het weten?', 'In een gesprek');
    await step('02-school-en-toestemming');
    expect(await chat.press('Opslaan en verder')).toContain('Stap 2 van 6');
    await chat.choose('VE-programma', 'Peuterplein');
    await step('03-programma');
    expect(await chat.press('Opslaan en verder')).toContain('Stap 3 van 6');
    await chat.choose('Taal: niveau', 'Heeft wat extra steun nodig');
    await chat.fill('Taal: wat gaat goed?', 'Vertelt graag over dieren, in korte zinnen.');
    await chat.fill('Taal: wat helpt?', 'Speelt het liefst met Fatima.');
    await chat.choose('Rekenen: niveau', 'Passend bij de leeftijd');
    await step('04-taal-en-rekenen');
    expect(await chat.press('Opslaan en verder')).toContain('lijkt “Fatima” een naam');
    await step('05-naam');
    await chat.fill('Taal: wat helpt?', 'Plaatjes erbij, en tijd om te antwoorden.');
    expect(await chat.press('Ja, toch opslaan')).toContain('Stap 4 van 6');
    await chat.choose('Motoriek: niveau', 'Verder dan de leeftijd');
    await step('06-motoriek');
    expect(await chat.press('Opslaan en verder')).toContain('Stap 5 van 6');
    await chat.fill('Interesses', 'Treinen en water');
    await chat.fill('Aanpak die werkt', 'Rustig aankondigen wat er komt');
    await step('07-kind');
    expect(await chat.press('Opslaan en verder')).toContain('Stap 6 van 6');
    await chat.fill('Gezien door de ouders op', '2026-11-21');
    await chat.fill('Reactie van de ouders', 'Wij zien dat hij er zin in heeft.');
    await step('08-nakijken');
    expect(await chat.press('Opslaan')).toContain('Overdracht verstuurd');
    await step('09-verstuurd');
  });

  it('the school receives, holds the talk, completes and gives feedback', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Heidebloem');
    await chat.say('menu');
    await step('10-menu-school');
    expect(await chat.say('overdrachten')).toContain('iets te doen');
    await step('11-lijst-school');
    await chat.choose('Kind', code);
    expect(await chat.press('Openen')).toContain(code);
    await step('12-geopend');
    expect(await chat.press('Ontvangst bevestigen')).toContain('Vertelt graag over dieren');
    await step('13-ontvangen');
    await chat.press('Ontvangst bevestigen');
    await chat.press('Bekijk deze overdracht');
    await chat.press('Warm gesprek vastleggen');
    await chat.tick('Wie waren erbij?', 'Pedagogisch medewerker');
    await chat.tick('Wie waren erbij?', 'Ouders');
    await step('14-gesprek');
    expect(await chat.press('Vastleggen')).toContain('Warm gesprek gevoerd');
    await chat.press('Bekijk deze overdracht');
    await chat.press('Aanvullen en indienen');
    await step('15-indienen');
    await chat.press('Indienen');
    await chat.press('Bekijk deze overdracht');
    await chat.press('Terugkoppelen');
    await chat.fill('Terugkoppeling van de school', 'De start gaat goed; hij wijst anderen de weg.');
    await step('16-terugkoppelen');
    await chat.press('Versturen');
    await chat.press('Bekijk deze overdracht');
    await step('17-klaar');
  });

  it('childcare reads the feedback, and can withdraw consent, which removes what was told', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Krachtpatsers');
    expect(await chat.say(`overdracht ${code}`)).toContain('De start gaat goed');
    await step('18-teruggelezen');
    await chat.press('Meer…');
    await step('19-meer');
    await chat.press('Toestemming wijzigen');
    await chat.choose('Hoe lieten zij het weten?', 'Op een formulier');
    expect(await chat.press('Opslaan')).toContain('gewist');
    await step('20-intrekken');
    await chat.press('Ja, toch opslaan');
    await chat.press('Bekijk deze overdracht');
    expect(await chat.press('Inhoud bekijken')).toContain('geen toestemming');
    await step('21-gewist');
  });

  it('a school that is not on the bot gets a link; a school can begin by itself', async () => {
    const { chat } = session;
    await chat.say('overdracht');
    // The least urgent one: for the others something may have begun.
    const last = (await chat.options('Kind')).at(-1) ?? '';
    await chat.choose('Kind', childCode(last));
    await chat.press('Verder');
    await chat.choose('Naar welke basisschool?', 'Basisschool Het Kompas');
    await chat.choose('Toestemming van de ouders', 'Nee');
    await chat.choose('Hoe lieten zij het weten?', 'Digitaal');
    expect(await chat.press('Opslaan en verder')).toContain('Stap 2 van 3');
    await chat.choose('VE-programma', 'Peuterplein');
    await chat.press('Opslaan en verder');
    await step('22-zonder-toestemming');
    await chat.press('Opslaan');
    await chat.press('Link voor de school');
    await step('23-link');
    await chat.press('Doorgaan');
    await step('24-link-gemaakt');
    expect(await chat.value('Kopieer deze link')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/overdracht\//);
    await chat.say('wissel van rol Heidebloem');
    await chat.say('overdracht beginnen');
    await step('25-school-begint');
    await chat.fill('Geboortedatum', '2022-10-05');
    await chat.choose('Toestemming van de ouders', 'Ja');
    expect(await chat.press('Opslaan en verder')).toContain('Kies hoe de ouders het lieten weten');
    await chat.choose('Hoe lieten zij het weten?', 'In een gesprek');
    expect(await chat.press('Opslaan en verder')).toContain('De nieuwe code van het kind is');
    await step('26-school-programma');
  });
});
