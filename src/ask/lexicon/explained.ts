import type { MeasureName, Split } from '../question.ts';

export interface Explained {
  readonly phrases: readonly string[];
  readonly text: string;
  readonly instead: readonly { readonly measure: MeasureName; readonly split?: Split }[];
}

const exitReason = [{ measure: 'exits', split: 'reason' }, { measure: 'early-exits', split: 'reason' }] as const;
const nonReachReason = [{ measure: 'not-reached', split: 'reason' }, { measure: 'not-reached' }] as const;

/** A part of a figure that is shown among its parts, and not on its own. */
export const explained: readonly Explained[] = [
  { phrases: ['(verhuisd|verhuizen|verhuizing|verhuizingen|verhuisde) [andere]', '(uitstroom|uitgestroomd|vertrokken) andere (gemeente|gemeenten)', 'moved'], text: 'Verhuizen is een van de redenen van uitstroom; u ziet het in de uitsplitsing.', instead: exitReason },
  { phrases: ['andere (aanbieder|aanbieders|opvang|kinderopvang)', 'overgestapt', 'overstap', 'overstappers', '(uitstroom|uitgestroomd|vertrokken) andere (aanbieder|locatie)'], text: 'Naar een andere aanbieder gaan is een van de redenen van uitstroom; u ziet het in de uitsplitsing.', instead: exitReason },
  { phrases: ['zorgtraject', 'zorgtrajecten', 'zorg', 'ouders (gestopt|stoppen)', '[uitstroom|uitgestroomd|vertrokken] (basisschool|basisonderwijs)', '{kind} (basisschool|basisonderwijs)'], text: 'Dit is een van de redenen van uitstroom; u ziet het in de uitsplitsing.', instead: exitReason },
  { phrases: ['(weigeringen|weigering|weigeren|geweigerd|weigert|weigeraars)', '[ouders] [{plek}] geweigerd', '(geloof|cultuur|religie)', 'te ver [weg]', '[ouders] geen (interesse|belangstelling|behoefte)', '(wantrouwen)', 'ouders (willen|wil) niet', 'financiele (reden|redenen)'], text: 'Dit is een van de redenen waarom kinderen niet zijn bereikt; u ziet het in de uitsplitsing.', instead: nonReachReason },
  { phrases: ['van buiten [gemeente]', '(uit|vanuit) andere (gemeente|gemeenten)', '(bereikt|geplaatst) [in|binnen] eigen gemeente'], text: 'Wie in de eigen gemeente is geplaatst en wie elders, staat als onderdeel bij het bereik. Van wie van buiten komt, is er geen apart cijfer.', instead: [{ measure: 'reach' }, { measure: 'placed-elsewhere' }, { measure: 'placements' }] },
  { phrases: ['(streefcijfer|streefcijfers|doelstelling|doelstellingen)', 'halen doel', '[halen] ons doel', 'op schema'], text: 'Het streefcijfer van uw gemeente staat bij het antwoord op de vraag naar het bereik.', instead: [{ measure: 'reach' }, { measure: 'target-toddlers' }] },
];

/** What comes nearest when a figure means nothing in a place or has no such split. */
export const nearest: Readonly<Partial<Record<MeasureName, readonly { readonly measure: MeasureName; readonly split?: Split }[]>>> = {
  reach: [{ measure: 'placements' }, { measure: 'not-reached' }, { measure: 'occupancy' }],
  'reach-inspectorate': [{ measure: 'placements' }, { measure: 'reach' }],
  'reach-all-toddlers': [{ measure: 'reach' }, { measure: 'placements' }],
  toddlers: [{ measure: 'target-toddlers' }, { measure: 'placements' }],
  'target-toddlers': [{ measure: 'placements' }, { measure: 'indications' }],
  'not-reached': [{ measure: 'exits' }, { measure: 'placements' }],
  unknown: [{ measure: 'not-reached' }, { measure: 'without-indication' }],
  'placed-elsewhere': [{ measure: 'placements' }],
  indications: [{ measure: 'target-toddlers' }, { measure: 'without-indication' }, { measure: 'placements' }],
  waiting: [{ measure: 'free-places' }, { measure: 'not-reached' }, { measure: 'intakes' }],
  supply: [{ measure: 'free-places' }, { measure: 've-places' }],
  've-places': [{ measure: 'placements' }, { measure: 'groups' }],
  'free-places': [{ measure: 'placements' }, { measure: 'occupancy' }],
  'taken-places': [{ measure: 'placements' }],
  occupancy: [{ measure: 'placements' }, { measure: 'group-mix' }],
  groups: [{ measure: 'group-mix' }, { measure: 'placements' }],
  'without-outcome': [{ measure: 'guidance-time' }, { measure: 'without-indication' }],
  intakes: [{ measure: 'exits' }, { measure: 'start-age' }],
  'start-age': [{ measure: 'intakes' }],
  'policy-officer-hours': [{ measure: 'placements' }, { measure: 'hours' }],
  'last-delivery': [{ measure: 'placements' }],
  'handovers-due': [{ measure: 'handovers-done' }],
  'handovers-done': [{ measure: 'handovers-missing' }, { measure: 'handovers-late' }],
  'handovers-late': [{ measure: 'handovers-missing' }, { measure: 'handovers-done' }],
  'handovers-missing': [{ measure: 'handovers-late' }, { measure: 'handovers-done' }],
  'other-reasons': [{ measure: 'exits' }, { measure: 'not-reached' }],
};

/** Why a kind of place has no such figure. */
export const scopeReasons: Readonly<Record<'places' | 'group' | 'school' | 'area', string>> = {
  places: 'telt kinderen waar zij wonen, en dat is geen eigenschap van een locatie of aanbieder',
  group: 'wordt niet per groep vastgelegd',
  school: 'is er niet voor een school',
  area: 'is er alleen voor een hele gemeente of regio',
};
