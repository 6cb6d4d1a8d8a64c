import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { PreviewRow } from '@/lib/queries/import-preview';
import { platformText } from '../bridge/sale-platform';
import { countText, dateText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { outcomeText, rowReasonText } from './import-words';
import { saleKey } from './run-import';
import styles from './files.module.css';

interface ImportRowProps {
  readonly row: PreviewRow;
  /** What it comes in without; null: nothing. */
  readonly note: string | null;
  readonly own: ReadonlySet<string>;
  readonly onOwn: (key: string, isOwn: boolean) => void;
}

/** What one row would become, in words and figures. */
export function ImportRow({ row, note, own, onOwn }: ImportRowProps) {
  const { entry, outcome, reason, pair } = row;
  const { title, under, figure } = wordsOf(row);
  const key = entry.kind === 'sale' ? saleKey(entry.entry) : '';
  const cost = pair?.cost == null ? t('imports.costUnknown') : moneyText(pair.cost);
  return (
    <li className={styles['row']} data-outcome={outcome}>
      <span className={styles['line']}>{countText(entry.entry.line)}</span>
      <span className={styles['what']}>
        {title}
        <span className={styles['quiet']}>{under}</span>
        {note === null ? null : <span className={styles['needs']}>{note}</span>}
        {pair === null || pair.boughtAt === null ? null : (
          <Checkbox
            size="xs"
            label={t('imports.fromStock', [dateText(pair.boughtAt), cost])}
            checked={!own.has(key)}
            onChange={(event) => onOwn(key, !event.currentTarget.checked)}
          />
        )}
      </span>
      <span className={styles['figures']}>
        <span className="archvd-figure">{figure}</span>
        <span className={styles['outcome']} data-outcome={outcome}>
          {reason === null ? outcomeText(outcome) : rowReasonText(reason)}
        </span>
      </span>
    </li>
  );
}

interface Words {
  readonly title: string;
  readonly under: string;
  readonly figure: ReactNode;
}

function wordsOf({ entry: each }: PreviewRow): Words {
  const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ');
  switch (each.kind) {
    case 'sale': {
      const { name, styleCode, rawSku, size, soldAt, platform, orderNumber, price, payout } = each.entry;
      const shoe = [styleCode ?? rawSku, size === null ? null : formatSize(size)];
      const figure =
        payout === null ? moneyText(price) : t('imports.priceToPayout', [moneyText(price), moneyText(payout)]);
      return { title: name, under: join([...shoe, platformText(platform), dateText(soldAt), orderNumber]), figure };
    }
    case 'stock': {
      const { name, styleCode, rawSku, size, boughtAt, supplier, quantity, cost } = each.entry;
      const bought = boughtAt === null ? null : dateText(boughtAt);
      const count = quantity === 1 ? null : t('imports.times', [countText(quantity)]);
      const under = join([styleCode ?? rawSku, size === null ? null : formatSize(size), count, bought, supplier]);
      return { title: name, under, figure: cost === null ? '-' : moneyText(cost) };
    }
    case 'expense': {
      const { note, supplier, spentAt, amount } = each.entry;
      return {
        title: note || supplier || t('imports.anExpense'),
        under: join([t('imports.anExpense'), dateText(spentAt), supplier]),
        figure: moneyText(amount),
      };
    }
    case 'after-sale': {
      const { what, order, platform, at, gross, net } = each.entry;
      const title = what === 'refund' ? t('imports.aRefund', [order]) : t('imports.aLaterFee', [order]);
      const figure = moneyText(what === 'refund' ? gross : net);
      return { title, under: join([platformText(platform), dateText(at)]), figure };
    }
    case 'payout': {
      const { platform, paidAt, ref, amount } = each.entry;
      return {
        title: t('imports.aPayout', [platformText(platform)]),
        under: join([dateText(paidAt), ref]),
        figure: moneyText(amount),
      };
    }
  }
}
