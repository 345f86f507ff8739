/** The small world in which the random histories take place; nothing in it is in the ledger. */

export interface Municipality { readonly code: string; readonly name: string; /** Months of age from which a toddler counts; absent: laid down nowhere. */ readonly windowStart?: number; readonly hoursTotal?: number; readonly minimumInGroup?: number }
export interface Neighbourhood { readonly id: string; readonly municipality: string; readonly name: string; readonly cluster?: string }
export interface Location { readonly id: string; readonly name: string; readonly provider: string; readonly municipality: string; readonly neighbourhood?: string }
export interface Group { readonly id: string; readonly name: string; readonly location: string }

const id = (number: number): string => `00000000-0000-4000-8000-0000009${String(number).padStart(5, '0')}`;

/** "Buiten" is no member of the region: what happens there is elsewhere. */
export const MUNICIPALITIES: readonly Municipality[] = [
  { code: '9001', name: 'Modelstad', windowStart: 24, minimumInGroup: 2 },
  { code: '9002', name: 'Modeldorp', windowStart: 30, hoursTotal: 640 },
  { code: '9003', name: 'Buiten' },
];
export const REGION = { id: 'model-region', name: 'Modelregio', members: ['9001', '9002'] } as const;

export const NEIGHBOURHOODS: readonly Neighbourhood[] = [
  { id: id(1), municipality: '9001', name: 'Noord', cluster: 'Oost' },
  { id: id(2), municipality: '9001', name: 'Zuid', cluster: 'Oost' },
  { id: id(3), municipality: '9001', name: 'Haven', cluster: 'West' },
  { id: id(4), municipality: '9002', name: 'Noord' },
];

export const PROVIDERS: readonly { readonly id: string; readonly name: string }[] = [
  { id: id(11), name: 'Aanbieder Een' }, { id: id(12), name: 'Aanbieder Twee' }, { id: id(13), name: 'Aanbieder Drie' },
];

/** Two of one name in two municipalities. */
export const LOCATIONS: readonly Location[] = [
  { id: id(21), name: 'De Eik', provider: 'Aanbieder Een', municipality: '9001', neighbourhood: id(1) },
  { id: id(22), name: 'De Beuk', provider: 'Aanbieder Twee', municipality: '9001', neighbourhood: id(3) },
  { id: id(23), name: 'De Eik', provider: 'Aanbieder Twee', municipality: '9002' },
  { id: id(24), name: 'De Linde', provider: 'Aanbieder Drie', municipality: '9003' },
];

export const GROUPS: readonly Group[] = [
  { id: id(31), name: 'Rood', location: id(21) }, { id: id(32), name: 'Blauw', location: id(21) }, { id: id(33), name: 'Rood', location: id(22) },
  { id: id(34), name: 'Geel', location: id(23) }, { id: id(35), name: 'Groen', location: id(23) }, { id: id(36), name: 'Paars', location: id(24) },
];

/** Codes that can be stored, with the ground to which each belongs; one that no definition knows any more is shown as it is. */
export const GROUND_LABELS: Readonly<Record<string, string>> = { development: 'Ontwikkeling', language_home: 'Taal', language_poor: 'Taal', old_ground: 'old_ground' };
export const NON_REACH_LABELS: Readonly<Record<string, string>> = {
  waiting_list: 'Wachtlijst bij een locatie', financial: 'Financieel', undecided: 'Nog niet besloten', other: 'Anders, namelijk',
};
export const EXIT_LABELS: Readonly<Record<string, string>> = {
  school_at_4: 'Naar de basisschool (4 jaar)', moved: 'Verhuisd', parents_stopped: 'Gestopt door ouders', other: 'Anders, namelijk',
};

export const municipalityOf = (code: string): Municipality => MUNICIPALITIES.find((each) => each.code === code)!;
export const locationOf = (locationId: string): Location => LOCATIONS.find((each) => each.id === locationId)!;
export const groupOf = (groupId: string): Group => GROUPS.find((each) => each.id === groupId)!;
export const neighbourhoodOf = (neighbourhoodId: string | undefined): Neighbourhood | undefined => NEIGHBOURHOODS.find((each) => each.id === neighbourhoodId);
