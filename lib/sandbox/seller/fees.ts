/**
 * What alias pays for a sale before cash-out, in cents: price less 9.5 % commission (rating 90 and better) less $5 (US
 * seller, prepaid label). Example: 12000 -> 12000 - 1140 - 500 = 10360.
 */
export function payoutCents(priceCents: number): number {
  return priceCents - Math.round(priceCents * 0.095) - 500;
}
