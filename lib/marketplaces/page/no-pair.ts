/** What is sold for a shoe, or of one, in the languages of the places. */
const NO_PAIR = [
  /\b(?:empty (?:shoe ?)?box|(?:shoe ?)?box(?:es)? only|only (?:the )?box|no shoes|just the box|leerer? (?:schuh)?karton|nur (?:der )?karton|boîtes? vides?|boîte seule|scatol[ae] vuot[ae]|solo scatola|caja vac[íi]a|solo (?:la )?caja|lege doos|puste pudełko)(?![\p{L}])/iu,
  /(?:^|\s)(?:replacement|spare|rope|flat|oval) (?:shoe)?laces\b|^(?:shoe)?laces\b|\b(?:shoe)?laces (?:only|for)\b|\bschnürsenkel für\b|\blacets (?:pour|de rechange)\b|\blacci per\b|\bcordones para\b/iu,
  /\b(?:left|right|single|one) (?:shoe|foot|sneaker)(?: only)?(?![\p{L}])|\b(?:linker|rechter|einzelner) schuh\b/iu,
  /\b(?:key ?chain|key ?ring|insoles? (?:only|for)|crease protectors?|shoe trees?|schlüsselanhänger|porte-cl[ée]s|portachiavi|llavero)\b/iu,
];

/**
 * Whether a private seller's listing is of something that belongs to a shoe, and not of a pair: the style code in its
 * name is the shoe's, and its price would be taken for that of a pair.
 *
 * @example `Nike Dunk DD1391-100 EMPTY BOX ONLY` and `Replacement laces for Dunk` are; `Dunk with box, extra laces` is not
 */
export function isNoPair(title: string | null): boolean {
  return title !== null && NO_PAIR.some((words) => words.test(title.slice(0, 300)));
}
