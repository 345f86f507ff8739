import type { Citation } from '../engine/types.ts';

export { HANDOVER_DUTY } from '../national/citations.ts';

/** A rule of this product that keeps handovers sound, written out under this heading in `overdrachtregels.md`. */
export function handoverRule(section: string): Citation {
  return { document: 'Overdrachtregels Kansenlijn', section, status: 'read' };
}
