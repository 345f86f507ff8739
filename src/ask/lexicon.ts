/** Words of days, periods and sentences for a form, as data; those of questions stand in lexicon/. All folded: lower case, no diacritics; hyphens and spaces are the same. */

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

/** Politeness that changes nothing. */
const politeness: readonly string[] = [
  'alstublieft', 'alsjeblieft', 'aub', 'a u b', 'svp', 's v p', 'graag', 'even', 'eens', 'zou u', 'zou je', 'zou jij', 'kunt u', 'kun je', 'kan je', 'mag ik', 'wilt u', 'wil je',
  'ik wil graag', 'ik wil', 'ik zou graag', 'weten', 'willen weten', 'vertellen', 'vertel', 'geven', 'geef', 'geef me', 'toon', 'tonen', 'laat', 'zien', 'laten zien', 'mij', 'me', 'groet', 'groeten', 'met vriendelijke groet',
];

/** Words that say nothing in a sentence for a form. */
const stopwords: readonly string[] = [
  'de', 'het', 'een', 'en', 'er', 'is', 'zijn', 'was', 'waren', 'wordt', 'worden', 'werd', 'werden', 'heeft', 'hebben', 'had', 'hadden',
  'wat', 'hoe', 'hoeveel', 'welk', 'welke', 'waar', 'we', 'wij', 'ons', 'onze', 'ik', 'u', 'uw', 'je', 'jullie', 'in', 'op', 'van', 'voor', 'over', 'bij', 'aan', 'te', 'om', 'met', 'dat', 'die', 'dit', 'deze',
  'nu', 'nog', 'ook', 'dan', 'hoog', 'groot', 'cijfer', 'cijfers', 'percentage', 'stand', 'huidige', 'actuele', 'momenteel', 'op dit moment', 'onze gemeente', 'mijn gemeente', 'de gemeente', 'eigen', 'peildatum',
  'doelgroeppeuter', 'doelgroeppeuters', 'peuter', 'peuters', 'kind', 'kinderen', 'doelgroep', 'vve', 've', 'ik ben benieuwd naar', 'naar',
];

/** Any of these near a reason may turn it round, so no reason is read from such a sentence. */
export const negations: readonly string[] = ['niet', 'geen', 'nooit', 'noch', 'zonder'];

/** Words between the facts of a sentence for a form. */
export const sentenceStopwords: readonly string[] = [
  ...stopwords, ...politeness, 'per', 'uur', 'week', 'want', 'omdat', 'wegens', 'vanwege', 'reden', 'datum', 'code', 'kindcode', 'start', 'begint', 'stopt', 'gaat', 'start op', 'ingang', 'laatste dag', 'eerste dag',
];
