import { cutText } from './cut-text';

/** What does not show: control characters, and marks that turn the direction of writing, which could hide a figure. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

/** How much of a text is looked at to make `most` characters of it. */
export function mostRead(most: number): number {
  return most * 4 + 200;
}

/**
 * A text of the page as one bounded line, or null when nothing is left of it. A page may hold anything: nothing longer
 * than `most` characters is ever kept.
 */
export function plainText(raw: unknown, most: number): string | null {
  if (typeof raw !== 'string') return null;
  // Spaces and what does not show are gone afterwards: so much may become `most`.
  const text = cutText(raw, mostRead(most)).replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  return text === '' ? null : cutText(text, most) || null;
}
