import type { StockValue, ValuationBasis } from '@/lib/domain/pnl/unrealised';
import { countText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './pnl.module.css';

const BASES: Record<ValuationBasis, () => string> = {
  'lowest-ask-minus-1': () => t('pnl.basisAsk'),
  'highest-offer': () => t('pnl.basisOffer'),
  'last-sale': () => t('pnl.basisLast'),
};

/** What the stock would bring after fees, on each basis by itself: never one mixed figure. */
export function Unrealised({ values }: { readonly values: readonly StockValue[] }) {
  const estimate = t('lines.estimate');
  const noRate = Math.max(0, ...values.map(({ missingRate }) => missingRate));
  return (
    <>
      <table className={`archvd-table ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{t('pnl.basis')}</th>
            <th scope="col">{t('pnl.valued')}</th>
            <th scope="col">{t('pnl.net')}</th>
            <th scope="col">{t('pnl.profit')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr key={value.basis}>
              <th scope="row">{BASES[value.basis]()}</th>
              <td className="archvd-figure">{t('pnl.ofPairs', [countText(value.valued), countText(value.pairs)])}</td>
              <td>
                <MoneyFigure
                  amount={value.valued === 0 ? null : value.net}
                  unknown={t('pnl.missingPrice')}
                  explain={{ source: t('selling.source'), note: t('pnl.missingPrice') }}
                  estimate={estimate}
                />
              </td>
              <td>
                <ProfitFigure
                  amount={value.complete.pairs === 0 ? null : value.complete.profit}
                  unknown={t('missing.cost')}
                  explain={{
                    inputs: [[t('totals.counted'), countText(value.complete.pairs)]],
                    note: t('pnl.completeNote'),
                  }}
                  estimate={estimate}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>
        {t('pnl.completeNote')}{' '}
        {noRate === 0 ? null : (
          <>
            {t('pnl.stockNoRate', noRate, [countText(noRate)])}{' '}
            <a href={routeHref({ screen: 'settings', view: 'currency' })}>{t('missing.rateShort')}</a>
          </>
        )}
      </p>
    </>
  );
}
