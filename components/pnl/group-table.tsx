import type { PnlGroup } from '@/lib/queries/pnl-page';
import { leftOut, TotalProfit } from '../bridge/total-figure';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import styles from './pnl.module.css';
import { countedText } from './totals';

export interface GroupTableProps {
  readonly head: string;
  readonly groups: readonly PnlGroup[];
  readonly nameOf: (key: string) => string;
}

/** Sales, revenue and profit per month or brand. */
export function GroupTable({ head, groups, nameOf }: GroupTableProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('pnl.sales')}</th>
          <th scope="col">{t('pnl.revenue')}</th>
          <th scope="col">{t('pnl.profit')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, totals }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            <td className="archvd-figure">{countedText(totals)}</td>
            <td>
              <MoneyFigure
                amount={totals.complete.sales === 0 && totals.sales > 0 ? null : totals.complete.revenue}
                unknown={leftOut(totals)}
                cents="fixed"
              />
            </td>
            <td>
              <TotalProfit totals={totals} cents="fixed" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
