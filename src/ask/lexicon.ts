import type { Breakdown, MeasureId } from '../figures/types.ts';

/** Words as data. All in folded form: lower case, no diacritics; hyphens and spaces are the same. */

/** Index 0 is January; the first form is the one that we write ourselves. */
export const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan'], ['februari', 'feb', 'febr'], ['maart', 'mrt'], ['april', 'apr'], ['mei'], ['juni', 'jun'],
  ['juli', 'jul'], ['augustus', 'aug'], ['september', 'sep', 'sept'], ['oktober', 'okt'], ['november', 'nov'], ['december', 'dec'],
];

/** Index 0 is Monday. */
export const weekdayNames: readonly string[] = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

/** Index 0 is "first". A fifth is known in order to say that there is none. */
export const ordinals: readonly string[] = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde'];

/** Days from today. */
export const relativeDays: Readonly<Record<string, number>> = { eergisteren: -2, gisteren: -1, vandaag: 0, morgen: 1, overmorgen: 2 };

/** Steps from the running period. */
export const relativePeriods: Readonly<Record<string, number>> = {
  dit: 0, deze: 0, huidig: 0, huidige: 0, lopend: 0, lopende: 0,
  vorig: -1, vorige: -1, afgelopen: -1, volgend: 1, volgende: 1, komend: 1, komende: 1,
};

/** After a number these say that it is an amount, not a year: "per 1 maart 16 uur". */
export const amountUnits: readonly string[] = ['uur', 'uren', 'u', 'dag', 'dagen', 'dagdeel', 'dagdelen', 'keer', 'x', 'jaar', 'maanden', 'weken', 'kinderen', 'peuters', 'plekken', 'plaatsen'];

/** `the phrases for ${each} of ${these}`, so that the lists below stay readable. */
const combine = (firsts: readonly string[], seconds: readonly string[]): string[] => firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));

const placeNouns = ['plek', 'plekken', 'plaats', 'plaatsen', 'kindplaats', 'kindplaatsen'];
const vePlaceNouns = [
  ...combine(['ve', 'vve'], placeNouns),
  'veplek', 'veplekken', 'veplaats', 'veplaatsen', 'kindplaats', 'kindplaatsen', 'peuterplek', 'peuterplekken',
];
const allPlaceNouns = [...placeNouns, ...vePlaceNouns];

const reachWords = ['bereik', 'bereikt', 'bereikte', 'bereikcijfer', 'bereikcijfers', 'bereikpercentage', 'vvebereik', 'doelgroepbereik', 'bereiken'];

