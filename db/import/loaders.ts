import { CHILD_LOADERS } from './load-children.ts';
import { PEOPLE_LOADERS } from './load-people.ts';
import { PLACE_LOADERS } from './load-places.ts';
import { PLACEMENT_LOADERS } from './load-placements.ts';
import type { Loader } from './loader.ts';

/** In the order in which records need each other. */
export const LOADERS: readonly Loader[] = [...PLACE_LOADERS, ...CHILD_LOADERS, ...PLACEMENT_LOADERS, ...PEOPLE_LOADERS];
