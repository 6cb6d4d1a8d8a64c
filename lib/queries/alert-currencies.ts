import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { BuyerTerms } from '@/lib/domain/sites/site-profile';

/** Currencies the amounts of a trigger are in. */
export function currenciesOf(trigger: AlertTrigger): readonly CurrencyCode[] {
  if ('price' in trigger) return [trigger.price.currency];
  return 'profit' in trigger ? [trigger.profit.currency] : [];
}

/** Currencies of what buying adds. */
export function termCurrencies(terms: BuyerTerms | null): readonly CurrencyCode[] {
  return [terms?.fixedFee, terms?.shipping].flatMap((amount) => amount?.currency ?? []);
}
