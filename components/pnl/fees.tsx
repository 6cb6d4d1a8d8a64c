import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { add, ratioInBasisPoints } from '@/lib/domain/money/arithmetic';
import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import { chargeText } from '../bridge/charge-words';
import { StackedBar } from '../ui/charts/stacked-bar';
import { moneyText, percentText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { chargeNote } from './charge-note';
import styles from './pnl.module.css';

/** What platforms took by kind: as statements split it, else as the fee profile does to the cent; the rest is one part. */
export function Fees({ totals: { complete, penalties } }: { readonly totals: PnlTotals }) {
  const parts = [
    ...CHARGE_KINDS.map((kind) => ({
      id: kind,
      label: chargeText(kind),
      amount: complete[kind],
      why: chargeNote(kind, complete),
      sure: complete.take.minor === complete.actualTake.minor,
    })),
    {
      id: 'unsplit',
      label: t('pnl.feesUnsplit'),
      amount: complete.unsplit,
      why: t('pnl.feesUnsplitNote'),
      sure: true,
    },
    { id: 'cash-out', label: t('pnl.cashOut'), amount: complete.cashOut, why: t('sales.cashOutNote'), sure: false },
  ].filter(({ amount }) => amount.minor !== 0);
  const whole = add(complete.take, complete.cashOut);
  const share = ratioInBasisPoints(whole, complete.revenue, 'half-even');
  return (
    <div className={styles['chart']} data-testid="pnl-fees">
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
              explain={{ note: why, source: sure ? t('totals.source') : t('lines.feeSource') }}
              {...(sure ? { cents: 'fixed' as const } : { estimate: t('lines.estimate') })}
            />
          ),
        }))}
      />
      {penalties.minor === 0 ? null : (
        <p className={styles['note']}>{t('pnl.penaltiesApart', [moneyText(penalties, { cents: 'fixed' })])}</p>
      )}
    </div>
  );
}
