import type { FileSpec } from '../file-spec.ts';
import { CHILD_FILES } from './children.ts';
import { PEOPLE_FILES } from './people.ts';
import { PLACE_FILES } from './places.ts';
import { RESULT_FILES } from './results.ts';

/** All files that can be imported, in the order in which they need each other. */
export const FILES: readonly FileSpec[] = [...PLACE_FILES, ...RESULT_FILES, ...CHILD_FILES, ...PEOPLE_FILES];
