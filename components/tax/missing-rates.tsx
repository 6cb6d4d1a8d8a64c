import { Alert, Anchor } from '@mantine/core';
import type { TaxReading } from '@/lib/queries/tax-books';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './tax.module.css';

/** Rows that no rate brings into the currency of the tax: as long as there are some, no sum is whole. */
export function withoutRate({ settled }: TaxReading): number {
  return settled.left.filter(({ reason }) => reason === 'no-rate').length;
}

/** Says above all figures that they are not whole for want of rates, and where to set them; nothing while none is missing. */
export function MissingRates({ reading }: { readonly reading: TaxReading }) {
  const rows = withoutRate(reading);
  if (rows === 0) return null;
  return (
    <Alert color="orange" role="status" className={styles['rates'] ?? ''} data-testid="tax-rates">
      {t('tax.noRates', rows, [countText(rows), reading.settled.currency])} <SetRates />
    </Alert>
  );
}

/** The way to where rates are typed, asked for or imported. */
export function SetRates() {
  return (
    <Anchor href={routeHref({ screen: 'settings', view: 'currency' })} inherit underline="always">
      {t('tax.setRates')}
    </Anchor>
  );
}
