import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './pnl.module.css';

/** What alias took, stated and estimated kept apart. */
export function FeesByKind({ totals: { complete } }: { readonly totals: PnlTotals }) {
  const rows = [
    { label: t('pnl.actualTake'), amount: complete.actualTake, estimate: null },
    { label: t('pnl.estimatedCommission'), amount: complete.commission, estimate: t('lines.estimate') },
    { label: t('pnl.estimatedSellerFee'), amount: complete.sellerFee, estimate: t('lines.estimate') },
    { label: t('pnl.cashOut'), amount: complete.cashOut, estimate: null },
  ].filter(({ amount }) => amount.minor !== 0);
  return (
    <table className={styles['table']}>
      <tbody>
        {rows.map(({ label, amount, estimate }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <MoneyFigure amount={amount} estimate={estimate} cents={estimate === null ? 'fixed' : 'glance'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
