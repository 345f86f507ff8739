import { describe, expect, test } from 'vitest';
import { banner, type BannerFacts } from '../../src/demo/banner.ts';

const FACTS: BannerFacts = {
  playgroundUrl: 'http://127.0.0.1:56150',
  botUrl: 'http://127.0.0.1:3978/api/messages',
  whoYouAre: 'Anouk, beleidsadviseur onderwijs in Putten',
  dataDir: '/srv/.kansenlijn',
  database: 'embedded',
};

describe('the text after the start', () => {
  test('says where to go, who you are, what to try, what to beware of and how to go on', () => {
    expect(banner(FACTS)).toMatchInlineSnapshot(`
      "
      Kansenlijn draait. Open in uw browser: http://127.0.0.1:56150

      U bent:  Anouk, beleidsadviseur onderwijs in Putten

      Probeer, door het in de chat te typen:
        bereik Q1 2024   het bereik van Putten in het eerste kwartaal van 2024
        wissel van rol   kijken door de ogen van een andere deelnemer
        instroom         als medewerker van een locatie: een kind inschrijven

      Let op: de Playground vraagt niet wie u bent en luistert op alle netwerken van deze computer.
      Wie deze computer via het netwerk kan bereiken, kan dus meelezen en meetypen. Gebruik de demo
      op een vertrouwd netwerk en alleen met de voorbeeldgegevens, nooit met gegevens van echte kinderen.

      Gegevens blijven bewaard in /srv/.kansenlijn
      Stoppen: Ctrl+C.  Opnieuw beginnen: stop, en dan npm run demo:reset
      "
    `);
  });

  test('names the fixed day only when there is one', () => {
    expect(banner({ ...FACTS, today: '22-11-2026' })).toContain('Vandaag: 22-11-2026');
    expect(banner(FACTS)).not.toContain('Vandaag');
  });

  test('without the Playground gives the address of the bot and no warning about all networks', () => {
    const text = banner({ ...FACTS, playgroundUrl: undefined });
    expect(text).toContain(FACTS.botUrl);
    expect(text).not.toContain('netwerken');
  });

  test('on a server of your own does not claim to keep the data in the folder', () => {
    expect(banner({ ...FACTS, database: 'own' })).toContain('DATABASE_URL');
    expect(banner({ ...FACTS, database: 'own' })).not.toContain(`bewaard in ${FACTS.dataDir}`);
  });
});
