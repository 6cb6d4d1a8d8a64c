import { styleCodesIn } from '@/lib/domain/catalog/style-code';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { parseSizeRun, type SizeRunProblem } from '@/lib/domain/sizes/parse-size-run';
import type { MessageInput } from '@/lib/messaging/protocol';
import { parseCost } from '../bridge/parse-cost';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { t } from '../ui/text';
import type { AddDraft } from './draft';
import { dayOf } from './local-day';
import { amountProblem } from '../bridge/amount-problem';

export type PairsToAdd = MessageInput<'pairs/add'>['drafts'];

export type DraftField = 'name' | 'sizes' | 'cost' | 'otherCosts' | 'bought';
export type DraftProblems = Partial<Record<DraftField, string>>;

export type CheckedDraft =
  | { readonly ok: true; readonly pairs: PairsToAdd; readonly count: number }
  | { readonly ok: false; readonly problems: DraftProblems };

/** Reads the form; what does not fit is said field by field, in words. */
export function checkDraft(draft: AddDraft, currency: CurrencyCode): CheckedDraft {
  const problems: { -readonly [K in DraftField]?: string } = {};
  const { product } = draft;
  if (product === null && draft.name.trim() === '' && draft.code.trim() === '') problems.name = t('add.needName');
  const sizes = parseSizeRun(draft.sizes, product, draft.system);
  if (!sizes.ok) problems.sizes = sizesProblem(sizes.problem, product);
  const cost = readAmount(draft.cost, currency);
  if (typeof cost === 'string') problems.cost = cost;
  const otherCosts = readAmount(draft.otherCosts, typeof cost === 'object' && cost !== null ? cost.currency : currency);
  if (typeof otherCosts === 'string') problems.otherCosts = otherCosts;
  const bought = dayOf(draft.bought);
  if (bought === 'bad') problems.bought = t('add.badDate');
  const bad = !sizes.ok || typeof cost === 'string' || typeof otherCosts === 'string' || bought === 'bad';
  if (bad || Object.keys(problems).length > 0) return { ok: false, problems };
  const pairs = sizes.sizes.map(({ size, quantity }) => ({
    ...whatOf(draft),
    quantity,
    size: { ...size },
    cost,
    otherCosts,
    boughtAt: bought,
  }));
  return { ok: true, pairs, count: pairs.reduce((sum, { quantity }) => sum + quantity, 0) };
}

function whatOf({ product, ...draft }: AddDraft) {
  const { condition, packaging, note, tags, photo } = draft;
  return {
    catalogId: product?.catalogId ?? null,
    styleCode: product === null ? draft.code.trim() || null : (product.styleCode ?? null),
    name: product?.name ?? draft.name,
    brand: product?.brand ?? draft.brand,
    condition,
    packaging,
    supplier: draft.supplier.trim() || null,
    location: draft.location.trim() || null,
    tags: [...tags],
    note,
    photo,
  };
}

/** null: nothing typed, so not known. A text: why it cannot be read. */
function readAmount(text: string, currency: CurrencyCode): Money | null | string {
  const parsed = parseCost(text, currency);
  return parsed.ok ? parsed.cost : amountProblem(parsed.reason);
}

export function sizesProblem(problem: SizeRunProblem, product: CatalogHit | null): string {
  if (problem.reason === 'empty') return t('add.needSize');
  if (problem.reason === 'not-a-size') return t('add.notASize', [problem.text]);
  return t('add.notMade', [problem.text, product === null ? '' : sizesText(product)]);
}

/** `US 4 to US 15`: from the smallest to the largest. */
function sizesText({ allowedSizes, sizeSystem, sizeRun }: CatalogHit): string {
  const values = allowedSizes.map(({ value }) => value);
  const text = (value: number) => formatSize({ value, system: sizeSystem }, sizeRun);
  return t('add.range', [text(Math.min(...values)), text(Math.max(...values))]);
}

/**
 * A draft for what was typed when the pair is to be described by hand: a style code goes into its field, words into the
 * name.
 */
export function byHand(draft: AddDraft, text: string): AddDraft {
  const [found] = styleCodesIn(text);
  const typed = text.trim();
  const isCode = found?.whole === true;
  return {
    ...draft,
    product: null,
    byHand: true,
    code: isCode ? found.code : draft.code,
    name: isCode ? draft.name : typed,
  };
}
