import * as z from 'zod/mini';
import { catalogId, OPEN_PANEL, site } from './open-panel';
import { amount, currencyCode, done, failure, text } from './parts';

const run = z.nullable(z.enum(['men', 'women', 'youth', 'unisex']));
const styleCode = text(40).check(z.minLength(1));
const usSize = z.number().check(z.minimum(0), z.maximum(60));

/** What a page asks for a pair; a currency the page did not tell apart (`$`) is null, and then nothing is compared. */
const pagePrice = z.object({
  minor: z.int().check(z.minimum(1), z.maximum(1_000_000_000_000)),
  currency: z.nullable(currencyCode),
});

const pageSize = z.object({
  label: text(40),
  /** US number when the page tells it. */
  value: z.nullable(usSize),
  price: z.nullable(pagePrice),
});

/** What a page adds for sending; nothing where it sends for nothing. */
const pageShipping = z.nullable(z.object({ ...pagePrice.shape, minor: z.int().check(z.minimum(0), z.maximum(1e9)) }));

const layer = z.enum(['embedded', 'dom-hero', 'dom-label', 'dom-row', 'meta', 'json-ld', 'slug', 'title']);

const MOST_SIZES = 60;

const known = z.nullable(amount);
const reasons = z.array(z.string());

const way = z.object({
  price: known,
  lines: z.nullable(
    z.object({ price: amount, commission: amount, sellerFee: amount, payout: amount, cashOut: amount, net: amount }),
  ),
  net: known,
  profit: known,
  roiBasisPoints: z.nullable(z.int()),
  missing: reasons,
});

const own = z.object({
  count: z.int(),
  listed: z.int(),
  listedPrice: known,
  /** Null unless the seller lets pages show it: other extensions can look into a page. */
  costs: z.nullable(z.object({ cost: known, floor: known, profit: known, missing: reasons })),
});

const sizeLook = z.object({
  label: z.string(),
  usSize: z.nullable(z.number()),
  /** What the size may be by the brand's chart: suggestions, of which a person takes one or none. */
  candidates: z.array(z.object({ us: z.number(), chart: z.string() })),
  pagePrice: known,
  figures: z.nullable(z.object({ lowestAsk: known, highestOffer: known, lastSale: known })),
  deal: z.object({
    underAsk: way,
    intoOffer: way,
    /** What the pair costs until it is here; `total` holds what is known, `missing` names the rest. */
    landed: z.nullable(
      z.object({
        price: amount,
        fee: known,
        fixedFee: known,
        shipping: known,
        duty: known,
        total: amount,
        missing: reasons,
      }),
    ),
    maxBuy: known,
    maxBuyMissing: reasons,
    breakEven: way,
  }),
  /** Sold on the page's own site; `net` holds what is known, `missing` names the rest. */
  sellHere: z.object({
    price: known,
    basis: z.nullable(z.enum(['page-ask-minus-1', 'page-price'])),
    lines: z.nullable(z.object({ commission: amount, payment: amount, fixedFee: known, shipping: known })),
    net: known,
    missing: reasons,
  }),
  best: z.nullable(z.object({ place: z.enum(['alias', 'here']), ahead: known })),
  salesReadAt: z.nullable(z.int()),
  pace: z.nullable(z.object({ sales: z.int(), days: z.number(), perWeek: z.number() })),
  daysToSell: z.nullable(z.object({ days: z.int(), atPrice: z.int() })),
  own,
});

const product = z.object({ catalogId: z.string(), name: z.string(), brand: z.string(), styleCode: z.string() });

/** Whether alias may be asked now, as in `vault/status`. */
const standing = z.enum(['ready', 'not-connected', 'locked', 'refused', 'no-access']);

/** Told with every answer. `isDemo`: the figures are of the demo market, and the card says so. */
const always = { standing, isDemo: z.boolean() };

const place = z.object({
  folded: z.boolean(),
  /** Pixels from the top of the window; null: where the card stands by itself. */
  top: z.nullable(z.int().check(z.minimum(0), z.maximum(20_000))),
});

const undoable = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** `already`: it was there, and nothing was changed. */
const undoableOnce = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()), already: z.boolean() }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/**
 * Marketplace pages: what the card asks. A content script is trusted with nothing: inputs are small and bounded, answers
 * hold what the card draws, and own costs only when the seller has switched them on.
 */