/** What people type for each measure. The longest phrase wins, so "vrije ve-plekken" is one measure. */
export const measurePhrases: Readonly<Record<MeasureId, readonly string[]>> = {
  reach: [...reachWords, ...combine(['vve', 've', 'doelgroep', 'peuter'], ['bereik']), 'bereik vve', 'bereik ve'],
  've-places': [
    ...combine(['', 've', 'vve'], ['capaciteit']), 'vvecapaciteit', 'vecapaciteit', 'aanbod', 've aanbod', 'vve aanbod',
    ...vePlaceNouns, ...combine(['aangeboden', 'gesubsidieerde'], allPlaceNouns),
  ],
  'free-places': [
    ...combine(['vrije', 'vrij', 'beschikbare', 'open', 'lege', 'onbezette'], allPlaceNouns),
    ...combine(allPlaceNouns, ['', 'zijn', 'zijn er', 'zijn nog', 'zijn er nog', 'is', 'is er', 'is er nog', 'is nog', 'nog'].flatMap((verb) => combine([verb], ['vrij', 'beschikbaar', 'over', 'open']))),
    ...combine(allPlaceNouns, ['zijn er nog', 'is er nog']),
    ...combine(combine(['nog', 'nog een', 'is er', 'is er nog', 'zijn er', 'zijn er nog', 'waar is', 'waar is nog', 'waar zijn nog'], allPlaceNouns), ['', 'vrij', 'beschikbaar', 'over', 'open']),
  ],
  'taken-places': [
    ...combine(['bezette', 'gevulde', 'ingevulde'], allPlaceNouns),
    ...combine(combine(allPlaceNouns, ['', 'zijn', 'zijn er', 'is', 'is er']), ['bezet', 'gevuld', 'ingevuld']),
  ],
  occupancy: ['bezetting', 'bezettingsgraad', 'bezettingspercentage', 'bezettingscijfer', 'bezettingscijfers'],
  'reach-inspectorate': [
    ...combine(reachWords, ['inspectie', 'volgens inspectie', 'volgens de inspectie', 'voor de inspectie', 'van de inspectie', 'inspectieselectie', 'in de selectie van de inspectie']),
    'inspectiebereik', 'inspectie bereik', 'inspectieselectie', 'selectie van de inspectie',
  ],
  'target-toddlers': ['doelgroeppeuter', 'doelgroeppeuters', 'doelgroepkinderen', 'aantal doelgroeppeuters', 'aantal doelgroepkinderen', 'hoeveel doelgroeppeuters', 'omvang doelgroep', 'omvang van de doelgroep'],
  'not-reached': [
    ...combine(['niet', 'non'], ['bereik', 'bereikt', 'bereikte']), 'nonbereik', 'nietbereik', ...combine(['niet'], ['bereikt zijn', 'bereikt worden', 'worden bereikt', 'zijn bereikt']),
  ],
  unknown: ['onbekend', 'onbekende', 'aantal onbekend', 'aantal onbekende', 'onbekende doelgroeppeuters', 'niets bekend', 'niets van bekend', 'niet bekend'],
  'placed-elsewhere': [
    'elders', ...combine(['elders'], ['geplaatst', 'bereikt', 'geplaatste']), ...combine(['geplaatst', 'bereik', 'bereikt', 'plaatsingen'], ['elders', 'in een andere gemeente', 'in andere gemeenten']),
    ...combine(['in een andere gemeente', 'in andere gemeenten'], ['geplaatst', 'bereikt']),
  ],
  indications: [
    'indicaties', 'aantal indicaties', 've indicaties', 'vve indicaties', 'geindiceerd', 'geindiceerde', 'met een indicatie', 'gronden', 'indicatiegronden', 'indicaties naar grond',
    ...combine(['gronden'], ['van de indicaties', 'van indicaties', 'voor indicaties']),
  ],
  intakes: ['instroom', 'instroomcijfer', 'instroomcijfers', 'instromers', 'ingestroomd', 'ingestroomde', 'nieuwe plaatsingen', 'gestart', 'gestarte', 'begonnen'],
  exits: ['uitstroom', 'uitstroomcijfer', 'uitstroomcijfers', 'uitstromers', 'uitgestroomd', 'uitgestroomde', 'vertrokken', 'vertrokken kinderen', 'gestopt', 'gestopte', 'vertrek'],
  'early-exits': [
    ...combine(['vroegtijdige', 'voortijdige', 'tussentijdse', 'vroege', 'vervroegde'], ['uitstroom', 'uitstromers', 'stoppers']),
    ...combine(['vroegtijdig', 'voortijdig', 'tussentijds', 'eerder', 'te vroeg', 'vroeg'], ['gestopt', 'gestopte', 'uitgestroomd', 'vertrokken']),
  ],
  'start-age': [
    'startleeftijd', 'instroomleeftijd', 'gemiddelde startleeftijd', 'gemiddelde instroomleeftijd', 'gemiddelde leeftijd',
    ...combine(combine(['', 'gemiddelde'], ['leeftijd']), ['bij start', 'bij de start', 'bij instroom', 'bij de instroom', 'bij plaatsing']),
  ],
  toddlers: ['aantal peuters', 'peuters in de gemeente', 'inwoners van 2 en 3 jaar', 'bevolking'],
  'reach-all-toddlers': [...combine(['bereik', 'deelname'], ['alle peuters', 'van alle peuters'])],
  waiting: ['wachtend', 'wachtende', 'wachtenden', 'wachtende peuters', 'wachtlijst', 'wachtlijsten', 'wachten', 'wachten op een plek'],
  supply: ['voldoende aanbod', 'voldoende plekken', 'genoeg plekken', 'genoeg ve plekken', 'voldoende ve plekken', 'genoeg aanbod'],
  placements: ['geplaatst', 'geplaatste', 'geplaatste kinderen', 'geplaatste peuters', 'aantal plaatsingen'],
  used: ['gebruik van ve', 've gebruik', 'gebruikten ve', 'maakten gebruik van ve', 'gebruik ve'],
  groups: ['ve groepen', 'vve groepen', 'aantal groepen', 'groepen', 'groepen met ve'],
  'group-mix': ['groepsmix', 'groepssamenstelling', 'samenstelling van de groepen', '4 op 16'],
  hours: ['ve uren', 'vve uren', 'uren per week', 'aangeboden uren'],
  'hours-shortfall': ['urentekort', 'tekort aan uren', 'kinderen onder 960 uur', 'onder 960 uur'],
  'policy-officer-hours': ['uren beleidsmedewerker', 'uren pedagogisch beleidsmedewerker', 'beleidsmedewerker', 'beleidsmedewerker ve'],
  'guidance-time': ['tijd tussen indicatie en start', 'toeleidingstijd', 'doorlooptijd'],
  'without-indication': ['geplaatst zonder indicatie', 'plaatsingen zonder indicatie', 'zonder indicatie'],
  'without-outcome': ['indicaties zonder uitkomst', 'zonder uitkomst', 'indicaties zonder vervolg'],
  'last-delivery': ['laatste levering', 'laatste vastlegging', 'wie heeft geleverd'],
  'other-reasons': ['aandeel anders', 'reden anders', 'percentage anders'],
};


