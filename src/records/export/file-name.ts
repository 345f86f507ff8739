/** A long name is cut: some systems take no path above 260 characters. */
const PART_LENGTH = 40;

/**
 * "bereik-putten-2024-03-31-KL-7F3K-9Q2M": letters, digits and hyphens only, whatever the
 * title and place are called. The reference keeps it unique and never a name that a system
 * keeps for itself.
 */
export function fileNameOf({ title, scope, day, reference }: { readonly title: string; readonly scope: string; readonly day: string; readonly reference: string }): string {
  const words = [slug(title) || 'cijfer', slug(scope), slug(day)].filter((part) => part !== '');
  return [...words, reference.replace(/[^0-9A-Z-]/g, '')].join('-');
}

/** Lower case without accents, everything else a hyphen. */
export function slug(text: string): string {
  const ascii = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '');
  return ascii.slice(0, PART_LENGTH).replace(/-+$/, '');
}
