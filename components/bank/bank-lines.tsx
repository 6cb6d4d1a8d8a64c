import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { BankPage, BankRow, BankShow } from '@/lib/queries/bank-page';
import { DataList, type ListHandle } from '../ui/data-list';
import { countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { TotalsBar } from '../ui/totals-bar';
import { useRoute } from '../ui/use-route';
import { acceptCertain } from './bank-commands';
import { BankCompact, bankColumns } from './bank-columns';

/** The lines in one state, or payouts that are waited for. */
export type BankView = BankShow | 'payouts';

interface BankLinesProps {
  readonly page: BankPage;
  readonly view: BankView;
  readonly listKey: string;
  readonly onRange: (first: number, last: number) => void;
  readonly handle: React.Ref<ListHandle>;
}

/** Lines of the bank, and above them what they come to. */
export function BankLines({ page, view, listKey, onRange, handle }: BankLinesProps) {
  const { route, change } = useRoute();
  const onOpen = ({ line }: BankRow) => change({ item: line.id });
  if (page.total === 0)
    return (
      <EmptyState
        icon={IconChecks}
        title={view === 'open' && route.query === '' ? t('bank.allDone') : t('bank.noMatch')}
        text={view === 'open' && route.query === '' ? t('bank.allDoneText') : t('bank.noMatchText')}
      />
    );
  return (
    <>
      <BankTotals page={page} view={view} />
      <DataList<BankRow>
        label={t('bank.lines')}
        listKey={listKey}
        tableFrom={820}
        compactHeight={56}
        total={page.total}
        offset={page.offset}
        rows={page.rows}
        keyOf={({ line }) => line.id}
        columns={bankColumns({ ...page, onOpen })}
        renderCompact={(row) => <BankCompact row={row} things={page.things} onOpen={onOpen} />}
        onOpen={onOpen}
        selectedKey={route.item}
        onRange={onRange}
        handle={handle}
      />
    </>
  );
}

/** What the lines of the list come to, each currency by itself, and what waits for a word. */
function BankTotals({ page, view }: { readonly page: BankPage; readonly view: BankView }) {
  return (
    <TotalsBar data-testid="bank-totals">
      {page.totals.map(({ currency, came, went }) => (
        <Fragment key={currency}>
          <span>
            {t('bank.came')} <MoneyFigure amount={came} />
          </span>
          <span>
            {t('bank.went')} <MoneyFigure amount={went} />
          </span>
        </Fragment>
      ))}
      {view !== 'open' || page.unexplained === 0 ? null : (
        <span>{t('bank.unexplained', page.unexplained, [countText(page.unexplained)])}</span>
      )}
      {view !== 'open' || page.certain === 0 ? null : (
        <Button
          size="compact-xs"
          h={24}
          leftSection={<IconChecks size={14} aria-hidden="true" />}
          onClick={() => void acceptCertain()}
        >
          {t('bank.acceptCertain', page.certain, [countText(page.certain)])}
        </Button>
      )}
    </TotalsBar>
  );
}
