import type { HandoverFact, LocationFact, PopulationFact, TargetFact, ToddlerFact } from '../src/figures/facts.ts';
import type { KindergartenFacts } from '../src/figures/kindergarten-facts.ts';
import type { Change } from '../src/figures/difference.ts';
import type { HandoversPort } from './handover/port.ts';
import type { BindingMessagesPort } from './week-post/messages.ts';
import type { BindingsPort } from './week-post/port.ts';
import type { ResultsPort } from './results/port.ts';
import type { IsoDate } from '../src/policy/engine/types.ts';
import type { AdminPort } from './admin/port.ts';
import type { RemindersPort } from './reminders/port.ts';

/**
 * What the dialogs need from the world. The database implements it, inside one
 * transaction that runs as the person; so nothing here takes a person, and a list
 * contains what that person may see and no more.
 */

export type Role = 'childcare' | 'health' | 'school' | 'official' | 'regional' | 'reader';

/** One role of a person and the place where it holds. */
export interface RoleGrant {
  readonly id: string;
  readonly role: Role;
  readonly locationId?: string;
  readonly locationName?: string;
  readonly schoolId?: string;
  readonly schoolName?: string;
  readonly organisationId?: string;
  readonly organisationName?: string;
  /** The municipality of the role, or of its location or school; absent for a region. */
  readonly municipalityCode?: string;
  readonly municipalityName?: string;
  readonly regionId?: string;
  readonly regionName?: string;
  readonly regionMunicipalities?: readonly Municipality[];
}

export interface Person {
  readonly personId: string;
  readonly roles: readonly RoleGrant[];
}

export interface Municipality { readonly code: string; readonly name: string }
export interface Neighbourhood { readonly id: string; readonly name: string }

export interface Child {
  readonly childId: string;
  readonly code: string;
  readonly birthDate: IsoDate;
  readonly municipalityCode: string;
  readonly neighbourhoodName?: string;
  /** The own reference of the person's organisation; nobody else's. */
  readonly ownReference?: string;
}

export interface ChildrenPort {
  /** A child that the person may see, by its code in canonical form. */
  byCode(code: string): Promise<Child | undefined>;
  /** Lets a location see a child; every try counts. */
  link(code: string, birthDate: IsoDate, locationId: string): Promise<'linked' | 'unknown' | 'too_many' | 'forbidden'>;
  /** Makes a child with a new code. `locationId` for childcare, absent for youth health care. */
  register(child: { birthDate: IsoDate; municipalityCode: string; neighbourhoodId?: string; locationId?: string }): Promise<Child>;
  /** Keeps the own reference of an organisation for a child, in place of an earlier one. */
  setOwnReference(childId: string, organisationId: string, reference: string): Promise<void>;
  /** Other codes with the same birth date, municipality and neighbourhood; youth health care only. */
  likelyDoubles(childId: string): Promise<readonly { childId: string; code: string }[]>;
  /** Pairs of codes in the person's own municipalities that look like one child, whoever made them and when; youth health care only. */
  lookAlikes(): Promise<readonly { readonly code: string; readonly other: string; readonly birthDate: IsoDate }[]>;
  /** The child as which figures count this one. */
  sameChild(childId: string): Promise<string>;
  /** Codes that count as this child now; a child that has them cannot itself be joined into another. */
  joinedCodes(childId: string): Promise<readonly string[]>;
  join(childId: string, intoChildId: string): Promise<void>;
  municipalities(): Promise<readonly Municipality[]>;
  neighbourhoods(municipalityCode: string): Promise<readonly Neighbourhood[]>;
}

/** `re_indication`: a new assessment at somebody else's request, where the municipality's policy has it. */
export type IndicationOrigin = 'first' | 're_indication';

/** Half-open: `endedOn` is the first day on which it no longer holds. `origin` absent: a first indication. */
export interface Indication {
  readonly versionId: string;
  readonly issuedOn: IsoDate;
  readonly endedOn?: IsoDate;
  readonly grounds: readonly string[];
  readonly origin?: IndicationOrigin;
}

