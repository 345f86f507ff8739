import type { AdminPort } from '../../dialogs/admin/port.ts';
import type { Session } from '../session.ts';
import { createAdminNumbersPort } from './administer-numbers.ts';
import { createAdminPartnersPort } from './administer-partners.ts';
import { createAdminPeoplePort } from './administer-people.ts';
import { createAdminPlacesPort } from './administer-places.ts';

/** The administration of officials, on one transaction. */
export function createAdminPort(session: Session): AdminPort {
  return { ...createAdminPlacesPort(session), ...createAdminPartnersPort(session), ...createAdminNumbersPort(session), ...createAdminPeoplePort(session) };
}
