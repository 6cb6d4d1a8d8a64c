import type { StyleCode } from '@/lib/domain/catalog/style-code';

/** More than one pair or piece, whatever the codes say. A figure for one pair would be wrong. */
const SEVERAL = [
  /\b(?:job ?lot|bundle|konvolut|wholesale)\b/i,
  /^\W*(?:lot|lotto|lote|zestaw)\b/i,
  /\blots? (?:of|de|di|van|von|x) ?\d/i,
  /\blots?(?: x)? ?\d+\b/i,
  /\b(?:[2-9]|[1-9]\d)\s?(?:x|×)?\s?(?:pairs?|paires?|paare?|pares|paia|par(?:y|en)?)\b/i,
];

/** Words that mean a set only where several codes stand: a pair may be called "Sunset" or come "in one piece". */
const SET = /\b(?:sets?|\d[ -]?pi?e?ce?s?|pack|ensemble|combo|tracksuit|outfit|kit|conjunto|completo)\b/i;

/**
 * Whether a page sells several things for one price. Several codes alone do not say so: a re-issue names the former code
 * as well (`315122-111/CW2288-111`), a set one for every garment (`FB7921-473/FB8002-473`). Only the title tells.
 *
 * @example `isBundle('LOT of 3 sneakers', [])` and `isBundle('Hoodie & Joggers Set', [a, b])` are true;
 * `isBundle('Air Force 1 Low', [a, b])` is false
 */
export function isBundle(title: string | null, codes: readonly StyleCode[]): boolean {
  if (title === null) return false;
  return SEVERAL.some((words) => words.test(title)) || (codes.length > 1 && SET.test(title));
}
