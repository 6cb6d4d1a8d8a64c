import { ownText } from './own-text';

/** Words a listing stands under when nobody can buy it any more, or for now. */
const SOLD = new Set(
  [
    'sold',
    'sold out',
    'item sold',
    'reserved',
    'verkauft',
    'reserviert',
    'vendu',
    'vendue',
    'article vendu',
    'réservé',
    'réservée',
    'sprzedane',
    'sprzedany',
    'sprzedano',
    'zarezerwowane',
    'zarezerwowany',
    'venduto',
    'riservato',
    'vendido',
    'vendida',
    'reservado',
    'reservada',
    'verkocht',
    'gereserveerd',
  ].map((word) => word.normalize('NFC')),
);

const MOST_LEAVES = 2500;

/** Whether a text is nothing but such a word. */
export function isSoldWord(text: string | null): boolean {
  const word = text
    ?.normalize('NFC')
    .toLowerCase()
    .replace(/[!.:]+$/, '')
    .trim();
  return word !== undefined && SOLD.has(word);
}

/**
 * Whether such a word stands alone in one of the elements: a mark over the picture, or in place of the button. Elements
 * within `others` are about somebody else's things.
 */
export function showsSold(document: Document, selector: string, others: string): boolean {
  let seen = 0;
  for (const element of document.querySelectorAll(selector)) {
    seen += 1;
    if (seen > MOST_LEAVES) return false;
    const text = element.childElementCount > 3 ? null : ownText(element, 40);
    if (text !== null && text.length < 40 && isSoldWord(text) && element.closest(others) === null) return true;
  }
  return false;
}
