import type { CatalogueItem } from '../catalogue/item';
import { mix } from '../random/random';
import { grades } from './calibration';
import { createCommonFactor, createLevelPath, type LevelPath } from './level';
import { globalIndicator, offersBelow, regionalAsk, strangersAsk, strangersOffer, type BookSide } from './quotes';
import { createSalesHistory, type SalesHistory } from './sales-history';
import { createSizeMarkets, type SizeMarket } from './size-market';
import { dayOf } from './time';

/** One size of one model, everything about it. */
export interface Variant {
  readonly item: CatalogueItem;
  readonly size: SizeMarket;
  readonly history: SalesHistory;
  /** What a new pair is worth at a moment, in dollars. */
  fairAt(ms: number): number;
  /** Strangers' book of a grade; `consigned` null pools both. */
  bookAt(ms: number, grade: number, consigned: boolean | null): BookSide;
  regional(askCents: number, region: string, grade: number): number;
  indicatorAt(ms: number, region: string, grade: number): number | null;
  /** Offers of a grade, [price, count], high to low. */
  offersAt(ms: number, grade: number): [number, number][];
}

export interface Market {
  /** Undefined for a size the model does not come in (in US numbers). */
  variant(item: CatalogueItem, us: number): Variant | undefined;
  /** Sizes of a model in catalogue order. */
  variants(item: CatalogueItem): readonly Variant[];
}

interface ProductMarket {
  readonly bySize: ReadonlyMap<number, Variant>;
  readonly list: readonly Variant[];
}

/**
 * A market that moves, made up from a seed: its state at a moment depends on (seed, catalogue id, moment) alone, so two
 * runs agree and nothing has to be stepped through. Nothing is worked out before it is asked for.
 */
export function createMarket(seed: number): Market {
  const common = createCommonFactor(seed);
  const products = new Map<string, ProductMarket>();

  function productOf(item: CatalogueItem): ProductMarket {
    let product = products.get(item.catalogId);
    if (product === undefined) {
      const level = createLevelPath(item, seed, common);
      const sizes = createSizeMarkets(item, seed);
      const bySize = new Map([...sizes].map(([us, size]) => [us, createVariant(item, size, level)]));
      product = { bySize, list: [...bySize.values()] };
      products.set(item.catalogId, product);
    }
    return product;
  }

  return {
    variant: (item, us) => productOf(item).bySize.get(us),
    variants: (item) => productOf(item).list,
  };
}

function createVariant(item: CatalogueItem, size: SizeMarket, level: LevelPath): Variant {
  const fairAt = (ms: number): number => Math.exp(level.logAt(ms) + size.premiumOn(dayOf(ms)));
  const gradeFair = (ms: number, grade: number): number => fairAt(ms) * (grades[grade]?.factor ?? 1);
  const offerAt = (ms: number, grade: number): number | null =>
    strangersOffer(item, size, grade, gradeFair(ms, grade), ms);
  return {
    item,
    size,
    history: createSalesHistory(size, level),
    fairAt,
    bookAt(ms, grade, consigned) {
      const fair = gradeFair(ms, grade);
      const own = consigned === true ? null : strangersAsk(item, size, grade, false, fair, ms);
      const stored = consigned === false ? null : strangersAsk(item, size, grade, true, fair, ms);
      const askCents = own === null ? stored : stored === null ? own : Math.min(own, stored);
      return { askCents, offerCents: offerAt(ms, grade) };
    },
    regional: (askCents, region, grade) => regionalAsk(askCents, region, mix(size.seed, grade)),
    indicatorAt: (ms, region, grade) => globalIndicator(size.seed, region, grade, fairAt(ms)),
    offersAt(ms, grade) {
      const top = offerAt(ms, grade);
      return top === null ? [] : [[top, 1], ...offersBelow(item, size, top, ms)];
    },
  };
}
