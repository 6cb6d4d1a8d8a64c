import type { LeftOut, LeftReason } from '@/lib/domain/tax/tax-books';
import { countText, dateText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './tax.module.css';
import { leftReasonText } from './tax-words';

/** Names shown per reason. */
const SHOWN = 20;

/** Rows in no figure, by what is missing, each with the way to bring it in. */
export function LeftRows({ left }: { readonly left: readonly LeftOut[] }) {
  if (left.length === 0) return null;
  const reasons = [...new Set(left.map(({ reason }) => reason))].toSorted();
  return (
    <details className={`${styles['left']} ${styles['missing']}`} data-testid="tax-left">
      <summary>{t('tax.left', left.length, [countText(left.length)])}</summary>
      <p className={styles['quiet']}>{t('tax.leftText')}</p>
      {reasons.map((reason) => (
        <Reason key={reason} reason={reason} rows={left.filter((row) => row.reason === reason)} />
      ))}
    </details>
  );
}

function Reason({ reason, rows }: { readonly reason: LeftReason; readonly rows: readonly LeftOut[] }) {
  return (
    <>
      <h3>
        {leftReasonText(reason)} ({countText(rows.length)})
      </h3>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={`${row.kind}:${row.id}`}>
            <a href={hrefOf(row)}>{row.name === '' ? row.id : row.name}</a>, {dateText(row.at)}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p className={styles['quiet']}>+ {countText(rows.length - SHOWN)}</p> : null}
    </>
  );
}

function hrefOf({ kind, id, pairId }: LeftOut): string {
  if (kind === 'expense') return routeHref({ screen: 'expenses', item: id });
  return pairId === null ? routeHref({ screen: 'sales' }) : routeHref({ screen: 'inventory', pair: pairId });
}
