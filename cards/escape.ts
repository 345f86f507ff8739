/**
 * Makes text show exactly as it was typed. A TextBlock and a fact are markdown, in
 * CommonMark on desktop and web and in a small parser of its own on phones: that one
 * leaves a backslash visible before most characters, and takes `\[x\](y)` for a link
 * unless the round bracket is escaped too. So a character is escaped only where it
 * would mean something: `<5` and `(0341)` stay as they are, `<at>` does not.
 */

// Control and format characters that hide, reorder or break text; a lone half of a
// surrogate pair would grow to six bytes in JSON.
const UNWANTED = /(?![\n\t])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

const INLINE_SYNTAX = /[\\`*_[\]~]|(?<=\])\(|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)|(?<=\{)\{/g;
const LINE_START_SYNTAX = /^([#>]|\+(?=\s|$)|-(?=[\s-]|$))/;
/** No Dutch word is this long; a phone cuts off what it cannot break. */
const UNBREAKABLE = /\S{30}(?=\S)/gu;
const ORDERED_LIST_START = /^(\d{1,9})([.)])(?=\s|$)/;

/** A card is no place to read more; who needs the rest opens the record. */
const SHOWN_LENGTH = 600;
const SHOWN_LINES = 12;
const LABEL_LENGTH = 120;
const ZERO_WIDTH_SPACE = '\u200b';

/** Removes what no reader can see; every kind of line break becomes `\n`. */
function clean(raw: string): string {
  return raw.replace(LINE_BREAK, '\n').replace(UNWANTED, '').replace(LONE_SURROGATE, '\ufffd');
}

/** Cuts at `length` UTF-16 units, never through a character, and says so with an ellipsis. */
function clip(text: string, length: number, ending = '…'): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - ending.length);
  return cut.replace(/[\ud800-\udbff]$/, '').trimEnd() + ending;
}

function escapeLine(line: string): string {
  return line
    .replace(UNBREAKABLE, `$&${ZERO_WIDTH_SPACE}`)
    .replace(INLINE_SYNTAX, '\\$&')
    .replace(LINE_START_SYNTAX, '\\$1')
    .replace(ORDERED_LIST_START, '$1\\$2');
}

function linesOf(text: string): readonly string[] {
  // Four leading spaces would be a code block, two trailing ones a line break.
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return lines.length <= SHOWN_LINES ? lines : [...lines.slice(0, SHOWN_LINES - 1), '…'];
}

/**
 * Text for a TextBlock or a fact: nothing in it is markdown, HTML, a mention or a date
 * function any more. A line break becomes a paragraph, the only break that all clients show.
 */
export function markdownText(raw: string, length: number = SHOWN_LENGTH): string {
  return linesOf(clip(clean(raw), length)).map(escapeLine).join('\n\n');
}

/**
 * One line for a label, a choice, a chart or a notification. Most clients draw these
 * plain, some as markdown: a backslash could show, so a link or tag is broken with a
 * character of no width.
 */
export function plainText(raw: string, length: number = LABEL_LENGTH): string {
  const line = clip(clean(raw).replace(/\s+/g, ' ').trim(), length);
  return line.replace(/\](?=[(:[])|<(?=[A-Za-z/!?])/g, `$&${ZERO_WIDTH_SPACE}`);
}

/** What was typed, for an input: inputs are plain text and give back what they got. */
export function inputText(raw: string, length: number, multiline: boolean): string {
  const text = clip(clean(raw), length, '');
  return multiline ? text : text.replace(/\n+/g, ' ');
}
