import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { leftOut } from './total-figure';

/** What the figures leave out, once, beside them, with the way to bring it in; nothing when all is counted. */
export function LeftOut({ totals }: { readonly totals: PnlTotals }) {
  const missing = leftOut(totals);
  if (missing === '') return null;
  return (
    <>
      {missing}{' '}
      {totals.costUnknown > 0 ? (
        <a href={routeHref({ screen: 'inventory', view: 'without-cost' })}>{t('today.fillCosts')}</a>
      ) : null}{' '}
      {totals.missingRate > 0 ? (
        <a href={routeHref({ screen: 'settings', view: 'currency' })}>{t('missing.rateShort')}</a>
      ) : null}{' '}
      {totals.feesUnknown > 0 ? (
        <a href={routeHref({ screen: 'settings', view: 'fees' })}>{t('settings.fees')}</a>
      ) : null}
    </>
  );
}
