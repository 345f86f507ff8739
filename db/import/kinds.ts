/** Kinds of records that can be imported, in the order in which they need each other. Also the names of the files. */
export const KINDS = [
  'gemeenten', 'regios', 'regioleden', 'wijken', 'bevolking', 'organisaties', 'locaties', 'groepen', 'scholen', 've-plaatsen', 'doelen', 'resultaatafspraken', 'kleuterresultaten',
  'kinderen', 'verhuizingen', 'verwijzingen', 'indicaties', 'toeleiding', 'plaatsingen', 'uitstroom', 'personen',
] as const;

export type Kind = (typeof KINDS)[number];

/** Kinds whose records are known everywhere by the same key, so that the key is the record's id here too. */
export const KEYED_BY_THEMSELVES: Readonly<Partial<Record<Kind, { readonly table: string; readonly key: string }>>> = {
  gemeenten: { table: 'municipality', key: 'code' },
  regios: { table: 'region', key: 'id' },
};

/** Name of the temporary table that holds the rows of a file. */
export function stageOf(kind: Kind): string {
  return `stage_${kind.replace('-', '_')}`;
}