/** Also say of whom another figure is: beside another measure they are not a second one. */
export const backgroundMeasures: readonly MeasureId[] = ['target-toddlers'];

/** How we write a measure ourselves in a question on a button; never with a word that opens a form. */
export const measureQuestion: Readonly<Record<MeasureId, string>> = {
  reach: 'bereik', 've-places': 'capaciteit', 'free-places': 'vrije plekken', 'taken-places': 'bezette plekken', occupancy: 'bezetting',
  'reach-inspectorate': 'bereik volgens de inspectie', 'target-toddlers': 'aantal doelgroeppeuters', 'not-reached': 'hoeveel niet bereikt', unknown: 'hoeveel onbekend',
  'placed-elsewhere': 'elders geplaatst', indications: 'aantal indicaties', intakes: 'hoeveel instroom', exits: 'hoeveel uitstroom',
  'early-exits': 'vroegtijdige uitstroom', 'start-age': 'gemiddelde startleeftijd',
  toddlers: 'aantal peuters', 'reach-all-toddlers': 'bereik van alle peuters', waiting: 'wachtende peuters', supply: 'voldoende aanbod', placements: 'geplaatste kinderen', used: 'gebruik van ve',
  groups: 've groepen', 'group-mix': 'groepsmix', hours: 've uren', 'hours-shortfall': 'urentekort', 'policy-officer-hours': 'uren beleidsmedewerker', 'guidance-time': 'tijd tussen indicatie en start',
  'without-indication': 'geplaatst zonder indicatie', 'without-outcome': 'indicaties zonder uitkomst', 'last-delivery': 'laatste levering', 'other-reasons': 'aandeel anders',
};

const splitInto = (...nouns: readonly string[]): string[] => combine(['per', 'naar', 'uitgesplitst naar', 'verdeeld naar', 'verdeeld over'], nouns);

/** What people type to have a figure split. */
export const breakdownPhrases: Readonly<Record<Breakdown, readonly string[]>> = {
  location: splitInto('locatie', 'locaties', 'vestiging', 'vestigingen'),
  provider: splitInto('aanbieder', 'aanbieders', 'houder', 'houders', 'organisatie', 'kinderopvangorganisatie'),
  group: splitInto('groep', 'groepen'),
  cluster: splitInto('cluster', 'clusters'),
  municipality: splitInto('gemeente', 'gemeenten'),
  month: splitInto('maand', 'maanden'), quarter: splitInto('kwartaal', 'kwartalen'), year: splitInto('jaar', 'jaren', 'kalenderjaar'), 'school-year': splitInto('schooljaar', 'schooljaren'),
  neighbourhood: splitInto('wijk', 'wijken', 'buurt', 'buurten', 'dorp', 'dorpen', 'kern', 'kernen'),
  ground: [...splitInto('grond', 'gronden', 'indicatiegrond', 'indicatiegronden'), 'met gronden', 'op welke grond', 'op welke gronden'],
  reason: [...splitInto('reden', 'redenen'), 'waarom', 'reden', 'redenen', 'met reden', 'met redenen', 'oorzaak', 'oorzaken', 'redenen van', 'reden van'],
};

/** How we write a split ourselves. */
export const breakdownPhrase: Readonly<Record<Breakdown, string>> = {
  group: 'per groep', cluster: 'per cluster', municipality: 'per gemeente', month: 'per maand', quarter: 'per kwartaal', year: 'per jaar', 'school-year': 'per schooljaar', location: 'per locatie', provider: 'per aanbieder', neighbourhood: 'per wijk', ground: 'per grond', reason: 'per reden' };

/** A question as text, for a button: "vroegtijdige uitstroom per reden Putten kwartaal 1 van 2024". */
export function questionText(measure: MeasureId, place: string | undefined, period: string | undefined, breakdown?: Breakdown): string {
  return [measureQuestion[measure], breakdown && breakdownPhrase[breakdown], place, period].filter((part) => part !== undefined).join(' ');
}

