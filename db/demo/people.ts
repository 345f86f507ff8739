/** A person as whom the one user of the demo can act. */
export interface DemoPerson {
  /** Directory object id in the demo's tenant; the same as in `people/personen.csv`. */
  readonly aadObjectId: string;
  /** Dutch: an invented first name and what this person does. */
  readonly label: string;
}

/** The first one is who you are when the demo starts. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { aadObjectId: 'demo-beleid-putten', label: 'Anouk, beleidsadviseur onderwijs in Putten' },
  { aadObjectId: 'demo-jgz-putten', label: 'Marijke, jeugdverpleegkundige bij JGZ Veluwerand in Putten' },
  { aadObjectId: 'demo-opvang-duinpan', label: 'Samira, locatiehouder van De Duinpan en De Wilg' },
  { aadObjectId: 'demo-opvang-krachtpatsers', label: 'Joost, pedagogisch medewerker op De Krachtpatsers' },
  { aadObjectId: 'demo-opvang-bosuil', label: 'Els, pedagogisch medewerker op De Bosuil in Ermelo' },
  { aadObjectId: 'demo-school-heidebloem', label: 'Bram, intern begeleider op Basisschool De Heidebloem' },
  { aadObjectId: 'demo-regio-noord-veluwe', label: 'Pauline, beleidsadviseur van regio Noord-Veluwe' },
  { aadObjectId: 'demo-lezer-putten', label: 'Karim, lid van de werkgroep VVE in Putten' },
];
