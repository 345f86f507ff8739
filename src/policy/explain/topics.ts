import { dutchAge, dutchCount } from '../engine/dutch.ts';
import type { PolicyTopics, TopicName } from '../engine/types.ts';
import { daypartsLine, extraDaypartsLine, groundLine, handoverMomentsLine, meetingLine } from './words.ts';

/** The parts in which people read a policy. */
export const PARTS = ['Doelgroep en indicatie', 'Uren en groepen', 'Doelen', 'Samenwerking en overdracht'] as const;
export type Part = (typeof PARTS)[number];

/** How a topic is called, how its value is written, and what the product does with it. All Dutch. */
export interface TopicText<Value> {
  readonly part: Part;
  readonly label: string;
  readonly write: (value: Value) => readonly string[];
  readonly effect: string;
}

/** For what is on record and shown: nothing is checked or computed with it. */
export const SHOWN_ONLY = 'ter informatie.';
const asIs = (text: string): readonly string[] => [text];

const TARGET_GROUP: Part = 'Doelgroep en indicatie';
const SUPPLY: Part = 'Uren en groepen';
const COOPERATION: Part = 'Samenwerking en overdracht';

/** Adding a topic is one entry here, one in `engine/topics.ts` and its type in `engine/types.ts`. */
export const TOPIC_TEXTS: { readonly [K in TopicName]: TopicText<PolicyTopics[K]> } = {
  windowStartMonths: {
    part: TARGET_GROUP, label: 'Leeftijd voor VE',
    write: (months) => [`Vanaf ${dutchAge(months)}, tot de 4e verjaardag`],
    effect: 'een kind met een indicatie telt vanaf deze leeftijd mee in het bereik, en een VE-plek kan niet eerder ingaan.',
  },
  generalStartMonths: {
    part: TARGET_GROUP, label: 'Leeftijd voor alle peuters',
    write: (months) => [`Alle peuters kunnen komen vanaf ${dutchAge(months)}`],
    effect: SHOWN_ONLY,
  },
  indicatedBy: { part: TARGET_GROUP, label: 'Wie indiceert', write: asIs, effect: 'alleen de jeugdgezondheidszorg kan een indicatie vastleggen.' },
  grounds: {
    part: TARGET_GROUP, label: 'Gronden voor een indicatie',
    write: (grounds) => grounds.map((ground) => `${groundLine(ground)}${ground.countedApart ? ' (elk kenmerk telt apart en wordt vastgelegd)' : ''}`),
    effect: 'dit zijn de keuzes op het formulier van een indicatie; iets anders wordt geweigerd.',
  },
  groundsExclude: { part: TARGET_GROUP, label: 'Voor wie niet', write: asIs, effect: 'staat als uitleg op het formulier van een indicatie; er wordt niets op getoetst.' },
  reIndication: {
    part: TARGET_GROUP, label: 'Herindicatie',
    write: ({ requestedBy, basis }) => [`Op verzoek van ${requestedBy}, op grond van ${basis}`],
    effect: 'op het formulier van een indicatie is herindicatie te kiezen.',
  },
  definitionReview: { part: TARGET_GROUP, label: 'Doelgroepdefinitie', write: asIs, effect: SHOWN_ONLY },
  hoursPerWeek: {
    part: SUPPLY, label: 'Uren per week',
    write: (hours) => [`${dutchCount(hours, 'uur', 'uur')} per week`],
    effect: 'bij de instroom staat erbij als er minder uren meetellen; het cijfer VE-uren per week telt hoeveel kinderen minder hebben.',
  },
  hoursTotal: {
    part: SUPPLY, label: 'Uren in totaal',
    write: (hours) => [`${dutchCount(hours, 'uur', 'uur')} in totaal`],
    effect: 'hiermee wordt het tekort aan uren berekend, bij de instroom en in het cijfer Urentekort.',
  },
  dayparts: {
    part: SUPPLY, label: 'Dagdelen',
    write: (dayparts) => [daypartsLine(dayparts)],
    effect: SHOWN_ONLY,
  },
  extraDayparts: { part: SUPPLY, label: 'Extra dagdelen', write: (value) => [extraDaypartsLine(value)], effect: SHOWN_ONLY },
  minimumTargetToddlersInGroup: {
    part: SUPPLY, label: 'Doelgroeppeuters in een groep',
    write: (count) => [`Ten minste ${dutchCount(count, 'doelgroeppeuter', 'doelgroeppeuters')} in een groep`],
    effect: 'de groepsmix telt hoeveel groepen eraan voldoen. Een afspraak, geen grens; er wordt niets om geweigerd.',
  },
  groupComposition: { part: SUPPLY, label: 'Samenstelling van groepen', write: asIs, effect: SHOWN_ONLY },
  groupStaff: { part: SUPPLY, label: 'Beroepskrachten', write: asIs, effect: SHOWN_ONLY },
  aims: { part: 'Doelen', label: 'Streven', write: asIs, effect: SHOWN_ONLY },
  meetings: { part: COOPERATION, label: 'Overleg', write: (meetings) => meetings.map(meetingLine), effect: SHOWN_ONLY },
  clusters: { part: COOPERATION, label: 'Clusters', write: (names) => [names.join(', ')], effect: SHOWN_ONLY },
  handover: { part: COOPERATION, label: 'Warme overdracht', write: asIs, effect: SHOWN_ONLY },
  handoverMoments: { part: COOPERATION, label: 'Momenten van de overdracht', write: (moments) => [handoverMomentsLine(moments)], effect: 'hiermee staat bij “overdracht” welk kind aan de beurt is en welk te laat.' },
  parents: { part: COOPERATION, label: 'Ouders', write: asIs, effect: SHOWN_ONLY },
  disclosureMode: {
    part: COOPERATION, label: 'Kleine aantallen',
    write: (mode) => [mode === 'cbs' ? 'In klassen van 10: “<10”, “10-19”, “20-29”' : 'In klassen van 5: “<5”, “5-9”, “10-14”'],
    effect: 'hiermee vertelt Kansenlijn aantallen kinderen aan lezers en in kanalen.',
  },
};

/** What a target is about. The key is the measure's id; not every one of them is a figure of the catalogue. */
export const TARGET_LABELS: Readonly<Record<string, string>> = {
  reach: 'Doel: bereik van doelgroeppeuters',
  'reach-all-toddlers': 'Doel: bereik van alle peuters',
  'reach-inspectorate': 'Doel: bereik in de selectie van de Inspectie',
  occupancy: 'Doel: bezetting van VE-plekken',
  'to-school-at-4': 'Doel: naar school op 4 jaar',
  'level-1f-group-8': 'Doel: niveau 1F in groep 8',
  'level-2f-group-8': 'Doel: niveau 2F in groep 8',
};
