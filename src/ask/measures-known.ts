import type { KnownMeasure, MeasureName, ScopeKind, Split } from './question.ts';

/** What the grammar must know of each measure, in the order in which it offers them. */

const place: readonly Split[] = ['location', 'provider', 'neighbourhood', 'cluster', 'municipality'];
const group: readonly Split[] = ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'municipality'];
const area: readonly Split[] = ['neighbourhood', 'cluster', 'municipality'];
const target: readonly Split[] = ['location', 'provider', 'group', 'neighbourhood', 'cluster', 'ground', 'municipality'];

const everywhere: readonly ScopeKind[] = ['municipality', 'region'];
const inAreas: readonly ScopeKind[] = [...everywhere, 'neighbourhood', 'cluster'];
const inPlaces: readonly ScopeKind[] = [...inAreas, 'location', 'provider'];
const inGroups: readonly ScopeKind[] = [...inPlaces, 'group'];

type Row = readonly [id: MeasureName, title: string, kind: 'day' | 'period', splits: readonly Split[], scopes: readonly ScopeKind[]];

const rows: readonly Row[] = [
  ['reach', 'Bereik', 'day', target, inAreas],
  ['target-toddlers', 'Doelgroeppeuters', 'day', target, inAreas],
  ['free-places', 'Vrije plekken', 'day', place, inPlaces],
  ['placements', 'Geplaatste kinderen', 'day', group, inGroups],
  ['intakes', 'Instroom', 'period', group, inGroups],
  ['exits', 'Uitstroom', 'period', ['reason', ...group], inGroups],
  ['not-reached', 'Niet bereikt', 'day', ['reason', 'ground', ...area], inAreas],
  ['waiting', 'Wachtend', 'day', area, inAreas],
  ['ve-places', 'Capaciteit', 'day', place, inPlaces],
  ['occupancy', 'Bezetting', 'day', place, inPlaces],
  ['taken-places', 'Bezette plekken', 'day', place, inPlaces],
  ['supply', 'Voldoende aanbod', 'day', area, inAreas],
  ['unknown', 'Onbekend', 'day', ['ground', ...area], inAreas],
  ['placed-elsewhere', 'Elders geplaatst', 'day', target, inAreas],
  ['reach-inspectorate', 'Bereik in de selectie van de Inspectie', 'day', target, inAreas],
  ['reach-all-toddlers', 'Bereik van alle peuters', 'day', area, [...everywhere, 'neighbourhood']],
  ['toddlers', 'Aantal peuters', 'day', area, [...everywhere, 'neighbourhood']],
  ['indications', 'Indicaties naar grond', 'day', ['ground', ...area], inAreas],
  ['without-indication', 'Geplaatst zonder indicatie', 'day', group, inGroups],
  ['without-outcome', 'Indicaties zonder uitkomst', 'day', area, inAreas],
  ['early-exits', 'Vroegtijdige uitstroom', 'period', ['reason', ...group], inGroups],
  ['start-age', 'Gemiddelde startleeftijd', 'period', group, inGroups],
  ['used', 'Gebruik van VE', 'period', group, inGroups],
  ['guidance-time', 'Tijd tussen indicatie en start', 'period', group, inGroups],
  ['groups', 'VE-groepen', 'day', place, inPlaces],
  ['group-mix', 'Groepsmix', 'day', ['group', ...place], inGroups],
  ['hours', 'VE-uren per week', 'day', group, inGroups],
  ['hours-shortfall', 'Urentekort', 'day', group, inGroups],
  ['policy-officer-hours', 'Uren pedagogisch beleidsmedewerker VE', 'day', ['location', 'provider', 'municipality'], [...everywhere, 'location', 'provider']],
  ['last-delivery', 'Laatste levering', 'day', ['location', 'provider', 'municipality'], [...everywhere, 'location', 'provider']],
  ['other-reasons', 'Aandeel “anders”', 'period', ['provider', 'location', 'municipality'], [...everywhere, 'location', 'provider']],
];

/** Without a line of months: each answer already says when it was. */
const timeless: readonly MeasureName[] = ['last-delivery'];

export const measuresKnown: readonly KnownMeasure[] = rows.map(([id, title, kind, splits, scopes]) => ({ id, title, kind, splits, scopes, overTime: !timeless.includes(id) }));
