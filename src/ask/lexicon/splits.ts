import type { Order, ScopeKind, Split, Step } from '../question.ts';

/** Nouns after "per", "naar" and the like, and how we write the split ourselves. */
export const splitNouns: Readonly<Record<Split, { readonly nouns: readonly string[]; readonly text: string }>> = {
  location: { text: 'per locatie', nouns: ['locatie', 'locaties', 'vestiging', 'vestigingen', 'opvanglocatie', 'opvanglocaties', 'location', 'locations', 'kdv', 'ikc'] },
  provider: { text: 'per aanbieder', nouns: ['aanbieder', 'aanbieders', 'houder', 'houders', 'organisatie', 'organisaties', 'kinderopvangorganisatie', 'kinderopvangorganisaties', 'opvangorganisatie', 'provider', 'providers', 'instelling', 'instellingen'] },
  group: { text: 'per groep', nouns: ['groep', 'group'] },
  neighbourhood: { text: 'per wijk', nouns: ['wijk', 'wijken', 'buurt', 'buurten', 'dorp', 'dorpen', 'kern', 'kernen', 'neighbourhood', 'neighbourhoods', 'neighborhood', 'district', 'village', 'stadsdeel', 'woonplaats'] },
  cluster: { text: 'per cluster', nouns: ['cluster', 'clusters'] },
  municipality: { text: 'per gemeente', nouns: ['gemeente', 'gemeenten', 'gemeentes', 'municipality', 'municipalities'] },
  ground: { text: 'per grond', nouns: ['grond', 'gronden', 'indicatiegrond', 'indicatiegronden', 'ground', 'grounds'] },
  school: { text: 'per school', nouns: ['school', 'scholen', 'basisschool', 'basisscholen', 'schools'] },
  board: { text: 'per schoolbestuur', nouns: ['schoolbestuur', 'schoolbesturen', 'bestuur', 'besturen', 'school board', 'school boards'] },
  programme: { text: 'per programma', nouns: ['programma', 'programmas', 'veprogramma', 'vveprogramma', 've programma', 'vve programma', 'programme', 'programmes'] },
  reason: { text: 'per reden', nouns: ['reden', 'redenen', 'oorzaak', 'oorzaken', 'reason', 'reasons', 'uitstroomreden', 'vertrekreden'] },
};

/** Before such a noun. */
export const splitBefore: readonly string[] = [
  '[uit] (per|naar|over|op|by)', '(elke|iedere|alle|welke|welk|verschillende|afzonderlijke|each|which|every|all) [afzonderlijke]', 'per (elke|iedere)', 'wat zijn',
];

/** Say that there is a split, not which. */
export const splitting: readonly string[] = ['(verdeling|verdeeld|uitgesplitst|opgesplitst|gesplitst|uitsplitsing|splits|split|onderverdeeld|gegroepeerd|spreiding)'];

/** These nouns ask for a split on their own: "top 5 locaties met vrije plekken". */
export const bareSplits: Readonly<Partial<Record<Split, readonly string[]>>> = {
  location: ['locaties', 'locations', 'vestigingen'],
  provider: ['aanbieders', 'providers', 'houders'],
  neighbourhood: ['wijken', 'buurten', 'dorpen', 'kernen'],
  cluster: ['clusters'],
  school: ['scholen', 'basisscholen', 'schools'],
  reason: ['redenen', 'reden', 'oorzaak', 'oorzaken', 'reasons'],
};

export const why: readonly string[] = ['waarom', 'hoezo', 'hoe komt dat', 'hoe komt het', 'waardoor', 'waaraan ligt', 'why', 'hoe kan dat', 'met welke (reden|redenen)'];
export const whoNot: readonly string[] = ['wie niet', 'wie dan niet', 'welke niet', 'who not'];
export const where: readonly string[] = ['waar', 'where', 'bij wie', 'waarzo'];

/** How we write a step ourselves. */
export const stepTexts: Readonly<Record<Step, string>> = { month: 'per maand', quarter: 'per kwartaal', year: 'per jaar', 'school-year': 'per schooljaar' };
/** A figure over time. */
export const steps: Readonly<Record<Step, readonly string[]>> = {
  month: ['(per|elke|iedere|by|each) (maand|mnd|month)', '(maandelijks|maandelijkse|monthly|maandcijfers)', 'maand op maand', 'uitgesplitst [per|naar] maand', 'over maanden'],
  quarter: ['(per|elk|ieder|elke|by|each) (kwartaal|kw|quarter)', '(kwartaalcijfers|quarterly|driemaandelijks)', 'kwartalen', 'uitgesplitst [per|naar] kwartaal'],
  year: ['(per|elk|ieder|by|each) (jaar|kalenderjaar|year)', '(jaarlijks|jaarlijkse|jaarcijfers|yearly|annually)', 'jaar op jaar', '[door] jaren heen', 'uitgesplitst [per|naar] jaar'],
  'school-year': ['(per|elk|ieder|by|each) (schooljaar|school jaar|school year)', 'uitgesplitst [per|naar] schooljaar'],
};

