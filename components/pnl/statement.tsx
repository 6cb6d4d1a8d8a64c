import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { PnlPage } from '@/lib/queries/pnl-page';
import { expenseCategoryText } from '../bridge/expense-words';
import { countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { amountCell, exportTable } from './export-table';
import styles from './pnl.module.css';
import { statementLines, WRITE_OFFS_LINE, type StatementLine } from './statement-lines';
import { WriteOffsDrawer } from './write-offs';

/** The profit and loss as accountants write it: every line adds up to the next sum. */
export function Statement({ page }: { readonly page: PnlPage }) {
  const lines = statementLines(page);
  const [opened, setOpened] = useState(false);
  const save = () =>
    exportTable(
      'pnl-statement',
      ['line', 'amount', 'currency'],
      lines.map(({ label, amount }) => [label, amountCell(amount), amount.currency]),
    );
  return (
    <Section
      title={t('pnl.statement')}
      action={
        <Button
          className={styles['tool'] ?? ''}
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={save}
        >
          {t('pnl.exportTable')}
        </Button>
      }
    >
      <div className={styles['pair']}>
        <table className={`archvd-table ${styles['table']} ${styles['statement']}`} data-testid="pnl-statement">
          <tbody>
            {lines.map((line) => (
              <Row
                key={line.id}
                line={line}
                counted={page.totals.complete.sales}
                onOpen={line.id === WRITE_OFFS_LINE ? () => setOpened(true) : null}
              />
            ))}
          </tbody>
        </table>
        <Spent page={page} />
      </div>
      <WriteOffsDrawer writeOffs={page.writeOffs} opened={opened} onClose={() => setOpened(false)} />
    </Section>
  );
}

interface RowProps {
  readonly line: StatementLine;
  readonly counted: number;
  /** null: there is nothing more to see of it. */
  readonly onOpen: (() => void) | null;
}

function Row({ line, counted, onOpen }: RowProps) {
  const { label, amount, isSum, formula, note } = line;
  return (
    <tr data-sum={isSum || undefined} data-line={line.id}>
      <th scope="row">
        {onOpen === null ? (
          label
        ) : (
          <button type="button" className={styles['open']} onClick={onOpen}>
            {label}
          </button>
        )}
      </th>
      <td>
        <MoneyFigure
          amount={amount}
          cents="fixed"
          explain={{
            ...(formula === undefined ? {} : { formula }),
            ...(note === undefined ? {} : { note }),
            inputs: [
              line.counted === undefined
                ? [t('totals.counted'), countText(counted)]
                : [t('pnl.pairsCounted'), countText(line.counted)],
            ],
            source: t('totals.source'),
          }}
        />
      </td>
    </tr>
  );
}

/** What was spent in the time by category, whichever pair it was for. */
function Spent({ page: { spending } }: { readonly page: PnlPage }) {
  if (spending.byCategory.length === 0) return null;
  return (
    <div>
      <table className={`archvd-table ${styles['table']}`}>
        <thead>
          <tr>
            <th scope="col">{t('pnl.spent')}</th>
            <th scope="col">{t('pnl.receipts')}</th>
            <th scope="col">{t('pnl.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {spending.byCategory.map(({ category, amount, rows }) => (
            <tr key={category}>
              <th scope="row">
                <a className={styles['name']} href={routeHref({ screen: 'expenses' })}>
                  {expenseCategoryText(category)}
                </a>
              </th>
              <td className="archvd-figure">{countText(rows)}</td>
              <td>
                <MoneyFigure amount={amount} cents="fixed" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>{t('pnl.spentNote')}</p>
    </div>
  );
}
