import type { Role, RoleGrant } from '../../dialogs/ports.ts';

/** What people call their role. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  childcare: 'Pedagogisch medewerker',
  health: 'Jeugdgezondheidszorg',
  school: 'Intern begeleider',
  official: 'Beleidsadviseur',
  regional: 'Regionaal beleidsadviseur',
  reader: 'Lid Regiegroep',
};

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
