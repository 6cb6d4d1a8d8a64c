import type { SalesPace } from '../deals/sales-pace';
import type { MarketQuote } from './quote';
import { spreadOf, type Spread } from './spread';

/** Where offers stand against the lowest ask. */
export type SpreadPosition =
  | { readonly kind: 'known'; readonly word: 'crossed' | 'close' | 'apart' | 'far'; readonly spread: Spread }
  | { readonly kind: 'unknown'; readonly why: 'never-read' | 'no-ask' | 'no-offer' | 'two-currencies' };

export type LiquidityWord = 'several-a-day' | 'daily' | 'several-a-week' | 'weekly' | 'monthly' | 'rare';

/** How often a size sells, with what that stands on. */
export type Liquidity =
  | { readonly kind: 'known'; readonly word: LiquidityWord; readonly pace: SalesPace }
  | { readonly kind: 'unknown'; readonly why: 'never-read' | 'too-few' };

/** What buyers and sellers of a size do, as far as it was seen. Nothing of it is a forecast. */
export interface Sentiment {
  readonly position: SpreadPosition;
  readonly liquidity: Liquidity;
}

interface SentimentInput {
  /** null: the prices were never read. */
  readonly figures: Pick<MarketQuote, 'lowestAsk' | 'highestOffer'> | null;
  /** Whether the sales were ever read. */
  readonly salesRead: boolean;
  /** null: too few sales tell it. */
  readonly pace: SalesPace | null;
}

/** From so many basis points of the ask on, offers are no longer close, and then no longer near at all. */
const APART_FROM = 500;
const FAR_FROM = 1500;

/** From so many sales a week on the word holds; below all of them a size sells rarely. */
const WORDS: readonly (readonly [perWeek: number, word: LiquidityWord])[] = [
  [14, 'several-a-day'],
  [5, 'daily'],
  [2, 'several-a-week'],
  [0.75, 'weekly'],
  [0.2, 'monthly'],
];

/**
 * Offers against the ask, and sales, in words with their basis.
 *
 * @example ask $98, offer $84, 10 sales in 28 days: offers are 14.3 % under the ask (apart), sells several times a week
 */
export function sentimentOf({ figures, salesRead, pace }: SentimentInput): Sentiment {
  return { position: positionOf(figures), liquidity: liquidityOf(salesRead, pace) };
}

function positionOf(figures: SentimentInput['figures']): SpreadPosition {
  if (figures === null) return { kind: 'unknown', why: 'never-read' };
  if (figures.lowestAsk === null) return { kind: 'unknown', why: 'no-ask' };
  if (figures.highestOffer === null) return { kind: 'unknown', why: 'no-offer' };
  const spread = spreadOf(figures);
  if (spread === null) return { kind: 'unknown', why: 'two-currencies' };
  const { basisPoints } = spread;
  if (basisPoints <= 0) return { kind: 'known', word: 'crossed', spread };
  return { kind: 'known', word: basisPoints < APART_FROM ? 'close' : basisPoints < FAR_FROM ? 'apart' : 'far', spread };
}

function liquidityOf(salesRead: boolean, pace: SalesPace | null): Liquidity {
  if (!salesRead) return { kind: 'unknown', why: 'never-read' };
  if (pace === null) return { kind: 'unknown', why: 'too-few' };
  const word = WORDS.find(([perWeek]) => pace.perWeek >= perWeek)?.[1] ?? 'rare';
  return { kind: 'known', word, pace };
}
