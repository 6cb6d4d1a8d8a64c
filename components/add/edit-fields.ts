import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { parseSizeRun } from '@/lib/domain/sizes/parse-size-run';
import type { MessageInput } from '@/lib/messaging/protocol';
import { CONDITIONS, PACKAGINGS } from '../bridge/condition-choices';
import { parseCost } from '../bridge/parse-cost';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { sizesProblem } from './check-draft';
import { dayOf, dayText } from './local-day';
import { amountProblem } from '../bridge/amount-problem';

type Changes = MessageInput<'pairs/edit'>['changes'];

/** The form of a pair, as typed. */
export interface EditFields {
  readonly name: string;
  readonly brand: string;
  readonly code: string;
  readonly size: string;
  readonly condition: string;
  readonly packaging: string;
  readonly cost: string;
  readonly otherCosts: string;
  readonly bought: string;
  readonly supplier: string;
  readonly tags: readonly string[];
  readonly location: string;
  readonly note: string;
  readonly status: string;
}

export type EditProblems = Partial<Record<'size' | 'cost' | 'otherCosts' | 'bought', string>>;

export type CheckedEdit =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly problems: EditProblems };

export function fieldsOf(pair: Pair): EditFields {
  const amount = (money: Money | null) => (money === null ? '' : moneyText(money));
  return {
    name: pair.name,
    brand: pair.brand,
    code: pair.styleCode ?? '',
    size: formatSize(pair.size),
    condition: pair.condition,
    packaging: pair.packaging,
    cost: amount(pair.cost),
    otherCosts: amount(pair.otherCosts),
    bought: pair.boughtAt === null ? '' : dayText(pair.boughtAt),
    supplier: pair.supplier ?? '',
    tags: pair.tags,
    location: pair.location ?? '',
    note: pair.note,
    status: pair.status,
  };
}

const STATUSES = ['in-stock', 'returned', 'consigned', 'written-off'] as const;

/** What differs from what was there; a field nobody touched is not sent, so that nothing is rewritten by rounding. */
export function checkEdit(
  before: EditFields,
  after: EditFields,
  { product, currency }: { readonly product: CatalogHit | null; readonly currency: CurrencyCode },
): CheckedEdit {
  const changed = (field: keyof EditFields) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const problems: { -readonly [K in keyof EditProblems]: EditProblems[K] } = {};
  const changes: { -readonly [K in keyof Changes]: Changes[K] } = {};
  if (changed('size')) {
    const run = parseSizeRun(after.size, product, 'US');
    const only = run.ok && run.sizes.length === 1 ? run.sizes[0] : undefined;
    if (!run.ok) problems.size = sizesProblem(run.problem, product);
    else if (only === undefined || only.quantity !== 1) problems.size = t('editPair.oneSize');
    else changes.size = { ...only.size };
  }
  for (const field of ['cost', 'otherCosts'] as const) {
    if (!changed(field)) continue;
    const parsed = parseCost(after[field], currency);
    if (parsed.ok) changes[field] = parsed.cost;
    else problems[field] = amountProblem(parsed.reason);
  }
  if (changed('bought')) {
    const day = dayOf(after.bought);
    if (day === 'bad') problems.bought = t('add.badDate');
    else changes.boughtAt = day;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, changes: { ...changes, ...wordsOf(before, after, changed) } };
}

function wordsOf(before: EditFields, after: EditFields, changed: (field: keyof EditFields) => boolean): Changes {
  const condition = CONDITIONS.find((each) => each === after.condition);
  const packaging = PACKAGINGS.find((each) => each === after.packaging);
  const status = STATUSES.find((each) => each === after.status);
  return {
    ...(changed('name') ? { name: after.name.trim() } : {}),
    ...(changed('brand') ? { brand: after.brand.trim() } : {}),
    ...(changed('code') ? { styleCode: after.code.trim() || null } : {}),
    ...(changed('supplier') ? { supplier: after.supplier.trim() || null } : {}),
    ...(changed('location') ? { location: after.location.trim() || null } : {}),
    ...(changed('note') ? { note: after.note } : {}),
    ...(changed('condition') && condition !== undefined ? { condition } : {}),
    ...(changed('packaging') && packaging !== undefined ? { packaging } : {}),
    ...(changed('status') && status !== undefined ? { status } : {}),
    ...(changed('tags')
      ? {
          tagsAdd: after.tags.filter((tag) => !before.tags.includes(tag)),
          tagsRemove: before.tags.filter((tag) => !after.tags.includes(tag)),
        }
      : {}),
  };
}
