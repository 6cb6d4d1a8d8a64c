import type { Pair, TaxTreatment } from '../inventory/pair';
import type { TaxProfile } from './tax-profile';

/** How a pair is taxed, and what decides it. */
export interface Treated {
  readonly treatment: TaxTreatment;
  /** `pair`: said of this pair; `input-tax`: tax on its purchase invoice rules a margin out; the others: the profile. */
  readonly by: 'pair' | 'input-tax' | 'unused' | 'worn';
}

/**
 * How a pair is taxed when it is sold. What is said of the pair counts before the profile. A pair whose purchase invoice
 * shows tax is standard-rated whatever else is said: no margin scheme takes it.
 */
export function treatmentOf(
  pair: Pick<Pair, 'condition' | 'tax'>,
  { unused, scheme }: Pick<TaxProfile, 'unused' | 'scheme'>,
): Treated {
  const worn = pair.condition === 'used';
  const own = pair.tax?.treatment ?? null;
  const treatment = own ?? (worn ? scheme : unused);
  const isMargin = treatment === 'margin' || treatment === 'global';
  if (isMargin && (pair.tax?.inputTax?.minor ?? 0) > 0) return { treatment: 'standard', by: 'input-tax' };
  if (own !== null) return { treatment, by: 'pair' };
  return { treatment, by: worn ? 'worn' : 'unused' };
}

/** Of a sale whose pair is not in the books; null: it cannot be told, since some pairs go by a margin. */
export function treatmentWithoutPair({ unused, scheme }: TaxProfile): TaxTreatment | null {
  return unused === 'standard' && scheme === 'standard' ? 'standard' : null;
}
