/** The four domains of the programme (Besluit basisvoorwaarden, art. 5). */
export const DOMAINS = { language: 'Taal', arithmetic: 'Rekenen', motor: 'Motoriek', social_emotional: 'Sociaal-emotioneel' } as const;
export type Domain = keyof typeof DOMAINS;
export const DOMAIN_NAMES = Object.keys(DOMAINS) as readonly Domain[];

/** Beside the child's age; a school and a preschool mean the same by it. */
export const LEVELS: Readonly<Record<string, string>> = {
  1: 'Heeft veel extra steun nodig', 2: 'Heeft wat extra steun nodig', 3: 'Passend bij de leeftijd', 4: 'Verder dan de leeftijd',
};

export const ABOUT_FIELDS = {
  interests: 'Interesses: waar wordt het kind blij van?',
  home: 'Thuissituatie, voor zover van belang op school',
  approach: 'Aanpak die werkt',
  concerns: 'Zorgen of aandachtspunten',
  professionals: 'Betrokken hulp (functie of instantie)',
  instrument: 'Observatie-instrument',
} as const;
export type AboutField = keyof typeof ABOUT_FIELDS;

export const FREE_TEXT_MAX = 300;
export const REACTION_MAX = 500;
export const PROGRAMME_MAX = 80;
/** Fewer than the ledger would take: what is the case, not a report. */
export const LATER_FIELDS = { parents_reaction: 'Reactie van de ouders', school_addition: 'Aanvulling van de school', feedback: 'Terugkoppeling van de school' } as const;
export type LaterField = keyof typeof LATER_FIELDS;

export type ContentField = `${Domain}_${'level' | 'strong' | 'helps'}` | AboutField | LaterField;

/** Short labels for overviews, in the order in which people read. */
export const CONTENT_LABELS: Readonly<Record<ContentField, string>> = {
  language_level: 'Taal: niveau', language_strong: 'Taal: gaat goed', language_helps: 'Taal: wat helpt',
  arithmetic_level: 'Rekenen: niveau', arithmetic_strong: 'Rekenen: gaat goed', arithmetic_helps: 'Rekenen: wat helpt',
  motor_level: 'Motoriek: niveau', motor_strong: 'Motoriek: gaat goed', motor_helps: 'Motoriek: wat helpt',
  social_emotional_level: 'Sociaal-emotioneel: niveau', social_emotional_strong: 'Sociaal-emotioneel: gaat goed', social_emotional_helps: 'Sociaal-emotioneel: wat helpt',
  interests: 'Interesses', home: 'Thuissituatie', approach: 'Aanpak', concerns: 'Zorgen', professionals: 'Betrokken hulp', instrument: 'Observatie-instrument',
  ...LATER_FIELDS,
};
export const CONTENT_FIELDS = Object.keys(CONTENT_LABELS) as readonly ContentField[];

/** Programmes that are used most; another is typed. Names of products, as people know them. */
export const PROGRAMMES: readonly string[] = ['Kaleidoscoop', 'Piramide', 'Puk (Uk & Puk)', 'Peuterplein', 'Startblokken', 'Speelplezier', 'Sporen'];

/** Who can have been at a warm talk: words for roles, never names. */
export const TALK_PARTICIPANTS = {
  childcare_worker: 'Pedagogisch medewerker', teacher: 'Leerkracht', care_coordinator: 'Intern begeleider', parents: 'Ouders', health: 'Jeugdgezondheidszorg', other: 'Iemand anders',
} as const;
export type TalkParticipant = keyof typeof TALK_PARTICIPANTS;

/** How parents told what they decided. */
export const CONSENT_WAYS = { talk: 'In een gesprek', form: 'Op een formulier', digital: 'Digitaal' } as const;
export type ConsentWay = keyof typeof CONSENT_WAYS;
