import { negate } from '../money/arithmetic';
import type { Ledger, Movement } from './ledger';

/** Names of what the domain has no words for. */
export interface MovementWords {
  platform(platform: Ledger['receipts'][number]['platform']): string;
  category(category: Ledger['spending'][number]['category']): string;
}

/**
 * What moved on the bank account: money that arrived from platforms, pairs that were bought and what was spent, by day.
 * Zero moves nothing and is left out.
 *
 * @example a payout of $82.79 is `+82.79`, a pair bought for $60.00 is `-60.00`
 */
export function movementsOf(ledger: Ledger, words: MovementWords): readonly Movement[] {
  const all: (Movement & { readonly id: string })[] = [
    ...ledger.receipts.map(({ id, on, platform, reference, amount }) => ({
      id,
      on,
      amount,
      payee: words.platform(platform),
      description: [words.platform(platform), reference].filter(Boolean).join(' '),
      reference,
    })),
    ...ledger.purchases.map(({ pairId, on, supplier, name, styleCode, size, invoice, cost }) => ({
      id: pairId,
      on,
      amount: negate(cost),
      payee: supplier,
      description: [name, styleCode, size].filter(Boolean).join(' '),
      reference: invoice,
    })),
    ...ledger.spending.map(({ id, on, category, supplier, note, amount }) => ({
      id,
      on,
      amount: negate(amount),
      payee: supplier,
      description: [words.category(category), note].filter(Boolean).join(': '),
      reference: '',
    })),
  ];
  return all
    .filter(({ amount }) => amount.minor !== 0)
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
    .map(({ id: _id, ...movement }) => movement);
}
