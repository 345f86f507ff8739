export interface BannerFacts {
  /** Address of the Playground; absent when it is off. */
  readonly playgroundUrl?: string | undefined;
  /** Where the bot takes activities. */
  readonly botUrl: string;
  /** As whom the user of the Playground acts now: "Anouk, beleidsadviseur onderwijs in Putten". */
  readonly whoYouAre: string;
  readonly dataDir: string;
  readonly database: 'embedded' | 'own';
  /** The fixed day, when there is one, as people write it. */
  readonly today?: string | undefined;
}

const TRY = [
  ['bereik Q1 2024', 'het bereik van Putten in het eerste kwartaal van 2024'],
  ['wissel van rol', 'kijken door de ogen van een andere deelnemer'],
  ['instroom', 'als medewerker van een locatie: een kind inschrijven'],
] as const;

/** What is printed when everything runs. Dutch, plain text, no control characters. */
export function banner(facts: BannerFacts): string {
  const { playgroundUrl } = facts;
  return ['', ...(playgroundUrl ? withPlayground(playgroundUrl, facts) : withoutPlayground(facts)), '', ...keeping(facts), ''].join('\n');
}

function withPlayground(url: string, { whoYouAre, today }: BannerFacts): string[] {
  return [
    `Kansenlijn draait. Open in uw browser: ${url}`,
    '',
    `U bent:  ${whoYouAre}`,
    ...(today ? [`Vandaag: ${today} (vaste dag)`] : []),
    '',
    'Probeer, door het in de chat te typen:',
    ...TRY.map(([text, meaning]) => `  ${text.padEnd(16)} ${meaning}`),
    '',
    'Let op: de Playground vraagt niet wie u bent en luistert op alle netwerken van deze computer.',
    'Wie deze computer via het netwerk kan bereiken, kan dus meelezen en meetypen. Gebruik de demo',
    'op een vertrouwd netwerk en alleen met de voorbeeldgegevens, nooit met gegevens van echte kinderen.',
  ];
}

function withoutPlayground({ botUrl, whoYouAre, today }: BannerFacts): string[] {
  return [
    `Kansenlijn draait, zonder Playground. De bot luistert op ${botUrl} (alleen op deze computer).`,
    '',
    `Demogebruiker: ${whoYouAre}`,
    ...(today ? [`Vandaag:       ${today} (vaste dag)`] : []),
    '',
    'Let op: de demo vraagt niet wie u bent. Gebruik alleen de voorbeeldgegevens.',
  ];
}

function keeping({ dataDir, database }: BannerFacts): string[] {
  return [
    database === 'embedded' ? `Gegevens blijven bewaard in ${dataDir}` : `Gegevens blijven bewaard op uw eigen server (DATABASE_URL); sleutels staan in ${dataDir}`,
    'Stoppen: Ctrl+C.  Opnieuw beginnen: stop, en dan npm run demo:reset',
  ];
}
