/** The code of a child in a text, such as PU-4KX7-9TM9. */
export function childCode(text: string): string {
  return found(/\b[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b(?<!KL-.{9})/, text);
}

/** The reference of a figure. */
export function reference(text: string): string {
  return found(/\bKL-[0-9A-Z]{4}-[0-9A-Z]{4}\b/, text);
}

function found(pattern: RegExp, text: string): string {
  const [match] = pattern.exec(text) ?? [];
  if (match === undefined) throw new Error(`nothing like ${String(pattern)} in: ${text}`);
  return match;
}
