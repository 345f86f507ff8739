/** What stands along the axes of a line, so that it can be read on the narrowest card that draws one. */

/** Two digits: what a card at the width of a phone shows beside a line. */
export const NARROW_AXIS_TOP = 80;
/** Clients draw four steps above zero; with these they are whole numbers, also when thousands are written as "2k". */
const STEPS_OF_TEN = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50];
const STEPS_ABOVE_ZERO = 4;

/** The end of an axis from zero that holds a value and whose steps are round. */
export function axisTop(largest: number): number {
  for (let scale = 1; ; scale *= 10) {
    const step = STEPS_OF_TEN.find((each) => each * scale * STEPS_ABOVE_ZERO >= largest);
    if (step !== undefined) return step * scale * STEPS_ABOVE_ZERO;
  }
}

/** Between the margins of a line on a phone, and beside a name within its share of that. */
const LINE_PX = 224;
const PADDING_PX = 8;
/** The first and last name stand halfway in the margin. */
const WIDEST_PX = 40;
const DIGIT_PX = 7;
const LETTER_PX = 7.5;

const widthOf = (name: string): number => [...name].reduce((sum, sign) => sum + (/[A-Za-z]/.test(sign) ? LETTER_PX : DIGIT_PX), 0);

/**
 * A name for each point, of the ways to write it (`[['jan', 'j'], ['feb', 'f']]`) the first
 * in which all fit; otherwise none has a name. Clients take points of one name for one, so
 * each gets another number of characters that have no width.
 */
export function fittingTicks(names: readonly (readonly string[])[]): readonly string[] {
  const room = Math.min(LINE_PX / names.length - PADDING_PX, WIDEST_PX);
  const ways = Math.min(...names.map(({ length }) => length));
  const way = Array.from({ length: ways }, (_, index) => index).find((index) => names.every((each) => widthOf(each[index]!) <= room));
  return names.map((each, index) => (way === undefined ? '' : each[way]!) + '\u200b'.repeat(index));
}