export const PAGE = {
  /** Answers at once from the books, with the age of everything; asks alias nothing. */
  'page/look-up': {
    from: 'content',
    effect: 'read',
    input: z.object({
      site,
      styleCode,
      /** Which of several catalogue items was chosen. */
      catalogId: z.nullable(catalogId),
      run,
      /** The page sells several things at once: nothing is compared. */
      bundle: z.boolean(),
      sizes: z.array(pageSize).check(z.maxLength(MOST_SIZES)),
      /** What the page asks whichever size is meant: a shop, or the one pair of an offer that names no size. */
      price: z.nullable(pagePrice),
      /** The US size a person took for one the page writes on another scale. */
      taken: z.nullable(z.object({ label: text(40), us: usSize })),
      shipping: pageShipping,
    }),
    output: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('known'),
        ...always,
        product,
        currency: z.string(),
        sizes: z.array(sizeLook),
        readAt: z.nullable(z.int()),
        targetRoiBasisPoints: z.int(),
        /** The rate between alias's currency and the page's, when one was needed and is known. */
        rate: z.nullable(z.object({ base: z.string(), quote: z.string(), rateE8: z.int(), asOf: z.int() })),
        /** Where the fees come from. */
        feeSource: z.nullable(z.string()),
        /** Where the page's site's own fees come from: the seller, or what is known since `asOf`. */
        terms: z.object({ isOwn: z.boolean(), source: z.string(), asOf: z.nullable(z.string()) }),
      }),
      z.object({ state: z.literal('ambiguous'), ...always, candidates: z.array(product) }),
      /** `soughtAt`: when alias was asked and did not have it; null: not asked yet. */
      z.object({ state: z.literal('unknown-product'), ...always, soughtAt: z.nullable(z.int()) }),
      /** Not in the books, and alias cannot be asked. */
      z.object({ state: z.literal('not-connected'), ...always }),
      z.object({ state: z.literal('bundle'), ...always }),
    ]),
  },
  /**
   * Reads the product's market from alias when that is due, else the sales of the size when these are: each at most once
   * in 15 minutes, however many pages show it.
   * `written`: look up again. `fresh`: it was read lately. `unknown-product`: alias does not have it.
   */
  'page/refresh': {
    from: 'content',
    effect: 'read',
    input: z.object({ site, styleCode, catalogId: z.nullable(catalogId), usSize: z.nullable(usSize) }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.enum(['written', 'fresh', 'ambiguous', 'unknown-product']) }),
      z.object({ state: z.literal('failed'), error: failure }),
    ]),
  },
  /** Puts a pair into stock, bought here and now. */
  'page/add': {
    from: 'content',
    effect: 'command',
    input: z.object({
      site,
      styleCode: z.nullable(styleCode),
      catalogId: z.nullable(catalogId),
      name: text(200),
      brand: text(100),
      usSize,
      price: z.nullable(pagePrice),
      condition: z.enum(['new', 'used', 'new-with-defects']),
      shipping: pageShipping,
      /** What the site is known to add to the price is kept as the pair's other costs. */
      withAdded: z.boolean(),
    }),
    output: undoable,
  },
  'page/watch': {
    from: 'content',
    effect: 'command',
    input: z.object({ site, catalogId, usSize: z.nullable(usSize) }),
    output: undoableOnce,
  },
  /** Takes back what the card did; nothing else can be taken back from a page. */
  'page/undo': { from: 'content', effect: 'command', input: z.object({ undoId: text(64) }), output: done },
  ...OPEN_PANEL,
  /** Writes the release of the page's product down, however often it is asked once. */
  'page/add-release': {
    from: 'content',
    effect: 'command',
    input: z.object({
      site,
      styleCode: z.nullable(styleCode),
      catalogId: z.nullable(catalogId),
      name: text(200),
      brand: text(100),
      date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      price: z.nullable(pagePrice),
    }),
    output: undoableOnce,
  },
  /** Once per page view: which layers told what, counted for Diagnostics. Nothing of the person, no address. */
  'page/report': {
    from: 'content',
    effect: 'read',
    input: z.object({
      site,
      outcome: z.enum(['read', 'unreadable', 'blocked']),
      styleCode: z.nullable(layer),
      price: z.nullable(layer),
      warnings: z.array(text(40)).check(z.maxLength(20)),
    }),
    output: done,
  },
  /** How the card was left on this site. */
  'page/place': { from: 'content', effect: 'read', input: z.object({ site }), output: place },
  'page/remember': {
    from: 'content',
    effect: 'command',
    input: z.object({ site, place }),
    output: done,
  },
} as const;
