/** Words around periods. Months, ordinals and "vorig" stand in ../lexicon.ts, which the forms use too. */

/** English words of time, read as their Dutch ones. "may" is left out: it is a verb as well. */
export const englishTime: Readonly<Record<string, string>> = {
  january: 'januari', february: 'februari', march: 'maart', june: 'juni', july: 'juli', august: 'augustus', october: 'oktober',
  year: 'jaar', years: 'jaren', quarter: 'kwartaal', quarters: 'kwartalen', month: 'maand', months: 'maanden', weeks: 'weken', days: 'dagen', half: 'half',
  first: 'eerste', second: 'tweede', third: 'derde', fourth: 'vierde', last: 'vorig', previous: 'vorig', next: 'volgend', this: 'dit',
  today: 'vandaag', yesterday: 'gisteren', tomorrow: 'morgen', since: 'sinds', until: 'tot', between: 'tussen', against: 'tegenover',
};

/** Other ways of writing a word of time. */
export const sameTime: Readonly<Record<string, string>> = {
  heden: 'vandaag', voorbije: 'afgelopen', verleden: 'vorig', voorgaande: 'vorig', voorgaand: 'vorig', voorafgaande: 'vorig', afgelopen: 'afgelopen', mnd: 'maand', kwartl: 'kwartaal', schooljr: 'schooljaar', jrs: 'jaar', halve: 'half',
};

/** Before the day on which something was known. */
export const knownBefore: readonly string[] = [
  'zoals bekend was op', 'zoals bekend op', 'zoals bekend per', 'zoals het bekend was op', 'zoals geregistreerd op', 'zoals vastgelegd op', 'zoals het was op', 'bekend op', 'bekend per', 'volgens de stand van', 'volgens de stand op', 'volgens de stand per', 'volgens de registratie van', 'naar de stand van', 'met de kennis van', 'as known on', 'known on',
];

/** The first or last day of what follows. */
export const edges: Readonly<Record<string, 'first' | 'last' | 'middle'>> = { begin: 'first', eind: 'last', einde: 'last', ultimo: 'last', medio: 'middle', halverwege: 'middle', beginning: 'first', end: 'last' };

export const sinceWords: readonly string[] = ['sinds', 'vanaf', 'met ingang van', 'ingaande'];
export const untilWords: readonly string[] = ['tot en met', 't/m', 'tm', 'tot aan', 'tot'];

/** Between two periods that are compared. */
export const versusWords: readonly string[] = ['tegenover', 'versus', 'vs.', 'vs', 't.o.v.', 't.o.v', 'tov', 'ten opzichte van', 'vergeleken met', 'in vergelijking met', 'vergelijk met', 'vergelijken met', 'vergelijk dit met', 'vergelijk dat met', 'vergelijk het met', 'afgezet tegen', 'compared to', 'compared with', 'compare with', 'compare to', 'in vergelijking tot'];
/** The same, when the sentence says that it compares. */
export const weakVersusWords: readonly string[] = ['met', 'naar', 'with', 'to', 'en', 'and', 'tegen', 'of'];

/** From one year before. */
export const yearBefore: readonly string[] = ['dezelfde periode vorig jaar', 'zelfde periode vorig jaar', 'een jaar geleden', 'een jaar eerder', 'een jaar terug', 'het jaar ervoor om deze tijd', 'same period vorig jaar', 'vorig jaar om deze tijd'];

/** Relative to the period of the question before: -1 is the one before it. */
export const stepsFromPrevious: Readonly<Record<string, number>> = { daarvoor: -1, ervoor: -1, 'daar voor': -1, daarna: 1, erna: 1, erop: 1, 'the one before': -1 };

/** Of a number of days and the like up to today. */
export const recentWords: readonly string[] = ['afgelopen', 'laatste', 'vorig', 'vorige'];

/** Words of a period that the corrector may correct to. */
export const timeWords: readonly string[] = [
  'januari', 'februari', 'maart', 'april', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december',
  'kwartaal', 'kwartalen', 'schooljaar', 'schooljaren', 'halfjaar', 'afgelopen', 'vorige', 'volgende', 'volgend', 'eerste', 'tweede', 'derde', 'vierde', 'laatste', 'maand', 'maanden', 'weken', 'dagen', 'jaren', 'gisteren', 'eergisteren', 'vandaag', 'morgen', 'overmorgen', 'lopende', 'huidige', 'komende', 'sinds', 'vanaf', 'tussen', 'tegenover', 'versus', 'bekend', 'zoals', 'geleden', 'helft', 'halverwege',
  'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag', 'vijfde', 'zesde',
];
/** Short ones, known but never a correction. */
export const shortTimeWords: readonly string[] = ['jan', 'feb', 'febr', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'sept', 'okt', 'nov', 'dec', 'dit', 'deze', 'vorig', 'jaar', 'week', 'weeknr', 'wk', 'kw', 'q', 'k', 'h', 'begin', 'eind', 'einde', 'medio', 'ultimo', 'per', 'tot', 'tm', 'heel', 'half', 'dag', 'school', 'tov', 'vs', 'daarvoor', 'daarna', 'ervoor', 'erna', 'tussen', 'opzichte', 'vergeleken', 'vergelijking', 'kalenderjaar', 'miv'];
