/** Control characters but tab and line feed, half surrogates and what XML has no way to write. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
/**
 * What a spreadsheet may take for a formula: one of these signs (East Asian wide forms
 * included) first, also behind white space or what cannot be seen; or a tab or line break first.
 */
const FORMULA_START = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** The most that a cell of Excel holds. */
const CELL_LENGTH = 32_767;

/** Text that can be written in a cell of either format and is never run as a formula. */
export function safeText(raw: string): string {
  const text = (FORMULA_START.test(raw) ? `'${raw}` : raw).replace(LINE_BREAK, '\n').replace(UNWRITABLE, '');
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return guarded.length <= CELL_LENGTH ? guarded : `${guarded.slice(0, CELL_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const DUTCH_NUMBER = /^-?\d{1,3}(?:\.\d{3})*$|^-?\d+$/;

/** 1226 for "1.226"; undefined for whatever is not exactly a whole number in Dutch writing. */
export function wholeNumber(dutch: string): number | undefined {
  if (!DUTCH_NUMBER.test(dutch)) return undefined;
  const number = Number(dutch.replaceAll('.', ''));
  return Number.isSafeInteger(number) ? number : undefined;
}