/** Words for figures that we do not have, with those that come nearest. */
export const relatedMeasures: readonly { readonly phrases: readonly string[]; readonly measures: readonly MeasureId[] }[] = [];

export const greetings: readonly string[] = [
  'hallo', 'hoi', 'hai', 'hey', 'hi', 'hello', 'dag', 'goedendag', 'goeiedag', 'goedemorgen', 'goeiemorgen', 'goedemiddag', 'goedenmiddag', 'goedenavond', 'goedeavond',
  'goede morgen', 'goede middag', 'goede avond', 'goeden avond', 'goeden dag', 'goeie morgen', 'beste kansenlijn', 'beste bot', 'hallo kansenlijn', 'kansenlijn',
];

export const thanks: readonly string[] = [
  'dank', 'dank u', 'dank u wel', 'dank je', 'dank je wel', 'dankjewel', 'dankuwel', 'bedankt', 'hartelijk dank', 'hartelijk bedankt', 'alvast bedankt', 'bij voorbaat dank', 'merci', 'thanks', 'top bedankt',
];

/** Politeness that changes nothing and, on its own, says nothing. */
export const politeness: readonly string[] = [
  'alstublieft', 'alsjeblieft', 'aub', 'a u b', 'svp', 's v p', 'graag', 'even', 'eens', 'zou u', 'zou je', 'zou jij', 'kunt u', 'kun je', 'kan je', 'mag ik', 'wilt u', 'wil je',
  'ik wil graag', 'ik wil', 'ik zou graag', 'weten', 'willen weten', 'vertellen', 'vertel', 'geven', 'geef', 'geef me', 'toon', 'tonen', 'laat', 'zien', 'laten zien', 'mij', 'me', 'groet', 'groeten', 'met vriendelijke groet',
];

/**
 * Words that carry no meaning in a question for a figure. Never put here what changes
 * the figure: niet, geen, zonder, alleen, alle, behalve, meer,
 * minder, beste, sinds, tot, vanaf, and "per", which asks for a breakdown.
 */
export const stopwords: readonly string[] = [
  'de', 'het', 'een', 'en', 'er', 'is', 'zijn', 'was', 'waren', 'wordt', 'worden', 'werd', 'werden', 'heeft', 'hebben', 'had', 'hadden',
  'wat', 'hoe', 'hoeveel', 'welk', 'welke', 'waar', 'we', 'wij', 'ons', 'onze', 'ik', 'u', 'uw', 'je', 'jullie', 'in', 'op', 'van', 'voor', 'over', 'bij', 'aan', 'te', 'om', 'met', 'dat', 'die', 'dit', 'deze',
  'nu', 'nog', 'ook', 'dan', 'hoog', 'groot', 'cijfer', 'cijfers', 'percentage', 'stand', 'huidige', 'actuele', 'momenteel', 'op dit moment', 'onze gemeente', 'mijn gemeente', 'de gemeente', 'eigen', 'peildatum',
  'doelgroeppeuter', 'doelgroeppeuters', 'peuter', 'peuters', 'kind', 'kinderen', 'doelgroep', 'vve', 've', 'ik ben benieuwd naar', 'naar',
];

/** Otherwise understood as something harmless: "dag" is also a greeting. */
export const unsupportedPhrases: readonly string[] = ['per dag', 'op een dag'];

/** Left out when people name a place: "Krokodillen" for De Krokodillen. */
export const articles: readonly string[] = ['de', 'het', 't', 'een'];

/** May stand before the name of a place: "locatie De Krokodillen", "gemeente Putten". */
export const scopeNouns: Readonly<Record<'municipality' | 'location', readonly string[]>> = {
  municipality: ['gemeente'],
  location: ['locatie', 'vestiging', 'peuteropvang', 'kinderopvang'],
};

/** Any of these near a reason may turn it round, so no reason is read from such a sentence. */
export const negations: readonly string[] = ['niet', 'geen', 'nooit', 'noch', 'zonder'];

/** Words between the facts of a sentence for a form. */
export const sentenceStopwords: readonly string[] = [
  ...stopwords, ...politeness, 'per', 'uur', 'week', 'want', 'omdat', 'wegens', 'vanwege', 'reden', 'datum', 'code', 'kindcode', 'start', 'begint', 'stopt', 'gaat', 'start op', 'ingang', 'laatste dag', 'eerste dag',
];
