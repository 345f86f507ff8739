/**
 * Ordinary words that look like a word of the lexicon and mean something else. They are
 * never corrected, so a question with one of them is asked back.
 */
export const lookAlikes: readonly string[] = ['bereid', 'bezitting', 'bezittingen'];
