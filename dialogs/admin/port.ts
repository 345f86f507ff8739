import type { IsoDate, PolicyValue, Target } from '../../src/policy/engine/types.ts';
import type { Role } from '../ports.ts';

/**
 * What the administration of officials needs from the database. Lists hold what lies in the
 * person's own municipalities as an official, and no more. A change answers false when the
 * thing is not theirs, or no longer what the card said.
 */

export interface Managed { readonly id: string; readonly name: string; readonly municipalityCode: string }
/** Half-open, where both are known: `closedOn` is the first day on which it no longer exists. */
export interface Existence { readonly openedOn?: IsoDate; readonly closedOn?: IsoDate }

export interface ManagedLocation extends Managed, Existence {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly neighbourhoodName?: string;
  readonly lrkNumber?: string;
}
export interface ManagedGroup extends Managed, Existence { readonly locationId: string; readonly locationName: string }
export interface ManagedNeighbourhood extends Managed { readonly cluster?: string }
export interface ManagedSchool extends Managed { readonly organisationName: string; readonly brin?: string; readonly closedOn?: IsoDate }

export const ORGANISATION_KINDS = ['childcare', 'health', 'school_board'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
/** Organisations are shared between municipalities: everybody sees them, few may rename one. */
export interface ManagedOrganisation { readonly id: string; readonly name: string; readonly kind: OrganisationKind; readonly mayRename: boolean }

/** A place whose children are counted. */
export type Place = { readonly locationId: string } | { readonly groupId: string };

export interface AdminPlacesPort {
  locations(): Promise<readonly ManagedLocation[]>;
  groups(): Promise<readonly ManagedGroup[]>;
  neighbourhoods(): Promise<readonly ManagedNeighbourhood[]>;
  /** Whether another location in the country has this number. */
  lrkTaken(lrkNumber: string, exceptLocationId?: string): Promise<boolean>;
  /** Children with a placement, VE or not, that has a day on or after this one. */
  childrenFrom(place: Place, day: IsoDate): Promise<number>;
  /** Children with a placement that began before this day. */
  childrenBefore(place: Place, day: IsoDate): Promise<number>;
  addLocation(location: { organisationId: string; municipalityCode: string; neighbourhoodId?: string; name: string; lrkNumber?: string; openedOn: IsoDate }): Promise<void>;
  changeLocation(id: string, change: { name: string; lrkNumber?: string } & Existence): Promise<boolean>;
  addGroup(group: { locationId: string; name: string; openedOn: IsoDate }): Promise<void>;
  changeGroup(id: string, change: { name: string } & Existence): Promise<boolean>;
  addNeighbourhood(neighbourhood: { municipalityCode: string; name: string; cluster?: string }): Promise<void>;
  changeNeighbourhood(id: string, change: { name: string; cluster?: string }): Promise<boolean>;
}

export interface AdminPartnersPort {
  organisations(): Promise<readonly ManagedOrganisation[]>;
  schools(): Promise<readonly ManagedSchool[]>;
  addOrganisation(organisation: { kind: OrganisationKind; name: string }): Promise<void>;
  renameOrganisation(id: string, name: string): Promise<boolean>;
  addSchool(school: { organisationId: string; municipalityCode: string; neighbourhoodId?: string; name: string; brin?: string }): Promise<void>;
  changeSchool(id: string, change: { name: string; brin?: string; closedOn?: IsoDate }): Promise<boolean>;
}

/** Days on which a number or target holds; `until` is the first on which it does not. */
export interface Held { readonly versionId: string; readonly from: IsoDate; readonly until?: IsoDate }
export interface Offer extends Held { readonly locationId: string; readonly locationName: string; readonly municipalityCode: string; readonly places: number }
export interface RecordedTarget extends Held {
  readonly municipalityCode: string;
  readonly measure: string;
  readonly atLeastPercent: number;
  readonly aimPercent?: number;
  readonly source: string;
}
type Days = { readonly from: IsoDate; readonly until?: IsoDate };
export type OfferInput = { readonly locationId: string; readonly places: number } & Days;
export type TargetInput = Omit<RecordedTarget, 'versionId'>;

export interface AdminNumbersPort {
  /** Current beliefs about the places of a location, earliest first. */
  offers(locationId: string): Promise<readonly Offer[]>;
  offer(versionId: string): Promise<Offer | undefined>;
  addOffer(offer: OfferInput): Promise<void>;
  /** Closes the belief with the reason and opens another about the same fact; false when it is no longer current. */
  correctOffer(versionId: string, change: { readonly places: number } & Days, reason: string): Promise<boolean>;
  targets(municipalityCode: string, measure: string): Promise<readonly RecordedTarget[]>;
  target(versionId: string): Promise<RecordedTarget | undefined>;
  addTarget(target: TargetInput): Promise<void>;
  correctTarget(versionId: string, change: Omit<TargetInput, 'municipalityCode' | 'measure'>, reason: string): Promise<boolean>;
  /** Targets that hold on a day, in the shape of a policy; for everybody who may ask figures of the municipality. */
  targetsOn(municipalityCode: string, day: IsoDate): Promise<readonly PolicyValue<Target>[]>;
}

export interface ManagedRole {
  readonly id: string;
  readonly role: Role;
  /** Where it holds: a location, a school, an organisation, or the municipality. */
  readonly placeName: string;
  readonly municipalityCode: string;
  readonly label?: string;
  readonly grantedOn: IsoDate;
  /** Of the person who asks. */
  readonly isOwn: boolean;
}

export type AdminAction = 'added' | 'changed' | 'closed' | 'revoked' | 'corrected' | 'withdrawn';
export interface AdminChange {
  readonly at: string;
  readonly action: AdminAction;
  /** The table: `location`, `ve_place_offer`, ... */
  readonly entity: string;
  /** What it is called: a name, a place, a measure. */
  readonly subject: string;
  /** Columns as the database keeps them. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** `self`; the label of another official's role, or nothing known; `operator` for an import. */
  readonly by: 'self' | 'operator' | 'other';
  readonly byLabel?: string;
}

export interface AdminPeoplePort {
  /** Active roles in the municipalities, by place. */
  roles(): Promise<readonly ManagedRole[]>;
  revoke(roleId: string, reason: string): Promise<'revoked' | 'unknown' | 'last_official'>;
  /** The latest changes, whoever made them. */
  changes(limit: number): Promise<readonly AdminChange[]>;
}

export interface AdminPort extends AdminPlacesPort, AdminPartnersPort, AdminNumbersPort, AdminPeoplePort {}
