import type { WordLists } from './notation.ts';

/** Words for one thing, used as {name} in the other files. Folded: lower case, without accents. */
export const lists: WordLists = {
  ve: ['ve', 'vve'],
  kind: ['kind', 'kinderen', 'peuter', 'peuters', 'kindjes', 'kids'],
  peuters: ['peuters', 'peuter'],
  doelgroep: ['doelgroeppeuter', 'doelgroeppeuters', 'doelgroepkind', 'doelgroepkinderen', 'doelgroep'],
  plek: ['plek', 'plekken', 'plaats', 'plaatsen', 'kindplaats', 'kindplaatsen', 'plekje', 'plekjes', 'peuterplek', 'peuterplekken', 'peuterplaatsen'],
  losseplek: ['plek', 'plekken', 'plaats', 'plaatsen', 'plekje', 'plekjes'],
  bereik: ['bereik', 'bereikt', 'bereikte', 'bereiken', 'bereikcijfer', 'bereikcijfers', 'bereikpercentage', 'bereikspercentage'],
  opvang: ['opvang', 'kinderopvang', 'peuteropvang', 'voorschool', 've', 'vve', 'kdv'],
  gaan: ['gaan', 'gaat', 'gingen', 'zitten', 'zit', 'zaten', 'bezoeken', 'bezoekt', 'volgen', 'volgt'],
  stoppen: ['gestopt', 'gestopte', 'stoppen', 'stopt', 'stopten', 'uitgestroomd', 'uitgestroomde', 'uitstromen', 'vertrokken', 'vertrekken', 'weggegaan'],
  starten: ['start', 'starten', 'gestart', 'starters', 'beginnen', 'begonnen', 'begin', 'instroom', 'instromen', 'plaatsing', 'binnenkomst'],
  inspectie: ['inspectie', 'onderwijsinspectie'],
  kleuterresultaten: ['kleuterresultaten', 'kleuterresultaat', 'resultaten', 'resultaat', 'results'],
  overdracht: ['overdracht', 'overdrachten', 'handover', 'handovers'],
  beleidsmedewerker: ['beleidsmedewerker', 'beleidsmedewerkers'],
};

/** People write these and the next word as one: "veplekken", "vrijeplekken". */
export const compoundHeads: readonly string[] = ['ve', 'vve', 'vrije', 'lege', 'bezette', 'beschikbare', 'doelgroep', 'gemiddelde'];
