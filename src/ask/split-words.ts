import type { Breakdown } from '../figures/types.ts';
import { splitNouns, stepTexts } from './lexicon/splits.ts';
import type { Split } from './question.ts';

const splitTexts = Object.fromEntries(Object.entries(splitNouns).map(([split, { text }]) => [split, text])) as Record<Split, string>;

/** How we write a split or a series ourselves: "per locatie", "per kwartaal". */
export const breakdownPhrase: Readonly<Record<Breakdown, string>> = { ...splitTexts, ...stepTexts };
