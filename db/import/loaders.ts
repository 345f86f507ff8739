import { CHILD_LOADERS } from './load-children.ts';
import { MOVE_LOADERS } from './load-moves.ts';
import { PEOPLE_LOADERS } from './load-people.ts';
import { PLACE_LOADERS } from './load-places.ts';
import { PLACEMENT_LOADERS } from './load-placements.ts';
import { POPULATION_LOADERS } from './load-population.ts';
import { RESULT_LOADERS } from './load-results.ts';
import type { Loader } from './loader.ts';

/** Stored in this order, in which records need each other. */
export const LOADERS: readonly Loader[] = [...PLACE_LOADERS, ...RESULT_LOADERS, ...POPULATION_LOADERS, ...CHILD_LOADERS, ...MOVE_LOADERS, ...PLACEMENT_LOADERS, ...PEOPLE_LOADERS];
