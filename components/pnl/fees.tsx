import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { add, ratioInBasisPoints } from '@/lib/domain/money/arithmetic';
import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import { chargeText } from '../bridge/charge-words';
import { StackedBar } from '../ui/charts/stacked-bar';
import { percentText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './pnl.module.css';

/** What platforms took, as their statements split it; what none splits is one part. */
export function Fees({ totals: { complete } }: { readonly totals: PnlTotals }) {
  const parts = [
    { id: 'taken', label: t('pnl.taken'), amount: complete.unsplit, why: t('sales.takeFormula'), sure: true },
    ...CHARGE_KINDS.map((kind) => ({
      id: kind,
      label: chargeText(kind),
      amount: complete[kind],
      why: t('pnl.chargeNote'),
      sure: complete.take.minor === complete.actualTake.minor,
    })),
    { id: 'cash-out', label: t('pnl.cashOut'), amount: complete.cashOut, why: t('sales.cashOutNote'), sure: false },
  ].filter(({ amount }) => amount.minor !== 0);
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
