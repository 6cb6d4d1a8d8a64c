import { negate } from '../money/arithmetic';
import { paidFor, type Ledger, type Movement } from './ledger';

/** Names of what the domain has no words for. */
export interface MovementWords {
  platform(platform: Ledger['receipts'][number]['platform']): string;
  category(category: Ledger['spending'][number]['category']): string;
}

/**
 * What moved on the bank account: money that arrived from platforms, pairs that were bought with what else went into
 * them, and what was spent, by day. Zero moves nothing and is left out; so are journeys with the own car, and penalties,
 * which platforms take off what they pay.
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
    ...ledger.purchases.map((bought) => ({
      id: bought.pairId,
      on: bought.on,
      amount: negate(paidFor(bought)),
      payee: bought.supplier,
      description: [bought.name, bought.styleCode, bought.size].filter(Boolean).join(' '),
      reference: bought.invoice,
    })),
    ...ledger.spending
      .filter(({ isJourney }) => !isJourney)
      .map(({ id, on, category, supplier, note, amount }) => ({
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
