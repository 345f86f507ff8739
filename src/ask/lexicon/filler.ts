/**
 * Words that carry no meaning in a question for a figure; they may stand anywhere, also
 * between the words of a phrase. Never put here what changes the figure: niet, geen, zonder,
 * alleen, alle, behalve, meer, minder, gemiddeld, and "per", which asks for a split.
 */
export const fillerWords: readonly string[] = [
  'de', 'het', 'een', 'en', 'er', 'is', 'zijn', 'was', 'waren', 'wordt', 'worden', 'werd', 'werden', 'geworden', 'geweest', 'ben', 'bent', 'heeft', 'hebben', 'had', 'hadden', 'hebt', 'heb', 'gehad', 'zit', 'zitten', 'zat', 'zaten', 'gaan', 'gaat', 'ging', 'staan', 'staat', 'krijgen', 'krijgt', 'kan', 'kunnen', 'kunt', 'kun', 'moeten', 'mag', 'zal', 'zullen', 'zou', 'zouden', 'doen', 'doet', 'draait', 'draaien', 'telt', 'tellen',
  'wat', 'hoe', 'hoeveel', 'welk', 'welke', 'we', 'wij', 'ons', 'onze', 'ik', 'u', 'uw', 'je', 'jij', 'jullie', 'jouw', 'mijn', 'zij', 'ze', 'hun', 'zich', 'men', 'in', 'op', 'van', 'voor', 'over', 'bij', 'aan', 'te', 'om', 'met', 'dat', 'die', 'dit', 'deze', 'daar', 'hier', 'tijdens', 'gedurende', 'binnen', 'uit', 'als', 'of', 'maar', 'dus', 'want', 's', 't', 'm',
  'nu', 'nog', 'ook', 'dan', 'al', 'toch', 'eigenlijk', 'precies', 'ongeveer', 'inmiddels', 'momenteel', 'tot nu toe', 'tot nog toe', 'op dit moment', 'op het moment', 'zoal', 'samen', 'hele', 'heel', 'huidige', 'actuele', 'huidig', 'recente', 'eigen',
  'cijfer', 'cijfers', 'getal', 'getallen', 'percentage', 'procent', 'stand', 'aantal', 'aantallen', 'hoeveelheid', 'overzicht', 'overzichtje', 'lijstje', 'rapportage', 'tabel', 'gegevens', 'data', 'totaal', 'totale', 'situatie', 'peildatum', 'datum', 'periode', 'gemeente', 'naar', 'kind', 'kinderen', 'peuter', 'peuters', 'kindjes', 'kids', 've', 'vve', 'voorschoolse educatie', 'voorschool', 'vroegschoolse educatie',
  'hoog', 'groot', 'laag', 'veel', 'hoe hoog', 'hoe groot', 'hoe laag', 'hoe zit het', 'hoe staat het', 'hoe staat', 'hoe is het', 'hoe loopt het', 'hoe ziet eruit', 'eruit', 'ziet', 'wonen', 'woont', 'woonachtig', 'onze gemeente', 'zo',
];

/** Politeness and the small words of asking. */
export const politeness: readonly string[] = [
  'alstublieft', 'alsjeblieft', 'alstublief', 'aub', 'a u b', 'ajb', 'svp', 's v p', 'graag', 'even', 'eens', 'eventjes', 'snel', 'kort', 'zou u', 'zou je', 'zou jij', 'kunt u', 'kun je', 'kan je', 'mag ik', 'wilt u', 'wil je', 'wil', 'wilt', 'willen', 'ik wil graag', 'ik zou graag', 'weten', 'weet', 'vertellen', 'vertel', 'zeggen', 'zeg', 'geven', 'geef', 'gegeven', 'toon', 'tonen', 'laat', 'laten', 'zien', 'bekijken', 'bekijk', 'mij', 'me', 'geef eens', 'doe', 'zoek', 'zoeken', 'opzoeken', 'ophalen', 'haal', 'nodig', 'benieuwd', 'vraag', 'vraagje', 'vroeg me af', 'vraag me af', 'afvragen', 'kijken', 'kijk', 'check', 'checken', 'berekenen', 'bereken',
  'nee', 'ja', 'ok', 'oke', 'okay', 'prima', 'sorry', 'oh', 'o', 'ik bedoel', 'bedoel', 'bedoelde', 'ik bedoelde', 'hm', 'hmm', 'ah', 'goed', 'mooi', 'bot', 'kansenlijn', 'jij', 'nou', 'eh', 'uh', 'tja', 'trouwens', 'misschien', 'weer', 'de raad', 'raad', 'raadsvergadering', 'wethouder', 'college', 'collega', 'vergadering', 'overleg', 'rapport', 'notitie', 'jaarverslag', 'voor me', 'voor mij',
];

export const fillerWordsEn: readonly string[] = [
  'the', 'a', 'an', 'what', 'how', 'many', 'much', 'are', 'were', 'there', 'of', 'at', 'for', 'to', 'on', 'and', 'with', 'has', 'have', 'had', 'do', 'does', 'did', 'we', 'our', 'my', 'us', 'i', 'you', 'can', 'could', 'would', 'will', 'please', 'show', 'give', 'tell', 'want', 'know', 'like', 'see', 'number', 'figure', 'figures', 'percentage', 'rate', 'current', 'currently', 'now', 'about', 'children', 'toddlers', 'child', 'toddler', 'was', 'been', 'get', 'it', 'this', 'that', 'from', 'still', 'which', 'who',
];

/**
 * Words that change the figure. Nothing is corrected into one of them, and one that is not
 * part of a phrase keeps the question from being answered.
 */
export const modifiers: readonly string[] = [
  'niet', 'geen', 'zonder', 'nooit', 'noch', 'alleen', 'enkel', 'slechts', 'uitsluitend', 'behalve', 'uitgezonderd', 'exclusief', 'excl', 'inclusief', 'incl', 'meer', 'minder', 'ouder', 'jonger', 'hoger', 'lager', 'groter', 'kleiner', 'minstens', 'minimaal', 'maximaal', 'hooguit', 'boven', 'onder', 'bijna', 'alle', 'sommige', 'enkele', 'beide', 'gemiddeld', 'gemiddelde', 'eerder', 'later', 'anders', 'verwacht', 'verwachte', 'toekomstige', 'not', 'no', 'without', 'except', 'only', 'excluding', 'including', 'more', 'less', 'older', 'younger', 'average', 'than', 'never',
];

/** Allowed before a place or a top: "alleen Vroomshoop", "alleen de top 5". */
export const only: readonly string[] = ['alleen', 'enkel', 'uitsluitend', 'only', 'just', 'beperk tot', 'filter op', 'slechts'];

/** A sentence that begins so goes on where the last one stopped. */
export const followStarts: readonly string[] = ['en', 'and', 'maar', 'of', 'ook', 'dan', 'nee', 'sorry', 'idem', 'hetzelfde', 'zelfde', 'nu', 'but', 'same', 'oke', 'ok', 'oh'];
/** After "en": "hetzelfde voor Velsen". */
export const sameAgain: readonly string[] = ['hetzelfde', 'zelfde', 'idem', 'same', 'the same', 'dito'];
/** "En Velsen erbij". */
export const alsoWords: readonly string[] = ['erbij', 'voeg toe', 'toevoegen', 'add'];
