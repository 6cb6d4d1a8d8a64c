import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { isBundle } from './bundle';

/** How private sellers write that several pairs go together, in the languages of the places. */
const SEVERAL = [
  /(?:^|\s)(?:x ?[2-9]|[2-9] ?x)(?=\s|$|[),.!])/i,
  /\b(?:[2-9]|1\d)(?:er)?[ -](?:pack|set|pi[èe]ces?|st(?:ü|u)ck|teile|sneakers?|shoes|schuhe|baskets|chaussures|scarpe|zapatillas|schoenen|szt)(?![\p{L}])/iu,
  /\b(?:pack|lote|lotto|lot|set|paket|sammlung|zestaw|pakiet|conjunto|partij|kavel) (?:de|di|of|von|van|aus|z)\b/i,
  /\b(?:two|three|four|zwei|drei|vier|deux|trois|quatre|due|tre|dos|tres|dwie|trzy|twee|drie) (?:pairs|paar|paare|paires|paia|pares|pary)(?![\p{L}])/iu,
  /(?:^|[\s([])(?:zestaw|pakiet|bundle|konvolut|sammelpaket|lote|lotto)(?=$|[\s)\],.!:])/i,
  /(?:^|[\s([])lot(?=$|[)\],.!:]|\s+(?:baskets?|chaussures|nike|adidas|jordan|sneakers?|shoes|paires?))/i,
];

/** What two or three words on a page of one pair mean as well: "x 2" in the name of a shoe made by two brands. */
const NAMES = /\b(?:zoom ?x|travis scott x|[a-z]{3,} x [2-9]\d{2,})\b/i;

/**
 * Whether a private seller's listing is of several pairs, `isBundle`'s cases among them.
 *
 * @example `2 Paar Nike Dunk`, `Nike Dunk x3`, `Lot baskets nike` and `Zestaw butów` are; `Travis Scott x Nike` is not
 */
export function isSeveral(title: string | null, codes: readonly StyleCode[]): boolean {
  if (title === null) return false;
  if (isBundle(title, codes)) return true;
  const text = title.slice(0, 300).replace(NAMES, ' ');
  return SEVERAL.some((words) => words.test(text));
}