export interface IndicationsPort {
  /** Current indications of a child, earliest first. Grounds are empty for who may not see them. */
  of(childId: string): Promise<readonly Indication[]>;
  record(input: { childId: string; issuedOn: IsoDate; organisationId: string; grounds: readonly string[]; origin?: IndicationOrigin; confirmations: readonly string[] }): Promise<void>;
}

export type GuidanceKind = 'offer' | 'refusal' | 'non_reach';
export interface GuidanceOutcome { readonly versionId: string; readonly onDate: IsoDate; readonly kind: GuidanceKind; readonly reasons: readonly string[]; readonly note?: string }

export interface GuidancePort {
  record(input: { childId: string; onDate: IsoDate; kind: GuidanceKind; reasons: readonly string[]; note?: string; confirmations: readonly string[] }): Promise<void>;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly locationId: string;
  readonly locationName: string;
  readonly municipalityCode: string;
  /** Days between which group and location both exist, half-open; absent where nobody recorded one. */
  readonly openedOn?: IsoDate;
  readonly closedOn?: IsoDate;
}

/** A placement as the person's location sees it. Half-open. */
export interface Placement {
  readonly versionId: string;
  readonly child: Child;
  readonly group: Group;
  readonly vePlace: boolean;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
  readonly start: IsoDate;
  /** First day away. */
  readonly end?: IsoDate;
  readonly exitReason?: string;
  readonly exitNote?: string;
}

export interface PlacementInput {
  readonly childId: string;
  readonly groupId: string;
  readonly locationId: string;
  readonly vePlace: boolean;
  readonly hoursPerWeek: number;
  readonly daysPerWeek: number;
  readonly start: IsoDate;
  readonly confirmations: readonly string[];
}

export interface PlacementsPort {
  /** Groups of the person's own locations that exist, will, or closed a month ago at most: somebody may still be recorded. */
  groups(): Promise<readonly Group[]>;
  /** Children under four of the person's own locations who have no placement without an exit. */
  childrenWithoutPlacement(): Promise<readonly Child[]>;
  /** Placements at own locations without an exit, by code. */
  withoutExit(): Promise<readonly Placement[]>;
  byVersion(versionId: string): Promise<Placement | undefined>;
  /** Current VE placements of the same child anywhere: days only. */
  otherVePlacements(childId: string, locationId: string, exceptVersionId?: string): Promise<readonly { start: IsoDate; end?: IsoDate; sameLocation: boolean }[]>;
  /** Children enrolled in a group on a day, VE place or not, without the given child. */
  enrolledInGroup(groupId: string, day: IsoDate, exceptChildId?: string): Promise<number>;
  /** VE places of a location on a day; `offered` absent when nothing is recorded. */
  vePlaces(locationId: string, day: IsoDate, exceptChildId?: string): Promise<{ offered?: number; taken: number }>;
  record(input: PlacementInput): Promise<void>;
  /** Closes the belief `versionId` and opens one with an end. False when it is no longer current. */
  end(input: { versionId: string; lastDay: IsoDate; reason: string; note?: string; confirmations: readonly string[] }): Promise<boolean>;
}

/** The last two are an official's: VE places of a location, and a target of the municipality. */
export type RecordKind = 'indication' | 'guidance' | 'placement' | 'exit' | 'join' | 've_places' | 'target';

/** A record that the person may correct or withdraw. */
export interface OwnRecord {
  readonly kind: RecordKind;
  readonly versionId: string;
  /** Absent for what is not about a child. */
  readonly childCode?: string;
  /** What it is about instead: a location, or the id of a measure. */
  readonly about?: string;
  /** Day that matters most: issue, outcome, start, last day, first day. */
  readonly day: IsoDate;
  readonly recordedAt: string;
  readonly groupName?: string;
}

