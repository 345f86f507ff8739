/**
 * Makes text show exactly as it was typed. A TextBlock and a fact are markdown: CommonMark
 * on desktop and web, a small parser of its own on phones, which knows a backslash only
 * before `*` and `_`, shows it before anything else, and takes `\[x\](y)` for a link.
 * So what makes a link, a tag, an entity or a mention is broken with a character of no
 * width, which no parser shows; a backslash stands only where there is no other way.
 */

// Control and format characters that hide, reorder or break text; a lone half of a
// surrogate pair would grow to six bytes in JSON.
const UNWANTED = /(?![\n\t])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

const PAIRED_SYNTAX = /\](?=[(:[])|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)|\{(?=\{)/g;
const INLINE_SYNTAX = /[\\`*_~]/g;
const LINE_START_SYNTAX = /^([#>]|\+(?=\s|$)|-(?=[\s-]|$))/;
/** Longer than ordinary Dutch words; a phone cuts off what it cannot break. */
const UNBREAKABLE = /\S{24}(?=\S)/gu;
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
    .replace(PAIRED_SYNTAX, `$&${ZERO_WIDTH_SPACE}`)
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
 * plain, some as markdown: so no backslashes, and no live link or tag either.
 */
export function plainText(raw: string, length: number = LABEL_LENGTH): string {
  const line = clip(clean(raw).replace(/\s+/g, ' ').trim(), length);
  return line.replace(PAIRED_SYNTAX, `$&${ZERO_WIDTH_SPACE}`);
}

/** What was typed, for an input: inputs are plain text and give back what they got. */
export function inputText(raw: string, length: number, multiline: boolean): string {
  const text = clip(clean(raw), length, '');
  return multiline ? text : text.replace(/\n+/g, ' ');
}
