import type { PageReading } from '@/lib/marketplaces/contract/page-reading';

/** Words as people see them on pages in English, German, French, Italian, Spanish, Dutch, Polish and Portuguese. */
const DEFECTS =
  /\b(?:defects?|imperfections?|fehler\w*|mangel|mängel\w*|défauts?|difett\w*|defectos?|imperfecciones|gebreken|wadami|defeitos?)(?![\p{L}])/iu;
const USED =
  /(?:^|[^\p{L}])(?:pre-?owned|pre-?loved|used|second hand|worn|gebraucht\w*|getragen|occasion|d'occasion|usat[oaie]|usad[oa]s?|de segunda mano|tweedehands|gebruikt|używan\p{L}*|refurbished|generalüberholt)(?![\p{L}])/iu;
const NEW =
  /^(?:brand[ -]new|new|neu|neuf|neuve|nuov[oa]|nuev[oa]|nieuw|now[yae]|nowe|nov[oaýé]|új|ny(?:tt|a)?|uu(?:si|det)|nou[aă]?|nauj\p{L}{1,3}|καινούργι\p{L}|deadstock|ds|bnib|nwt)(?![\p{L}])/iu;

/**
 * The condition a short text of the page names, in the languages of the places; `other` is what every text means that
 * names neither new nor used (`Très bon état`): worn, where a page only has words for new and for degrees of wear.
 *
 * @example `Neu mit Fehlern` is `new_defects`, `Neuf avec étiquette` is `new`
 */
export function conditionOf(
  text: string | null,
  other: PageReading['condition'] = 'unknown',
): PageReading['condition'] {
  if (text === null) return 'unknown';
  const line = text.replace(/’/g, "'").trim();
  if (USED.test(line)) return 'used';
  if (!NEW.test(line)) return other;
  return /^like new|^as new|^wie neu|^comme neuf|^come nuovo|^como nuevo/i.test(line) ? 'used' : hasDefects(line);
}

function hasDefects(line: string): PageReading['condition'] {
  return DEFECTS.test(line) &&
    !/\b(?:without|ohne|sans|senza|sin|zonder|bez|sem) \p{L}*(?:defe|difett|fehl|män|défaut|gebrek|wad)/iu.test(line)
    ? 'new_defects'
    : 'new';
}
