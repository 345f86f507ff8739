import { dutchAge, dutchNumber } from '../engine/dutch.ts';
import type { Citation, IsoDate } from '../engine/types.ts';
import {
  CITIZEN_NUMBER, DECREE_DOMAINS, DECREE_TRAINING_PLAN, HANDOVER_DUTY, MEDICAL_SECRECY, PRIMARY_EDUCATION_ACT_AGREEMENTS, PRIMARY_EDUCATION_ACT_SUPPLY,
  PRIMARY_EDUCATION_ACT_TALKS, recordingRule,
} from '../national/citations.ts';
import { nationalValue, type NationalValueName } from '../national/values.ts';
import type { ExplainedRule } from './municipal.ts';
import { SHOWN_ONLY } from './topics.ts';
import { validityText } from './words.ts';

/** A rule of law whose numbers are dated values; the first value gives the source and the dates. */
interface ValuedRule {
  readonly label: string;
  readonly values: readonly [NationalValueName, ...NationalValueName[]];
  readonly write: (value: (name: NationalValueName) => number) => string;
  readonly effect: string;
}

/** A rule of law without a number of ours. The day on which it began is not on record, so none is shown. */
interface WordedRule { readonly label: string; readonly text: string; readonly source: Citation; readonly effect: string }

const VALUED: readonly ValuedRule[] = [
  {
    label: 'Uren', values: ['hoursTotal', 'startAgeMonths', 'periodMonths', 'hoursPerWeek', 'weeksPerYear'],
    write: (value) => `Vanaf ${dutchAge(value('startAgeMonths'))} kan een kind in ${dutchAge(value('periodMonths'))} ten minste ${dutchNumber(value('hoursTotal'))} uur krijgen: gemiddeld ${value('hoursPerWeek')} uur per week, ${value('weeksPerYear')} weken per jaar. Dat is een plicht voor het aanbod; wie later begint, overtreedt niets`,
    effect: 'bij de instroom staat het tekort aan uren; er wordt niets om geweigerd.',
  },
  {
    label: 'Uren per dag', values: ['hoursPerDay'],
    write: (value) => `Uren boven ${value('hoursPerDay')} per dag tellen niet mee`,
    effect: 'zij tellen niet mee in de berekening van uren.',
  },
  {
    label: 'Einde van VE', values: ['endAgeMonths'],
    write: (value) => `VE eindigt op de dag waarop een kind ${dutchAge(value('endAgeMonths'))} wordt`,
    effect: 'vanaf die dag telt een kind niet mee, en gaat er geen VE-plek of indicatie meer in.',
  },
  {
    label: 'Groepsgrootte', values: ['groupSize'],
    write: (value) => `Er zijn ten hoogste ${value('groupSize')} kinderen tegelijk aanwezig`,
    effect: 'staan er meer kinderen ingeschreven, dan vraagt de bot of het klopt; hij weigert het niet.',
  },
  {
    label: 'Beroepskrachten', values: ['childrenPerProfessional'],
    write: (value) => `Ten minste één beroepskracht VE voor ${value('childrenPerProfessional')} aanwezige kinderen`,
    effect: SHOWN_ONLY,
  },
  {
    label: 'Pedagogisch beleidsmedewerker VE', values: ['policyOfficerHoursPerToddler', 'startAgeMonths', 'endAgeMonths'],
    write: (value) => `Per locatie ${value('policyOfficerHoursPerToddler')} uur per jaar voor elke doelgroeppeuter van ${dutchAge(value('startAgeMonths'))} tot ${dutchAge(value('endAgeMonths'))} op 1 januari, schriftelijk vastgelegd en boven op de algemene uren`,
    effect: 'een rekenregel voor houders; er wordt niets om geweigerd.',
  },
];

const WORDED: readonly WordedRule[] = [
  {
    label: 'Voldoende aanbod', source: PRIMARY_EDUCATION_ACT_SUPPLY,
    text: 'Op 1 januari is er voor elk kind van 2,5 tot 4 jaar met een indicatie een plaats, in aantal en in spreiding. Aan het bereik stelt de wet geen eis',
    effect: 'capaciteit en bereik zijn daarom aparte cijfers.',
  },
  { label: 'Opleidingsplan', source: DECREE_TRAINING_PLAN, text: 'Elk jaar een opleidingsplan per locatie, dat wordt geëvalueerd', effect: SHOWN_ONLY },
  { label: 'Vier domeinen', source: DECREE_DOMAINS, text: 'Taal, rekenen, motoriek en sociaal-emotionele ontwikkeling', effect: SHOWN_ONLY },
  {
    label: 'Afspraken', source: PRIMARY_EDUCATION_ACT_AGREEMENTS,
    text: 'Over doelgroep, toeleiding en overdracht, met aanbieders en scholen; over de resultaten van vroegschoolse educatie, met scholen', effect: SHOWN_ONLY,
  },
  {
    label: 'Jaarlijks overleg', source: PRIMARY_EDUCATION_ACT_TALKS,
    text: 'Over integratie, segregatie, inschrijving en toelating, en achterstanden. Het overleg is verplicht; afspraken alleen voor VVE, waar het kan met meetbare doelen', effect: SHOWN_ONLY,
  },
  {
    label: 'Overdracht naar school', source: HANDOVER_DUTY,
    text: 'De houder vertelt de school het VE-programma en de duur. Al het andere alleen met toestemming van de ouders, die mogen weigeren. Wat is overgedragen, wordt bewaard tot twee jaar nadat het kind weg is',
    effect: 'zonder toestemming zijn de andere velden niet in te vullen, en de inhoud wordt na die twee jaar gewist.',
  },
  { label: 'Burgerservicenummer', source: CITIZEN_NUMBER, text: 'Niemand heeft hier een grondslag voor het BSN', effect: 'er is geen veld voor; een kind is een code.' },
  {
    label: 'Medisch beroepsgeheim', source: MEDICAL_SECRECY,
    text: 'Van de jeugdgezondheidszorg komen alleen de indicatie, de datum en de gronden', effect: 'bevindingen hebben geen veld, en de kinderopvang ziet de gronden niet.',
  },
  {
    label: 'Kleine aantallen', source: recordingRule('Kleine aantallen'),
    text: 'Buiten de kring van de gemeente is 1 tot en met 4 “<5”, en staat een percentage er alleen bij ten minste 10 kinderen', effect: 'zo zien lezers en kanalen de cijfers.',
  },
];

/** Citations of rules that are written out in `registratieregels.md`, for the test on its headings. */
export const WORDED_CITATIONS: readonly Citation[] = WORDED.map(({ source }) => source);

/** The national rules of one day, and what was not yet law on it. */
export function explainNational(day: IsoDate): { readonly rules: readonly ExplainedRule[]; readonly absent: readonly string[] } {
  const valued = VALUED.map((rule) => ({ rule, explained: valuedRule(rule, day) }));
  return {
    rules: [
      ...valued.flatMap(({ explained }) => (explained ? [explained] : [])),
      ...WORDED.map(({ label, text, source, effect }) => ({ label, lines: [text], source, effect })),
    ],
    absent: valued.filter(({ explained }) => !explained).map(({ rule }) => rule.label),
  };
}

function valuedRule({ label, values, write, effect }: ValuedRule, day: IsoDate): ExplainedRule | undefined {
  const held = new Map(values.map((name) => [name, nationalValue(name, day)]));
  const first = held.get(values[0]);
  if (!first || [...held.values()].includes(undefined)) return undefined;
  const line = write((name) => held.get(name)?.value ?? Number.NaN);
  return { label, lines: [line], validity: validityText(first), source: first.source, effect };
}
