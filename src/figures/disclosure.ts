import type { DisclosureMode } from '../policy/engine/types.ts';
import type { FigureBody, MeasureParams } from './types.ts';

/**
 * What readers and channels may see: a number of children as the band in which it lies, and
 * otherwise nothing. Bands do not move, so answers of other days, posts and references add
 * nothing to what one band tells: see ADR 15, which also says which figures may not be told
 * beside each other at all.
 */

export const notShown = 'niet getoond';
/** Data are missing without which any number would pretend. */
export const cannotBeGiven = 'niet te geven';
export const whyBands = 'Aantallen kinderen staan hier in klassen (25-29, of <5: ook geen enkel), zodat niemand een kind kan herkennen, ook niet door antwoorden te vergelijken.';
export const whyProtected = 'Kleine aantallen laten we hier niet zien, zodat niemand een kind kan herkennen.';
const wholeMunicipality = 'Voor lezers en in kanalen geven we dit cijfer alleen voor één hele gemeente, omdat de aantallen per onderdeel klein zijn.';

/** From this many children on a share or an average may be told. */
export const leastInShare = 10;

/** 1 up to 4. */
export const isSmall = (count: number): boolean => count >= 1 && count < 5;

/** The mode that the municipality chose; what it did not choose is the default. Of several the widest bands of any of them. */
export function modeOf({ policy, members = [] }: Pick<MeasureParams, 'policy' | 'members'>): DisclosureMode | undefined {
  const modes = [policy, ...members.map((member) => member.policy)].map(({ disclosureMode }) => disclosureMode?.value);
  return modes.find((mode) => mode === 'cbs') ?? modes[0];
}

/** A figure of which nothing is told, with the reason. */
export const withheld = (remark: string): FigureBody => ({ value: notShown, parts: [], chart: [], remarks: [remark] });

/** Parts add up to the whole, and of few parts a sum can say what each is. */
export const ofWholeOnly = ({ isPart, members }: Pick<MeasureParams, 'isPart' | 'members'>, figure: () => FigureBody): FigureBody => (isPart || members ? withheld(wholeMunicipality) : figure());
