/** What does not show: control characters, and marks that turn the direction of writing, which could hide a figure. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

/**
 * A text of the page as one bounded line, or null when nothing is left of it. A page may hold anything: nothing longer
 * than `most` characters is ever kept.
 */
export function plainText(raw: unknown, most: number): string | null {
  if (typeof raw !== 'string') return null;
  const text = raw
    .slice(0, most * 4 + 200)
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .trim()
    .slice(0, most)
    .trim();
  return text === '' ? null : text;
}
