import { shareOf, subtract } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { money, type Money } from '../money/money';
import { daysBetween, RATE_TOLERANCE, SALE_DAYS, type Graded, type OpenLine, type ReconcileBooks } from './candidate';
import { findSets, type SetSearch } from './find-sets';
import { offByRate } from './implied-rate';
import { wordFor, type NamedPayee } from './payee-words';
import { reason } from './reason';

/**
 * Sets of alias sales whose sum less the cash-out fee is what came: alias tells of no withdrawals, so they are worked out.
 *
 * @example sales that owe $600.00 and $400.00, 2.9 % cash-out, a credit of $971.00 "PAYPAL": both
 */
export function setsOf(line: OpenLine, named: NamedPayee, books: ReconcileBooks): readonly Graded[] {
  const word = wordFor(named, 'alias');
  if (word === null || books.cashOutBasisPoints === null) return [];
  const currencies = new Set(books.sales.flatMap(({ platform, net }) => (platform === 'alias' ? [net.currency] : [])));
  return [...currencies].toSorted().flatMap((currency) => setsIn(line, currency, word, books));
}

function setsIn(line: OpenLine, currency: CurrencyCode, word: string, books: ReconcileBooks): readonly Graded[] {
  const share = books.cashOutBasisPoints ?? 0;
  const foreign = currency !== line.amount.currency;
  const rate = foreign ? books.rate(currency, line.amount.currency, line.bookedOn) : null;
  if (foreign && rate === null) return [];
  const cash = (minor: number) => cashOf(money(minor, currency), share);
  const off = (minor: number) => offByRate(cash(minor), line.amount, rate);
  const items = books.sales.flatMap(({ id, platform, soldOn, net }) => {
    const age = daysBetween(soldOn, line.bookedOn);
    const fits = platform === 'alias' && net.currency === currency && age >= 0 && age <= SALE_DAYS;
    return fits ? [{ id, on: soldOn, minor: net.minor }] : [];
  });
  const search: SetSearch = foreign
    ? { fits: (minor) => (off(minor) ?? RATE_TOLERANCE + 1) <= RATE_TOLERANCE, most: Infinity, onlyAllUntil: true }
    : {
        // A cash-out fee is rounded once, somewhere: a cent either way is the same withdrawal.
        fits: (minor) => Math.abs(cash(minor).minor - line.amount.minor) <= 1,
        most: line.amount.minor * 2 + 2,
        onlyAllUntil: false,
      };
  const sets = findSets(items, search);
  return sets.map(({ ids, minor, allUntil }) => ({
    kind: 'sales',
    ids,
    platform: 'alias',
    expected: cash(minor),
    reasons: [
      ...(foreign ? [reason('by-rate', off(minor) ?? '')] : [reason('same-amount')]),
      reason('sales', ids.length),
      reason('cash-out', share),
      ...(allUntil === null ? [] : [reason('all-until', allUntil)]),
      reason('payee', word),
      ...(sets.length > 1 ? [reason('several', sets.length)] : []),
    ],
    grade: foreign || allUntil === null || sets.length > 1 ? 0 : 1,
    days: 0,
  }));
}

/**
 * What arrives of a balance that is withdrawn.
 *
 * @example $1,000.00 at 2.9 %: $971.00
 */
function cashOf(balance: Money, basisPoints: number): Money {
  return subtract(balance, shareOf(balance, basisPoints, 'half-up'));
}