export interface RecordsPort {
  /** The person's own records and those of their location, latest first, at most `limit`. */
  own(limit: number): Promise<readonly OwnRecord[]>;
  ownByVersion(kind: RecordKind, versionId: string): Promise<OwnRecord | undefined>;
  indication(versionId: string): Promise<(Indication & { child: Child }) | undefined>;
  guidance(versionId: string): Promise<(GuidanceOutcome & { child: Child }) | undefined>;
  /** The corrections close the belief with the reason and open another; false when it is no longer current. */
  correctIndication(versionId: string, change: { issuedOn: IsoDate; grounds: readonly string[] }, reason: string, confirmations: readonly string[]): Promise<boolean>;
  correctGuidance(versionId: string, change: { onDate: IsoDate; kind: GuidanceKind; reasons: readonly string[]; note?: string }, reason: string, confirmations: readonly string[]): Promise<boolean>;
  correctPlacement(versionId: string, change: { groupId: string; vePlace: boolean; hoursPerWeek: number; daysPerWeek: number; start: IsoDate }, reason: string, confirmations: readonly string[]): Promise<boolean>;
  correctExit(versionId: string, change: { lastDay: IsoDate; reason: string; note?: string }, reason: string, confirmations: readonly string[]): Promise<boolean>;
  /** Withdraws: the belief is closed and no other is opened, except that an exit reopens its placement. */
  withdraw(kind: RecordKind, versionId: string, reason: string): Promise<boolean>;
}

export interface InvitationInput { readonly role: Role; readonly locationId?: string; readonly schoolId?: string; readonly organisationId?: string; readonly municipalityCode?: string; readonly invitingMunicipalityCode: string; /** How the official recognises whose role it is; no name. */ readonly label?: string }

export interface PeoplePort {
  /** Places for which an official of the municipality can invite. */
  places(municipalityCode: string): Promise<{ locations: readonly { id: string; name: string }[]; schools: readonly { id: string; name: string }[]; healthOrganisations: readonly { id: string; name: string }[] }>;
  /** Makes a one-time code, shown once; valid for 14 days. */
  invite(input: InvitationInput): Promise<{ code: string; expiresOn: IsoDate }>;
  /** Redeems a code that the person typed. */
  redeem(code: string): Promise<'redeemed' | 'unknown' | 'too_many'>;
}

/** The moment of which figures are asked: a revision of the ledger, a limit of knowledge, or both. What is absent has no limit. */
export interface AsOf { readonly revision?: number | undefined; readonly knownAt?: string | undefined }

/** Facts as the database believes them, and the moment they belong to. */
export interface Believed<T> { readonly facts: T; readonly revision: number; readonly knownAt: string }

/** Children with an indication from `startMonths` up to, not including, `endMonths` old on the day. */
export interface TargetQuery { readonly municipalityCode: string; readonly referenceDate: IsoDate; readonly startMonths: number; readonly endMonths: number; readonly asOf?: AsOf }
/** Locations of a municipality, or one location, with the placements of a half-open period; `history` with what else is known of these children. */
export interface LocationQuery { readonly municipalityCode?: string | undefined; readonly locationId?: string | undefined; readonly referenceDate: IsoDate; readonly from: IsoDate; readonly until: IsoDate; readonly history: boolean; readonly asOf?: AsOf }
/** Children who turn four in a half-open period, of one municipality, location or school, with the steps of their handovers up to and including a day. */
export interface HandoverQuery { readonly municipalityCode?: string | undefined; readonly locationId?: string | undefined; readonly schoolId?: string | undefined; readonly day: IsoDate; readonly from: IsoDate; readonly until: IsoDate; readonly asOf?: AsOf }
/** Two and three year olds with a placement, and the population that they are a part of. */
export interface ToddlerQuery { readonly municipalityCode: string; readonly referenceDate: IsoDate; readonly asOf?: AsOf }

/** Kindergarten results of a municipality, of one school, or what a location is told of the schools to which it hands over. */
export interface KindergartenQuery { readonly municipalityCode?: string | undefined; readonly locationId?: string | undefined; readonly schoolId?: string | undefined; readonly asOf?: AsOf }

/** Children and locations of which to know what was recorded since a moment, about days up to the reference date. */
export interface ChangesQuery {
  readonly children: readonly string[];
  readonly locations: readonly string[];
  readonly since: { readonly revision: number; readonly knownAt: string };
  readonly referenceDate: IsoDate;
}

