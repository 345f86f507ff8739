import { optional, present, shortText } from '../fields.ts';
import { joined } from '../labels.ts';
import { defineAddition } from './add.ts';
import { neighbourhoodsOf } from './add-location.ts';
import { defineChange } from './change.ts';
import { NAME_MAX, nameField, nameShape } from './fields.ts';
import { nameTaken, renamed, sameName } from './findings.ts';
import { placeLabel } from './municipality.ts';
import type { Field } from '../../cards/models.ts';
import type { ManagedNeighbourhood } from './port.ts';

interface Answers { readonly name: string; readonly cluster?: string | undefined }

const shape = { ...nameShape, cluster: optional(shortText('Vul het cluster in.', NAME_MAX)) };
const clusterField: Field = { kind: 'text', id: 'cluster', label: 'Cluster', maxLength: NAME_MAX, hint: 'De groep wijken waarin partners samenwerken, als die er is.' };
const clusterFact = (cluster: string | undefined): { label: string; value: string } => ({ label: 'Cluster', value: cluster ?? 'geen' });

export const addNeighbourhoodDialog = defineAddition<Answers>({
  id: 'add-neighbourhood',
  title: 'Wijk toevoegen',
  phrases: ['wijk toevoegen', 'nieuwe wijk', 'buurt toevoegen', 'kern toevoegen'],
  done: 'Wijk toegevoegd',
  again: 'Nog een wijk',
  shape,
  fields: async () => [nameField('Naam van de wijk'), clusterField],
  async check({ ports }, { code, name: municipality }, { name }) {
    const twin = (await neighbourhoodsOf(ports.admin, code)).find((one) => sameName(one.name, name));
    return [twin && nameTaken(`${municipality} heeft al een wijk met de naam ${twin.name}.`)];
  },
  async commit({ ports }, { code }, { name, cluster }) {
    await ports.admin.addNeighbourhood({ municipalityCode: code, name, ...present('cluster', cluster) });
    return { facts: [{ label: 'Wijk', value: name }, clusterFact(cluster), { label: 'Gevolg', value: 'De wijk staat voortaan in de lijst bij een nieuw kind.' }] };
  },
});

export const changeNeighbourhoodDialog = defineChange<ManagedNeighbourhood, Answers>({
  id: 'change-neighbourhood',
  title: 'Wijk wijzigen',
  phrases: ['wijk wijzigen', 'wijzig wijk', 'cluster wijzigen', 'buurt wijzigen'],
  what: 'Wijk',
  nothing: 'In uw gemeente is nog geen wijk vastgelegd. Typ “wijk toevoegen”.',
  list: ({ ports }) => ports.admin.neighbourhoods(),
  label: (context, { name, cluster, municipalityCode }) => joined(placeLabel(context, name, municipalityCode), cluster && `cluster ${cluster}`),
  fields: () => [nameField('Naam van de wijk'), clusterField],
  shape,
  values: ({ name, cluster }) => ({ name, cluster: cluster ?? '' }),
  async check({ ports }, { id, name: was, municipalityCode }, { name }) {
    const twin = (await neighbourhoodsOf(ports.admin, municipalityCode)).find((one) => one.id !== id && sameName(one.name, name));
    return [twin && nameTaken(`Uw gemeente heeft al een wijk met de naam ${twin.name}.`), name === was ? undefined : renamed()];
  },
  async commit({ ports }, { id, name: was, cluster: wasCluster }, { name, cluster }) {
    if (!await ports.admin.changeNeighbourhood(id, { name, ...present('cluster', cluster) })) return undefined;
    return [
      { label: 'Wijk', value: name },
      ...(name === was ? [] : [{ label: 'Heette', value: was }]),
      clusterFact(cluster),
      ...(cluster === wasCluster ? [] : [{ label: 'Cluster was', value: wasCluster ?? 'geen' }]),
      { label: 'Gevolg', value: 'Nieuwe cijfers per wijk of cluster gebruiken dit, ook die over vroeger. Wat eerst stond, blijft bewaard.' },
    ];
  },
});
