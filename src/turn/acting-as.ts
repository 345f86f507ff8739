import { ROLE_LABELS } from '../../dialogs/labels.ts';
import type { Role, RoleGrant } from '../../dialogs/ports.ts';

/** Short enough for a button, on which Teams cuts off what does not fit. */
const SHORT_ROLE_LABELS: Readonly<Record<Role, string>> = {
  childcare: 'Kinderopvang', health: 'JGZ', school: 'School', official: 'Gemeente', regional: 'Regio', reader: 'Regiegroep',
};

/** "Kinderopvang · De Waterlelie"; several places are counted. */
export function shortRoleLabel(grants: readonly RoleGrant[]): string {
  const [first] = grants;
  if (!first) return 'Zonder rol';
  const place = first.role === 'health' ? first.municipalityName : placeOf(first);
  const more = grants.length > 1 ? ` +${grants.length - 1}` : '';
  return `${SHORT_ROLE_LABELS[first.role]} · ${place ?? ''}${more}`;
}

function placeOf(grant: RoleGrant): string {
  return grant.locationName ?? grant.schoolName ?? grant.regionName ?? [grant.organisationName, grant.municipalityName].filter(Boolean).join(', ');
}

/** "Pedagogisch medewerker · De Waterlelie", so that a person sees in which role the answer is given. */
export function actingAsLabel(grants: readonly RoleGrant[]): string {
  const byRole = new Map<Role, string[]>();
  for (const grant of grants) byRole.set(grant.role, [...(byRole.get(grant.role) ?? []), placeOf(grant)]);
  return [...byRole].map(([role, places]) => `${ROLE_LABELS[role]} · ${placesLabel(places)}`).join(' | ');
}

function placesLabel(places: readonly string[]): string {
  return places.length <= 2 ? places.join(' en ') : `${places[0]} en ${places.length - 1} andere`;
}
