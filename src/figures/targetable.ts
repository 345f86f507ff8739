import { catalogue } from './catalogue.ts';

export interface TargetMeasure { readonly id: string; readonly title: string }

/** Measures of which "at least so many percent" says something: a share that is better when it is higher. */
export const targetMeasures: readonly TargetMeasure[] =
  catalogue.all.filter(({ id }) => id.startsWith('reach') || id === 'occupancy').map(({ id, title }) => ({ id, title }));

/** The Dutch title of a measure; its id for one that the catalogue does not have. */
export const measureTitle = (id: string): string => catalogue.all.find((measure) => measure.id === id)?.title ?? id;
