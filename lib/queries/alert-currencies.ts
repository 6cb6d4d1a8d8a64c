import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import type { CurrencyCode } from '@/lib/domain/money/currency';

/** Currencies the amounts of a trigger are in. */
export function currenciesOf(trigger: AlertTrigger): readonly CurrencyCode[] {
  if ('price' in trigger) return [trigger.price.currency];
  return 'profit' in trigger ? [trigger.profit.currency] : [];
}
