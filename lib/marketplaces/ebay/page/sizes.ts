import type { SizeSystem } from '@/lib/domain/sizes/size';
import type { PageReading, PageSize } from '@/lib/marketplaces/contract/page-reading';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import { NO_SIZE_WORDS, NUMBER_OF_SHOES, SIZE_WORDS } from './aspect-names';
import type { Aspect } from './aspects';

type Gender = PageReading['identity']['gender'];
type ListedSize = Omit<PageSize, 'selected'>;

const SEXES = { men: 'M', women: 'W', youth: 'Y', unisex: 'M' } as const;
const GENDERS = { M: 'men', W: 'women', Y: 'youth', C: 'youth' } as const;

/** The place's own system first: a British buyer wears a British number, whatever else the seller filled in. */
const PREFERRED: Readonly<Record<string, readonly SizeSystem[]>> = {
  'co.uk': ['UK', 'EU', 'US'],
  ie: ['UK', 'EU', 'US'],
  com: ['US', 'UK', 'EU'],
  ca: ['US', 'UK', 'EU'],
  'com.au': ['US', 'UK', 'EU'],
};
const ELSEWHERE: readonly SizeSystem[] = ['EU', 'UK', 'US'];

/** Whether a specific or a menu is about the size of the shoe. */
export function isSizeName(key: string): boolean {
  if (!SIZE_WORDS.test(key) || NO_SIZE_WORDS.test(key)) return false;
  return !/(?:^| )numero(?: |$)/.test(key) || NUMBER_OF_SHOES.test(key);
}

/** The size in the specifics: the place's own system before the others, a bare number only when nothing else is said. */
export function sizeOfAspects(aspects: readonly Aspect[], place: string, gender: Gender): ListedSize | null {
  const sizes = aspects
    .filter(({ key }) => isSizeName(key))
    .map(({ key, value }) => readListedSize(value, key, gender));
  const order = PREFERRED[place] ?? ELSEWHERE;
  const ranked = [...order, 'JP', 'IT', 'FR', null].flatMap((system) => sizes.filter((size) => size.system === system));
  const known = ranked.filter((size) => size.value !== null);
  // Of two runs' numbers the one of the run the shoe is listed for.
  const sex = gender === null ? null : SEXES[gender];
  const [first] = known;
  const best = known.find((size) => size.system === first?.system && size.sex === sex) ?? first ?? sizes[0];
  if (best === undefined || best.system === 'US') return best ?? null;
  // Two American numbers are those of two runs: only the one of the same run is this size.
  const american = sizes.filter((size) => size.us !== null);
  const same = american.length === 1 ? american[0] : american.find((size) => size.sex === best.sex);
  return { ...best, us: best.us ?? same?.us ?? null, sex: best.sex ?? same?.sex ?? null };
}

/**
 * One size with what the name of its row or menu says about it. A bare number in a row that names no system has none,
 * up to 33; from 34 on no other system has such numbers.
 *
 * @example `readListedSize('8.5 Men', 'us shoe size', null)` is US M 8.5; `readListedSize('9', 'size', 'men')` has no
 * system; `M 8.5 / W 10` is American, since only American sizes are written in pairs of men and women
 */
export function readListedSize(raw: string, key: string, gender: Gender): ListedSize {
  const told = sexIn(key);
  const text = inEnglish(raw);
  const context = {
    system: systemIn(key) ?? (isPair(text) ? 'US' : null),
    gender: told === null ? gender : GENDERS[told],
  };
  return { ...readPageSize(text, context), raw: raw.trim().slice(0, 60) };
}

function inEnglish(raw: string): string {
  return raw
    .slice(0, 80)
    .replace(/\b(?:herren|hommes?|uomo|hombre|heren|m[eę]skie)(?![\p{L}])/giu, 'men')
    .replace(/\b(?:damen|femmes?|donna|mujer|dames|damskie)(?![\p{L}])/giu, 'women')
    .replace(/\bUE\b/gi, 'EU')
    .replace(/\bEE\.? ?UU\.?/gi, 'US')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `M 8.5 / W 10`: men's and women's number of one American size are one and a half apart. */
function isPair(text: string): boolean {
  const [, men, women] =
    /^(?:US ?)?M(?:en'?s)? ?(\d{1,2}(?:\.5)?) ?[/|] ?(?:US ?)?W(?:omen'?s)? ?(\d{1,2}(?:\.5)?)$/i.exec(text) ?? [];
  return men !== undefined && Number(women) - Number(men) === 1.5;
}

function systemIn(key: string): SizeSystem | null {
  const words = new Set(key.split(' '));
  const has = (...names: string[]) => names.some((name) => words.has(name));
  if (has('us', 'usa', 'eeuu') || /(?:^| )(?:ee uu|u s)(?: |$)/.test(key)) return 'US';
  if (has('uk', 'gb', 'britische', 'britannique')) return 'UK';
  if (has('eu', 'eur', 'ue', 'europe', 'european', 'europaische', 'europeenne', 'europea')) return 'EU';
  return has('jp', 'cm', 'japan') ? 'JP' : null;
}

function sexIn(key: string): keyof typeof GENDERS | null {
  if (/(?:^| )(?:women|womens|damen|femmes?|donna|mujer|dames)(?: |$)/.test(key)) return 'W';
  if (/(?:^| )(?:men|mens|herren|hommes?|uomo|hombre|heren)(?: |$)/.test(key)) return 'M';
  return /(?:^| )(?:youth|kids|kinder|enfants?|bambin[oi]|ninos?|kinderen)(?: |$)/.test(key) ? 'Y' : null;
}
