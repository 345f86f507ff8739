import type { MeasureName } from '../question.ts';

export interface Ambiguous {
  readonly phrases: readonly string[];
  /** Dutch question back. */
  readonly text: string;
  readonly measures: readonly MeasureName[];
  /** With one of these in the same question there is no doubt. */
  readonly settledBy: readonly MeasureName[] | 'any';
}

const aboutPlaces: readonly MeasureName[] = ['ve-places', 'free-places', 'taken-places', 'occupancy', 'waiting', 'supply', 'reach', 'placements', 'without-indication', 'placed-elsewhere'];

/** Phrases that stand for several figures. They are asked back, unless the rest of the question settles it. */
export const ambiguous: readonly Ambiguous[] = [
  { phrases: ['{losseplek}', '(places|spots)'], text: 'Welke plekken bedoelt u?', measures: ['ve-places', 'free-places', 'taken-places'], settledBy: aboutPlaces },
  { phrases: ['beschikbare capaciteit'], text: 'Bedoelt u alle plekken of alleen de vrije?', measures: ['ve-places', 'free-places'], settledBy: [] },
  { phrases: ['plaatsingen', '(aantal|hoeveel) plaatsingen', 'placements'], text: 'Bedoelt u de kinderen die nu geplaatst zijn, of de nieuwe plaatsingen?', measures: ['placements', 'intakes'], settledBy: ['placements', 'intakes', 'placed-elsewhere', 'exits'] },
  { phrases: ['(hoeveel|aantal) kinderen', 'how many children', 'number of children', 'aantallen kinderen'], text: 'Welke kinderen bedoelt u?', measures: ['target-toddlers', 'placements', 'toddlers', 'intakes'], settledBy: 'any' },
  { phrases: ['peuterbereik', 'peuter bereik'], text: 'Bedoelt u de doelgroeppeuters of alle peuters?', measures: ['reach', 'reach-all-toddlers'], settledBy: [] },
  { phrases: ['(wachttijd|wachttijden)', '[lang] (moeten|moet) wachten', '[lang] (wachten|wacht) {kind}', '[lang] {kind} wachten plek lang', 'waiting time'], text: 'De wachttijd zelf wordt niet bijgehouden. Bedoelt u een van deze?', measures: ['guidance-time', 'waiting'], settledBy: [] },
  { phrases: ['(uren|uur)', '(hoeveel|aantal) (uur|uren)', 'hours'], text: 'Welke uren bedoelt u?', measures: ['hours', 'hours-shortfall', 'policy-officer-hours'], settledBy: ['hours', 'hours-shortfall', 'policy-officer-hours'] },
  { phrases: ['leeftijd', 'leeftijden'], text: 'Bedoelt u de leeftijd bij de start?', measures: ['start-age', 'target-toddlers'], settledBy: ['start-age'] },
  { phrases: ['indicatie (zonder|geen) {plek}', 'indicatie maar geen {plek}', '{kind} indicatie maar geen {plek}', '{doelgroep} maar geen {plek}', '{kind} zonder {plek}', 'zonder {plek}', 'geen {plek}', '{doelgroep} zonder {plek}', '{doelgroep} geen {plek}', '(niet) (geplaatst|geplaatste) [{doelgroep}]', '{doelgroep} niet geplaatst', '{kind} niet geplaatst'], text: 'Welke kinderen zonder plek bedoelt u?', measures: ['not-reached', 'waiting', 'unknown'], settledBy: [] },
  { phrases: ['groepen vol', 'vol', 'volle groepen'], text: 'Wat wilt u weten over hoe vol het is?', measures: ['occupancy', 'free-places'], settledBy: ['occupancy'] },
  { phrases: ['indicaties afgegeven', 'afgegeven indicaties', 'nieuwe indicaties', '(aantal|hoeveel) (nieuwe|afgegeven) indicaties', 'indicaties gegeven'], text: 'Het aantal afgegeven indicaties in een periode is er niet als cijfer. Wel de indicaties die gelden:', measures: ['indications', 'target-toddlers', 'without-outcome'], settledBy: [] },
  { phrases: ['toeleiding'], text: 'Wat wilt u weten over de toeleiding?', measures: ['guidance-time', 'waiting', 'without-outcome', 'not-reached'], settledBy: ['guidance-time'] },
  { phrases: ['(aanmeldingen|aangemeld|inschrijvingen)'], text: 'Aanmeldingen worden niet vastgelegd. Bedoelt u een van deze?', measures: ['intakes', 'waiting'], settledBy: [] },
];
