import type { ScopeKind, Vocabulary, VocabularyEntry } from '../../src/ask/question.ts';

/** The day on which every question of the set is asked. A Sunday. */
export const today = '2026-11-22';

function entry(kind: ScopeKind, id: string, name: string, ...aliases: readonly string[]): VocabularyEntry {
  return { scope: { kind, id, name }, names: [name.replace(/ \([^)]*\)$/, ''), ...aliases] };
}

/** What somebody who may see everything could name: the places of domain.md, and invented ones. */
export const vocabulary: Vocabulary = [
  entry('region', 'ijmond', 'IJmond'),
  entry('municipality', '0273', 'Putten'), entry('municipality', '0375', 'Beverwijk'), entry('municipality', '0396', 'Heemskerk'), entry('municipality', '0453', 'Velsen'),
  entry('municipality', '1700', 'Twenterand'), entry('municipality', '0556', 'Maassluis'), entry('municipality', '0353', 'IJsselstein'),
  entry('provider', 'p-veluwe', 'Stichting Kinderopvang Veluwe'), entry('provider', 'p-sb', 'Spelen Buitenshuis'), entry('provider', 'p-purkie', 'Kinderopvang Purkie'),
  entry('provider', 'p-blos', 'BLOS Kinderopvang'), entry('provider', 'p-kcl', 'Kind & Co Ludens', 'KCL'),
  entry('location', 'l-bosuil', 'De Bosuil'), entry('location', 'l-regenboog', 'IKC De Regenboog'), entry('location', 'l-kwetter', 'Het Kwetternest'),
  entry('location', 'l-eigen', 'De Eigenwijsjes'), entry('location', 'l-singel', "'t Singeltje"), entry('location', 'l-pette', 'De Petteflet'), entry('location', 'l-zaza', "De Zaza's"),
  entry('location', 'l-wij', 'De WIJ'), entry('location', 'l-klim', 'De Klimladder'), entry('location', 'l-saartje', 'Saartje'), entry('location', 'l-mei', 'Mei'),
  entry('location', 'l-nest-b', 'Het Nest (Beverwijk)'), entry('location', 'l-nest-v', 'Het Nest (Velsen)'),
  entry('group', 'g-kroko', 'De Krokodillen'), entry('group', 'g-puzzel', 'Puzzelgroep'),
  entry('neighbourhood', 'n-centrum-p', 'Centrum (Putten)'), entry('neighbourhood', 'n-centrum-b', 'Centrum (Beverwijk)'), entry('neighbourhood', 'n-husseler', 'Husselerveld'), entry('neighbourhood', 'n-bijsteren', 'Bijsteren'),
  entry('neighbourhood', 'n-vroomshoop', 'Vroomshoop'), entry('neighbourhood', 'n-westerhaar', 'Westerhaar'), entry('neighbourhood', 'n-vriezenveen', 'Vriezenveen'), entry('neighbourhood', 'n-denham', 'Den Ham'),
  entry('neighbourhood', 'n-ijmuiden', 'IJmuiden'), entry('neighbourhood', 'n-waz', 'Wijk aan Zee'), entry('neighbourhood', 'n-kapelpolder', 'Kapelpolder'),
  entry('cluster', '0556/Oost', 'Oost'), entry('cluster', '0556/Midden', 'Midden'), entry('cluster', '0556/West', 'West'),
  entry('school', 's-ark', 'De Ark'), entry('school', 's-wegwijzer', 'Basisschool De Wegwijzer'),
];
