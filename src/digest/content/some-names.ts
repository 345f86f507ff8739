/** Most names in one line: a list of forty would hide the rest of the post. */
const MOST = 5;

/** "De Linde, De Wilg en 3 andere". */
export function someNames(names: readonly string[]): string {
  const more = names.length > MOST ? ` en ${names.length - MOST} andere` : '';
  return `${names.slice(0, MOST).join(', ')}${more}`;
}
