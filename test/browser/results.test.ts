import { describe, expect, it } from 'vitest';
import { useSession } from './session.ts';

const session = useSession();

/** A school enters its results, and the municipality asks for them; each card is kept as a picture at two widths. */
describe('kindergarten results in the Playground', () => {
  const step = (name: string): Promise<void> => session.chat.screenshot(`resultaten-${name}`);

  it('are entered by the school in one card', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Heidebloem');
    expect(await chat.say('kleuterresultaten invullen')).toContain('Schooljaar');
    await step('01-moment');
    expect(await chat.press('Verder')).toContain('Afspraak: 75% van VE-kinderen');
    await step('02-invullen');
    await chat.press('Plakken');
    await chat.fill('Regels', 'Taal;KIJK!;25;19;9;6');
    await step('03-plakken');
    expect(await chat.press('Opslaan')).toContain('19 van 25 op niveau');
    await step('04-ontvangstbewijs');
    expect(await chat.say('kleuterresultaten 2025-2026')).toContain('alle scholen samen');
    await step('05-school');
  });

  it('are told to the municipality by domain, and to readers as a rounded share', async () => {
    const { chat } = session;
    await chat.say('wissel van rol Gemeente');
    expect(await chat.say('resultaten taal per school')).toContain('De Heidebloem');
    await step('06-gemeente-per-school');
    expect(await chat.say('welke scholen hebben nog geen resultaten')).toContain('0 van 4');
    await step('07-ontbrekend');
    expect(await chat.say('resultaatafspraken')).toContain('Geen afspraak');
    await step('08-afspraken');
  });
});
