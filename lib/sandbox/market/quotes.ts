import type { CatalogueItem } from '../catalogue/item';
import { mix, smoothNoise, unit } from '../random/random';
import { grades } from './calibration';
import type { SizeMarket } from './size-market';
import { DAY_MS } from './time';

/** What strangers ask and offer for one size and grade at a moment; null where there is nobody. */
export interface BookSide {
  readonly askCents: number | null;
  readonly offerCents: number | null;
}

/** Landed prices against the global ask by region id, as observed: 3 the home market, 1 a thin one. */
const regionMarkup: Record<string, number> = { '3': 0.02, '2': 0.09, '1': 0.16, '4': 0.22, '5': 0.12, '6': 0.25 };

function wholeDollars(dollars: number): number {
  return Math.round(dollars) * 100;
}

/** How seldom a size of this grade sells: 0 for daily sales and more, 1 for one in ten days, 2 for one in a hundred. */
function thinness(size: SizeMarket, grade: number): number {
  const rate = size.rate * (grade === 0 ? 1 : (grades[grade]?.share ?? 0) * 4);
  return Math.min(2.5, Math.max(0, -Math.log10(Math.max(rate, 0.001))));
}

/** Sellers come and go by weeks; the chance that one is there grows with the size's volume. */
function present(seed: number, week: number, expected: number): boolean {
  return unit(seed, week) < 1 - Math.exp(-expected);
}

/** Lowest ask of strangers. Margins wander over days and flicker over hours, wider where little is sold. */
export function strangersAsk(
  item: CatalogueItem,
  size: SizeMarket,
  grade: number,
  consigned: boolean,
  fair: number,
  ms: number,
): number | null {
  const seed = mix(size.seed, 0xa5, grade, consigned ? 1 : 0);
  const thin = thinness(size, grade);
  const expected = 26 * size.rate * (grades[grade]?.share ?? 0) * (grade === 0 ? 1 : 3) * (consigned ? 0.5 : 1);
  if (!present(seed, Math.floor(ms / (7 * DAY_MS)), expected)) return null;
  const slow = smoothNoise(seed, ms / (3 * DAY_MS));
  const quick = smoothNoise(mix(seed, 7), ms / (DAY_MS / 4));
  // Now and then somebody wants to be rid of a pair: a quarter of sizes stand well under their last sale.
  const bargain = 0.1 * Math.max(0, smoothNoise(mix(seed, 9), ms / (5 * DAY_MS)));
  const margin = -0.01 + 0.05 * slow - bargain + 0.015 * quick + thin * 0.06 + (consigned ? 0.03 : 0);
  const cents = wholeDollars(fair * Math.exp(margin));
  return Math.min(item.maximumCents, Math.max(item.minimumCents, cents));
}

/** Highest offer. Offers are not split by consignment; most are for new pairs in a good box. */
export function strangersOffer(
  item: CatalogueItem,
  size: SizeMarket,
  grade: number,
  fair: number,
  ms: number,
): number | null {
  const seed = mix(size.seed, 0x0f, grade);
  const expected = (grade === 0 ? 14 : grade === 4 ? 1.5 : 0.1) * size.rate;
  if (!present(seed, Math.floor(ms / (7 * DAY_MS)), expected)) return null;
  const slow = smoothNoise(seed, ms / (4 * DAY_MS));
  const quick = smoothNoise(mix(seed, 7), ms / (DAY_MS / 3));
  const depth = Math.exp(Math.log(0.21) + 0.95 * slow + 0.12 * quick) + 0.2 * thinness(size, grade) - 0.04;
  const cents = wholeDollars(fair * Math.exp(-depth));
  return cents < item.minimumCents ? null : Math.min(cents, item.maximumCents);
}

/** The ask as a buyer of a region sees it: duties and delivery on top, never under the global ask. */
export function regionalAsk(askCents: number, region: string, seed: number): number {
  const markup = (regionMarkup[region] ?? 0.3) * (0.2 + 1.6 * unit(seed, 0x9e));
  return Math.round((askCents * (1 + markup)) / 100) * 100;
}

/**
 * alias's global indicator: only with a region, only for some sizes, and now and then absurdly low (recorded: $2 and $9).
 */
export function globalIndicator(seed: number, region: string, grade: number, fair: number): number | null {
  if (grade !== 0) return null;
  if (unit(seed, 0x61, region.charCodeAt(0)) > (region === '3' ? 0.8 : 0.5)) return null;
  if (unit(seed, 0x62) < 0.05) return 100 * Math.round(2 + 8 * unit(seed, 0x63));
  return wholeDollars(fair * (0.55 + 0.35 * unit(seed, 0x64)));
}

/** Offers below the highest one: [price, count], high to low. */
export function offersBelow(item: CatalogueItem, size: SizeMarket, topCents: number, ms: number): [number, number][] {
  const week = Math.floor(ms / (7 * DAY_MS));
  const bins: [number, number][] = [];
  let cents = topCents;
  const most = 1 + Math.floor(Math.min(9, size.rate * 5) * (0.5 + unit(size.seed, 0x40, week)));
  for (let i = 0; i < most; i++) {
    cents = wholeDollars((cents / 100) * (0.98 - 0.16 * unit(size.seed, 0x41, week, i)) - 0.5);
    if (cents < item.minimumCents) break;
    bins.push([cents, 1 + Math.floor(3 * unit(size.seed, 0x42, week, i) ** 2)]);
  }
  return bins;
}
