import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { add, ratioInBasisPoints } from '@/lib/domain/money/arithmetic';
import { StackedBar } from '../ui/charts/stacked-bar';
import { percentText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './pnl.module.css';

/** What marketplaces took, stated and estimated kept apart. */
export function Fees({ totals: { complete } }: { readonly totals: PnlTotals }) {
  const parts = [
    { id: 'taken', label: t('pnl.taken'), amount: complete.actualTake, why: t('sales.takeFormula'), sure: true },
    { id: 'commission', label: t('pnl.estimatedCommission'), amount: complete.commission, why: '', sure: false },
    { id: 'seller-fee', label: t('pnl.estimatedSellerFee'), amount: complete.sellerFee, why: '', sure: false },
    { id: 'cash-out', label: t('pnl.cashOut'), amount: complete.cashOut, why: t('sales.cashOutNote'), sure: false },
  ];
  const whole = add(complete.take, complete.cashOut);
  const share = ratioInBasisPoints(whole, complete.revenue, 'half-even');
  return (
    <div className={styles['chart']}>
      <StackedBar
        title={share === null ? t('pnl.feesByKind') : t('pnl.feesTitle', [percentText(share / 10_000)])}
        measure={t('pnl.feesByKind')}
        unit={whole.currency}
        empty={t('pnl.empty')}
        parts={parts.map(({ id, label, amount, why, sure }) => ({
          id,
          label,
          value: amount.minor,
          figure: (
            <MoneyFigure
              amount={amount}
              explain={{
                ...(why === '' ? {} : { note: why }),
                source: sure ? t('totals.source') : t('lines.feeSource'),
              }}
              {...(sure ? { cents: 'fixed' as const } : { estimate: t('lines.estimate') })}
            />
          ),
        }))}
      />
    </div>
  );
}