export interface StoredAnswer {
  readonly reference: string;
  readonly askedAt: string;
  readonly protected: boolean;
  readonly measure: string;
  readonly measureVersion: number;
  /** Where: one municipality, one location, one school, or several municipalities together. */
  readonly municipalityCode?: string | undefined;
  readonly locationId?: string | undefined;
  readonly schoolId?: string | undefined;
  readonly municipalityCodes?: readonly string[] | undefined;
  readonly referenceDate: IsoDate;
  readonly params: Readonly<Record<string, unknown>>;
  readonly revision: number;
  readonly knownAt: string;
}

/** A place that the person may name in a question. */
export interface NamedPlace {
  readonly kind: 'municipality' | 'location' | 'provider' | 'group' | 'neighbourhood' | 'cluster' | 'school';
  /** CBS code of a municipality, `<code>/<name>` of a cluster. */
  readonly id: string;
  readonly name: string;
  /** Where it lies; a provider may have several, of those of which the person may ask figures. */
  readonly municipalityCodes: readonly string[];
  /** Of a location itself and of a group. */
  readonly locationId?: string;
  readonly locationName?: string;
}

export interface ConversationPort {
  /** What the person asked last in a conversation, as it was kept, and how long ago. */
  last(conversationId: string): Promise<{ readonly question: unknown; readonly ageMinutes: number } | undefined>;
  keep(conversationId: string, question: unknown): Promise<void>;
  /** Of which municipality or region the weekly post is that began this thread; undefined for any other conversation. */
  postOfThread(conversationId: string): Promise<{ readonly kind: 'municipality' | 'region'; readonly id: string; readonly name: string } | undefined>;
}

export interface FiguresPort {
  targets(query: TargetQuery): Promise<Believed<readonly TargetFact[]>>;
  locationFacts(query: LocationQuery): Promise<Believed<readonly LocationFact[]>>;
  toddlers(query: ToddlerQuery): Promise<Believed<{ readonly toddlers: readonly ToddlerFact[]; readonly population: readonly PopulationFact[] }>>;
  kindergarten(query: KindergartenQuery): Promise<Believed<KindergartenFacts>>;
  handovers(query: HandoverQuery): Promise<Believed<readonly HandoverFact[]>>;
  /** What was recorded of some children and locations that was not known at a moment; once a kind. */
  changes(query: ChangesQuery): Promise<readonly Change[]>;
  /** Stores what was told and returns its reference. */
  remember(answer: Omit<StoredAnswer, 'reference' | 'askedAt'> & { readonly counts: unknown }): Promise<string>;
  recall(reference: string): Promise<StoredAnswer | undefined>;
  /** What was counted for an answer; nothing for whom the rows behind it are not to be seen in the present capacity. */
  countsOf(reference: string): Promise<unknown>;
  /** Codes of children by their id, of those that the person may see; for rows of an export, never in capacity `aggregate`. */
  codesOf(childIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Places that the person may name in a question. */
  names(): Promise<readonly NamedPlace[]>;
  /**
   * Goes on in capacity `aggregate`: reads what a protected figure needs, for a reader or a
   * channel. For the rest of the transaction; nothing can be recorded after it.
   */
  asAggregate(): Promise<void>;
}

export interface SubmissionsPort {
  /**
   * Claims the key of a form. `receipt` present: it was stored before, tell the same again.
   * Waits for a submission of the same key that is under way.
   */
  claim(key: string, dialog: string): Promise<{ readonly claimed: true } | { readonly claimed: false; readonly receipt: unknown }>;
  keepReceipt(key: string, receipt: unknown): Promise<void>;
  /** Gives a claimed key back: nothing was stored, the same form may come again. */
  release(key: string): Promise<void>;
}

export interface Ports {
  readonly children: ChildrenPort;
  readonly indications: IndicationsPort;
  readonly guidance: GuidancePort;
  readonly placements: PlacementsPort;
  readonly records: RecordsPort;
  readonly handovers: HandoversPort;
  readonly bindings: BindingsPort;
  readonly bindingMessages: BindingMessagesPort;
  readonly results: ResultsPort;
  readonly people: PeoplePort;
  readonly figures: FiguresPort;
  readonly submissions: SubmissionsPort;
  readonly conversation: ConversationPort;
  readonly admin: AdminPort;
  readonly reminders: RemindersPort;
}
