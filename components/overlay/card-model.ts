import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { MessageOutput } from '@/lib/messaging/protocol';
import type { PageReading } from './card-question';

export type Look = MessageOutput<'page/look-up'>;
export type KnownLook = Extract<Look, { state: 'known' }>;
export type SizeLook = KnownLook['sizes'][number];
export type Way = SizeLook['deal']['underAsk'];

/** Figures older than this are told in amber, and read again. */
export const USE_BY_MS = 15 * MINUTE_MS;

/** What is worth saying besides the figures, the gravest first. */
export type CardNote =
  | 'used'
  | 'currency-ambiguous'
  | 'no-rate'
  | 'style-code-doubtful'
  | 'style-code-of-title'
  | 'style-code-several'
  | 'size-not-in-catalogue'
  | 'sold-out'
  | 'price-pending';

/** The figure that matters most, for the first line and for the folded tab. */
export type Verdict =
  | { readonly kind: 'profit'; readonly profit: Money; readonly tone: Tone }
  /** What selling brings, where the page has no price to compare with. */
  | { readonly kind: 'net'; readonly net: Money }
  | { readonly kind: 'choose-size' }
  | { readonly kind: 'unknown'; readonly reasons: readonly string[] };

export type Tone = 'gain' | 'loss' | 'even';

export interface CardModel {
  readonly size: SizeLook | null;
  readonly verdict: Verdict;
  readonly notes: readonly CardNote[];
  /** The product's prices: when they were read and whether that is long ago; null: never. */
  readonly age: { readonly at: number; readonly old: boolean } | null;
}

/**
 * What the card says about a known product.
 *
 * @param label the size looked at, as the page writes it; null: none chosen
 * @example page $105, lowest ask $98: verdict −$24.62, a loss
 */
export function cardModel(look: KnownLook, reading: PageReading, label: string | null, now: number): CardModel {
  const size = look.sizes.find((each) => each.label === label) ?? null;
  const { readAt } = look;
  return {
    size,
    verdict: verdictOf(size, reading),
    notes: notesOf(look, reading, size),
    age: readAt === null ? null : { at: readAt, old: now - readAt > USE_BY_MS },
  };
}

/** alias figures are of new pairs: what is used or flawed is compared with none of them. */
export function isUsed({ condition }: PageReading): boolean {
  return condition === 'used' || condition === 'new_defects';
}

function verdictOf(size: SizeLook | null, reading: PageReading): Verdict {
  if (size === null) return { kind: 'choose-size' };
  if (isUsed(reading)) return { kind: 'unknown', reasons: ['used'] };
  if (isForeign(size)) return { kind: 'unknown', reasons: ['size-foreign'] };
  const way = size.deal.underAsk;
  const profit = moneyOf(way.profit);
  if (profit !== null) return { kind: 'profit', profit, tone: toneOf(profit) };
  const net = netOf(way);
  if (net !== null) return { kind: 'net', net };
  return { kind: 'unknown', reasons: size.usSize === null ? ['size'] : way.missing };
}

export function toneOf(amount: Money): Tone {
  return amount.minor > 0 ? 'gain' : amount.minor < 0 ? 'loss' : 'even';
}

function notesOf({ readAt }: KnownLook, reading: PageReading, size: SizeLook | null): CardNote[] {
  const has = (warning: PageReading['warnings'][number]) => reading.warnings.includes(warning);
  const missing = size?.deal.underAsk.missing ?? [];
  const noPrice = size !== null && size.pagePrice === null;
  const soldOut = reading.availability === 'sold_out' || has('SOLD_OUT');
  const told: readonly (readonly [CardNote, boolean])[] = [
    ['used', isUsed(reading)],
    ['currency-ambiguous', has('CURRENCY_AMBIGUOUS') && (size === null || noPrice)],
    ['no-rate', missing.includes('fx-rate')],
    ['style-code-doubtful', has('SKU_SLUG_CONFLICT') || has('SKU_FROM_SLUG')],
    ['style-code-of-title', reading.identity.styleCode?.source === 'title'],
    ['style-code-several', has('SKU_MULTI')],
    ['size-not-in-catalogue', readAt !== null && size !== null && size.usSize === null && !isForeign(size)],
    ['sold-out', noPrice && soldOut],
    ['price-pending', noPrice && !soldOut && has('PRICE_PENDING')],
  ];
  return told.flatMap(([note, is]) => (is ? [note] : []));
}

/** A size on a scale the product's own table does not tell: it is one of the suggestions, or none of them. */
export function isForeign(size: SizeLook | null): boolean {
  return size !== null && size.usSize === null && size.candidates.length > 0;
}

/** An amount of the background as money; null for what is null, or in a currency this version does not keep. */
export function moneyOf(amount: { readonly minor: number; readonly currency: string } | null): Money | null {
  return amount !== null && isCurrencyCode(amount.currency) ? money(amount.minor, amount.currency) : null;
}

/** What a way brings: in the page's currency, or in the marketplace's own where no rate joins the two. */
export function netOf(way: Way): Money | null {
  return moneyOf(way.net) ?? moneyOf(way.lines?.net ?? null);
}

/**
 * Whether alias should be asked anew for what was just looked up; the background decides when it really is.
 *
 * @param label the size looked at: its sales are wanted too
 */
export function wantsReading(look: Look, label: string | null, now: number): boolean {
  if (look.standing !== 'ready') return false;
  if (look.state === 'unknown-product') return look.soughtAt === null;
  if (look.state !== 'known') return false;
  const size = look.sizes.find((each) => each.label === label);
  const isOld = (at: number | null) => at === null || now - at > USE_BY_MS;
  return isOld(look.readAt) || (size !== undefined && size.usSize !== null && isOld(size.salesReadAt));
}