/** Over time, but not as fine or in such pieces: said so instead of guessed. */
export const otherSteps: readonly string[] = ['(per|elke|iedere|by) (week|dag|day|uur)', '(wekelijks|dagelijks|weekly|daily)', '(per|elk|ieder) (halfjaar|half jaar|semester|halfyear)'];

export const trend: readonly string[] = [
  '(ontwikkeling|ontwikkelingen|ontwikkelt|ontwikkelde|verloop|verloopt|trend|trends|trendlijn|tijdlijn|grafiek|historie|development|history|groei|stijging|daling|toename|afname)', '[hoe] (ontwikkelt|ontwikkelde) zich', 'verloop [van] [tijd]', 'door tijd [heen]', 'over tijd', 'over time', 'in loop [van] tijd', 'zich ontwikkeld', '(veranderd|verandert|verandering)', '(gestegen|gedaald|toegenomen|afgenomen|gegroeid)',
];

/** Beside two periods or places: "vergelijk Beverwijk en Velsen". */
export const compare: readonly string[] = ['vergelijk', 'vergelijken', 'vergelijking', 'vergeleken', 'verschil', 'verschillen', 'verschilt', 'compare', 'comparison', 'difference', 'tegen elkaar', 'naast elkaar', 'tegenover', 'versus', 'vs', 'ten opzichte', 'tov', 't o v', 'tussen', 'between', 'afgezet tegen', 'compared'];

export const orders: Readonly<Record<Order, readonly string[]>> = {
  largest: ['(grootste|hoogste|meeste|langste|volste|largest|highest|most|biggest) [eerst|bovenaan|voorop|first]', '(hoogst|meest|grootst|langst)', '(aflopend|descending)', '[van] hoog naar laag', '[van] groot naar klein', '[van] veel naar weinig', 'sorteer aflopend', 'veel eerst'],
  smallest: ['(kleinste|laagste|minste|kortste|leegste|smallest|lowest|fewest|least) [eerst|bovenaan|voorop|first]', '(laagst|minst|kleinst)', '(oplopend|ascending)', '[van] laag naar hoog', '[van] klein naar groot', '[van] weinig naar veel'],
  name: ['(alfabet|alfabetisch|alphabetical)', '[op] alfabetische volgorde', '[gesorteerd|sorteer] op naam', 'van a tot z', 'a z'],
};
export const orderTexts: Readonly<Record<Order, string>> = { largest: 'grootste eerst', smallest: 'kleinste eerst', name: 'op naam' };

/** For "de drie grootste". */
export const numberWords: Readonly<Record<string, number>> = { twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, three: 3, five: 5, ten: 10 };

/** May stand before the name of a place, and says of which kind it is. */
export const scopeNouns: Readonly<Record<ScopeKind, readonly string[]>> = {
  municipality: ['gemeente', 'gemeenten', 'gemeentes', 'municipality', 'stad'],
  region: ['regio', 'region', 'arbeidsmarktregio'],
  provider: ['aanbieder', 'aanbieders', 'houder', 'organisatie', 'stichting', 'kinderopvang', 'provider', 'kinderopvangorganisatie'],
  location: ['locatie', 'locaties', 'vestiging', 'peuteropvang', 'kinderopvang', 'kinderdagverblijf', 'kdv', 'ikc', 'psz', 'peuterspeelzaal', 'location', 'kindcentrum', 'voorschool', 'opvang'],
  group: ['groep', 'group', 'peutergroep', 'stamgroep'],
  neighbourhood: ['wijk', 'wijken', 'buurt', 'dorp', 'kern', 'neighbourhood', 'district', 'village', 'plaats', 'stadsdeel'],
  cluster: ['cluster', 'clusters'],
  school: ['school', 'basisschool', 'obs', 'cbs', 'bs'],
};
export const scopeTexts: Readonly<Record<ScopeKind, string>> = { municipality: 'gemeente', region: 'regio', provider: 'aanbieder', location: 'locatie', group: 'groep', neighbourhood: 'wijk', cluster: 'cluster', school: 'school' };

/** In names of organisations; people leave them out. */
export const genericNameWords: readonly string[] = ['kinderopvang', 'stichting', 'locatie', 'ikc', 'kdv', 'kinderdagverblijf', 'peuteropvang', 'peuterspeelzaal', 'psz', 'kindcentrum', 'voorschool', 'basisschool', 'obs', 'cbs', 'bs', 'school', 'groep', 'bv', 'vve', 'kindercentrum', 'kinderopvangorganisatie', 'opvang', 'vereniging'];
export const articles: readonly string[] = ['de', 'het', 't', 'een', 'den', 'the'];
/** Between the words of a name: "Kind & Co", "Kind en Co". */
export const nameLinks: readonly string[] = ['en', 'and', 'n'];

/** The region, when the asker has one. */
export const wholeRegion: readonly string[] = ['[hele|heel] (regio|region)', 'whole region', 'regionaal', 'alle gemeenten samen', 'regio totaal'];
