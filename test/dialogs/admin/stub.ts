import type {
  AdminChange, AdminPort, ManagedGroup, ManagedLocation, ManagedNeighbourhood, ManagedOrganisation, ManagedRole, ManagedSchool, Offer, RecordedTarget,
} from '../../../dialogs/admin/port.ts';

/** What an official manages, in memory. */
export interface AdminRecords {
  locations: ManagedLocation[];
  groups: ManagedGroup[];
  neighbourhoods: ManagedNeighbourhood[];
  organisations: ManagedOrganisation[];
  schools: ManagedSchool[];
  offers: Offer[];
  targets: RecordedTarget[];
  roles: ManagedRole[];
  changes: AdminChange[];
  lrkNumbers: string[];
  /** Children placed on or after, and before, whatever day is asked. */
  childrenFrom: number;
  childrenBefore: number;
  revoked: 'revoked' | 'unknown' | 'last_official';
}

export const emptyAdmin = (over: Partial<AdminRecords> = {}): AdminRecords => ({
  locations: [], groups: [], neighbourhoods: [], organisations: [], schools: [], offers: [], targets: [], roles: [], changes: [], lrkNumbers: [],
  childrenFrom: 0, childrenBefore: 0, revoked: 'revoked', ...over,
});

type Keep = (what: string, value: unknown) => void;

/** Notes what is stored; a change succeeds while `isCurrent` says so. */
export function adminOf(records: AdminRecords, isCurrent: () => boolean, keep: Keep): AdminPort {
  const add = (what: string) => async (value: unknown): Promise<void> => keep(what, value);
  const change = (what: string) => async (id: string, ...rest: unknown[]): Promise<boolean> => {
    if (isCurrent()) keep(what, { id, ...(rest.length === 1 && typeof rest[0] === 'object' ? { change: rest[0] } : { change: rest[0], reason: rest[1] }) });
    return isCurrent();
  };
  return {
    locations: async () => records.locations, groups: async () => records.groups, neighbourhoods: async () => records.neighbourhoods,
    organisations: async () => records.organisations, schools: async () => records.schools, roles: async () => records.roles,
    lrkTaken: async (lrkNumber) => records.lrkNumbers.includes(lrkNumber),
    childrenFrom: async () => records.childrenFrom, childrenBefore: async () => records.childrenBefore,
    addLocation: add('location'), addGroup: add('group'), addNeighbourhood: add('neighbourhood'), addOrganisation: add('organisation'), addSchool: add('school'),
    changeLocation: change('change location'), changeGroup: change('change group'), changeNeighbourhood: change('change neighbourhood'),
    renameOrganisation: change('rename organisation'), changeSchool: change('change school'),
    offers: async (locationId) => records.offers.filter((one) => one.locationId === locationId),
    offer: async (versionId) => records.offers.find((one) => one.versionId === versionId),
    addOffer: add('offer'), correctOffer: change('correct offer'),
    targets: async (code, measure) => records.targets.filter((one) => one.municipalityCode === code && one.measure === measure),
    target: async (versionId) => records.targets.find((one) => one.versionId === versionId),
    addTarget: add('target'), correctTarget: change('correct target'),
    targetsOn: async () => [],
    async revoke(roleId, reason) {
      if (records.revoked === 'revoked') keep('revoke', { roleId, reason });
      return records.revoked;
    },
    changes: async (limit) => records.changes.slice(0, limit),
  };
}
