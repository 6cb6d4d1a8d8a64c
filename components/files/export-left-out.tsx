import type { LeftOutReason, LeftOutRow } from '@/lib/domain/exports/ledger';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './exports.module.css';

const REASONS: Readonly<Record<LeftOutReason, () => string>> = {
  'missing-rate': () => t('exports.leftOut.missingRate'),
  'fees-unknown': () => t('exports.leftOut.feesUnknown'),
  reversed: () => t('exports.leftOut.reversed'),
  'not-paid': () => t('exports.leftOut.notPaid'),
  'cost-unknown': () => t('exports.leftOut.costUnknown'),
};

/** More than these nobody reads on a screen; the tables have them all. */
const SHOWN = 50;

/** What is in no line of the file, by name and with the reason. */
export function ExportLeftOut({ rows }: { readonly rows: readonly LeftOutRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details className={styles['leftOut']}>
      <summary>{t('exports.leftOutCount', rows.length, [countText(rows.length)])}</summary>
      <ul>
        {rows.slice(0, SHOWN).map(({ id, what, reason }) => (
          <li key={id}>
            {what} <span>{REASONS[reason]()}</span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p>{t('exports.leftOutMore', [countText(rows.length - SHOWN)])}</p> : null}
    </details>
  );
}
