import type { Size, SizeRun, SizeSystem } from './size';

/**
 * Brands' own size charts, as far as they were found. They only ever suggest: a product's own sizes outrank them, and
 * a person takes a suggestion or leaves it.
 */

/** A US size that a size on another scale may be, and by whose chart. */
export interface SizeCandidate {
  readonly us: number;
  readonly chart: string;
}

/** One US size with the same shoe on other scales; null: no source tells it. */
type Row = readonly [us: number, uk: number | null, eu: number | null, jp: number | null];

interface Chart {
  readonly name: string;
  readonly men?: readonly Row[];
  readonly women?: readonly Row[];
  readonly youth?: readonly Row[];
}

/** Nike and Jordan men as StockX shows it. UK 6 is two sizes, and so are 23.5 and 24 cm. */
const NIKE_MEN: readonly Row[] = [
  [4, 3.5, 36, 23],
  [4.5, 4, 36.5, 23.5],
  [5, 4.5, 37.5, 23.5],
  [5.5, 5, 38, 24],
  [6, 5.5, 38.5, 24],
  [6.5, 6, 39, 24.5],
  [7, 6, 40, 25],
  [7.5, 6.5, 40.5, 25.5],
  [8, 7, 41, 26],
  [8.5, 7.5, 42, 26.5],
  [9, 8, 42.5, 27],
  [9.5, 8.5, 43, 27.5],
  [10, 9, 44, 28],
  [10.5, 9.5, 44.5, 28.5],
  [11, 10, 45, 29],
  [11.5, 10.5, 45.5, 29.5],
  [12, 11, 46, 30],
  [12.5, 11.5, 47, 30.5],
  [13, 12, 47.5, 31],
  [14, 13, 48.5, 32],
  [15, 14, 49.5, 33],
  [16, 15, 50.5, 34],
  [17, 16, 51.5, 35],
  [18, 17, 52.5, 36],
];

/** US 4.5 is UK 4 is EU 36 2/3, and so on by thirds: every half size is two thirds of a European one. */
const ADIDAS_EU = [
  36, 36.67, 37.33, 38, 38.67, 39.33, 40, 40.67, 41.33, 42, 42.67, 43.33, 44, 44.67, 45.33, 46, 46.67, 47.33,
];

const adidasEu = (uk: number): number | null => ADIDAS_EU[(uk - 3.5) * 2] ?? null;

const NEW_BALANCE_EU = new Map([
  [4, 36],
  [4.5, 37],
  [5, 37.5],
  [5.5, 38],
  [6, 38.5],
  [6.5, 39.5],
  [7, 40],
  [7.5, 40.5],
  [8, 41.5],
  [8.5, 42],
  [9, 42.5],
  [9.5, 43],
  [10, 44],
  [10.5, 44.5],
  [11, 45],
  [11.5, 45.5],
  [12, 46.5],
  [13, 47.5],
]);

const CHARTS: readonly (Chart & { readonly brands: RegExp })[] = [
  {
    name: 'Nike',
    brands: /^(air )?(nike|jordan)\b/i,
    men: NIKE_MEN,
    // The European size is that of the men's row; the centimetres are not, and are left out.
    women: steps(5, 12).map((us) => [us, us - 2.5, NIKE_MEN.find(([men]) => men === us - 1.5)?.[2] ?? null, null]),
    youth: [
      [3.5, 3, null, null],
      ...NIKE_MEN.filter(([us]) => us <= 7).map(([us, uk, eu]) => [us, uk, eu, null] as const),
    ],
  },
  {
    name: 'Yeezy slide',
    brands: /^yeezy (slide|foam)/i,
    men: steps(4, 14, 1).map((us) => [us, us, null, null]),
    women: steps(5, 15, 1).map((us) => [us, us - 1, null, null]),
  },
  {
    name: 'adidas',
    brands: /^(adidas|yeezy)\b/i,
    men: steps(4.5, 12.5).map((us) => [us, us - 0.5, adidasEu(us - 0.5), null]),
    women: steps(5, 12).map((us) => [us, us - 1.5, adidasEu(us - 1.5), null]),
  },
  {
    name: 'New Balance',
    brands: /^new balance\b/i,
    men: [...NEW_BALANCE_EU].map(([us, eu]) => [us, us - 0.5, eu, 22 + (us - 4)]),
    women: steps(5, 12).map((us) => [us, us - 2, us === 9 ? 40.5 : null, null]),
  },
  { name: 'ASICS', brands: /^asics\b/i, men: offset(1), women: offset(2) },
  { name: 'Vans', brands: /^vans\b/i, men: offset(1), women: offset(2.5) },
  { name: 'Converse', brands: /^converse\b/i, men: offset(0), women: offset(2) },
  { name: 'Puma', brands: /^puma\b/i, men: offset(1), women: offset(2.5) },
];

/**
 * Which US sizes a size on another scale may be by the brand's chart: none, one, or several to choose from.
 *
 * @param run whose sizes the product comes in; unisex is men's, and what is not told has no candidates
 * @example Nike, men, EU 42: US 8.5; Nike, men, UK 6: US 6.5 and US 7
 */
export function sizeCandidates(brand: string, run: SizeRun, size: Size): readonly SizeCandidate[] {
  const chart = CHARTS.find(({ brands }) => brands.test(brand.trim()));
  const column = COLUMNS[size.system];
  if (chart === undefined || run === null || column === undefined) return [];
  const rows = chart[run === 'unisex' ? 'men' : run] ?? [];
  return rows.filter((row) => row[column] === size.value).map(([us]) => ({ us, chart: chart.name }));
}

const COLUMNS: Readonly<Partial<Record<SizeSystem, 1 | 2 | 3>>> = { UK: 1, EU: 2, JP: 3 };

/** Brands of which only the distance to the UK size is known. */
function offset(less: number): readonly Row[] {
  return steps(4, 14).map((us) => [us, us - less, null, null]);
}

function steps(from: number, to: number, by = 0.5): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, nth) => from + nth * by);
}
