import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import { profileSource } from '@/lib/domain/sites/default-profiles';
import type { Instant } from '@/lib/domain/time/instant';
import type { Standing } from '@/lib/jobs/engine';
import type { MessageInput, MessageOutput } from '@/lib/messaging/protocol';
import { pageLookUp, type KnownPage, type PageQuestion, type PageSettings } from '@/lib/queries/page-look-up';
import { bareCurrency, toQuestion } from '@/lib/queries/page-question';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';

export type LookInput = MessageInput<'page/look-up'>;
export type LookAnswer = MessageOutput<'page/look-up'>;

interface LookParts {
  readonly db: ArchvdDatabase;
  readonly settings: PageSettings;
  readonly standing: Standing;
  /** The books are the demo market's. */
  readonly isDemo: boolean;
  /** When a style code was last looked up in the catalogue; null: never. */
  readonly soughtAt: (styleCode: StyleCode) => Promise<Instant | null>;
}

/** Answers a page from the books. What the page calls a style code is one, or the product is unknown. */
export async function answerLook(
  { db, settings, standing, isDemo, soughtAt }: LookParts,
  input: LookInput,
): Promise<LookAnswer> {
  const always = { standing, isDemo };
  if (input.bundle) return { state: 'bundle', ...always };
  const styleCode = parseStyleCode(input.styleCode);
  if (styleCode === null) return { state: 'unknown-product', ...always, soughtAt: settings.now };
  const question = toQuestion(input, styleCode, bareCurrency(input.site, settings.profiles));
  const found = await pageLookUp(db, question, settings);
  if (found.kind === 'known') return { ...toKnown(found, question, settings), ...always };
  if (found.kind === 'several') return { state: 'ambiguous', ...always, candidates: found.products.map(toProduct) };
  if (standing !== 'ready') return { state: 'not-connected', ...always };
  return { state: 'unknown-product', ...always, soughtAt: await soughtAt(styleCode) };
}

function toProduct({ catalogId, name, brand, rawSku, styleCode }: Product) {
  return { catalogId, name, brand, styleCode: styleCode ?? rawSku };
}

function toKnown(
  { product, sizes, readAt, rate, schedule }: KnownPage,
  question: PageQuestion,
  settings: PageSettings,
): Omit<Extract<LookAnswer, { state: 'known' }>, 'standing' | 'isDemo'> {
  return {
    state: 'known',
    product: toProduct(product),
    currency: question.currency,
    sizes: sizes.map(({ deal, own, candidates, sellHere, ...size }) => ({
      ...size,
      candidates: [...candidates],
      sellHere: { ...sellHere, missing: [...sellHere.missing] },
      deal: {
        ...deal,
        underAsk: { ...deal.underAsk, missing: [...deal.underAsk.missing] },
        intoOffer: { ...deal.intoOffer, missing: [...deal.intoOffer.missing] },
        landed: deal.landed === null ? null : { ...deal.landed, missing: [...deal.landed.missing] },
        maxBuyMissing: [...deal.maxBuyMissing],
        breakEven: { ...deal.breakEven, missing: [...deal.breakEven.missing] },
      },
      own: { ...own, costs: own.costs === null ? null : { ...own.costs, missing: [...own.costs.missing] } },
    })),
    readAt,
    targetRoiBasisPoints: settings.targetRoiBasisPoints,
    rate,
    feeSource: schedule?.source ?? null,
    terms: { ...profileSource(question.site), isOwn: Object.hasOwn(settings.profiles, question.site) },
  };
}
