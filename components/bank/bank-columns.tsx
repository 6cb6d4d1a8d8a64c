import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { BankPage, BankRow } from '@/lib/queries/bank-page';
import type { Column } from '../ui/data-list';
import { calendarDayText, moneyText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Pill } from '../ui/pill';
import { RowButton } from '../ui/row-button';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { acceptCandidate } from './bank-commands';
import { candidateReasons, confidenceText, reasonsText, thingText } from './bank-words';
import styles from './bank.module.css';

type Shown = Pick<BankPage, 'things' | 'accounts'>;

interface BankColumnsProps extends Shown {
  readonly onOpen: (row: BankRow) => void;
}

/** Day, who, how much, and what it is. */
export function bankColumns({ things, accounts, onOpen }: BankColumnsProps): readonly Column<BankRow>[] {
  const accountOf = new Map(accounts.map(({ account }) => [account.id, account.name]));
  return [
    {
      id: 'day',
      header: t('bank.day'),
      width: '96px',
      cell: ({ line }) => <span className="archvd-figure">{calendarDayText(line.bookedOn)}</span>,
    },
    {
      id: 'payee',
      header: t('bank.payee'),
      width: 'minmax(170px, 1fr)',
      cell: (row) => (
        <span className={styles['payee']}>
          <RowButton onClick={() => onOpen(row)}>{nameOf(row)}</RowButton>
          <span className={`archvd-clip ${styles['quiet']}`}>{row.line.text}</span>
        </span>
      ),
    },
    ...(accounts.length < 2
      ? []
      : [
          {
            id: 'account',
            header: t('bank.account'),
            width: '120px',
            cell: ({ line }: BankRow) => (
              <span className={`archvd-clip ${styles['quiet']}`}>{accountOf.get(line.accountId) ?? ''}</span>
            ),
          },
        ]),
    {
      id: 'amount',
      header: t('bank.amount'),
      width: '108px',
      align: 'right',
      cell: ({ line }) => <MoneyFigure amount={line.amount} cents="fixed" inList />,
    },
    {
      id: 'what',
      header: t('bank.what'),
      width: 'minmax(240px, 2fr)',
      cell: (row) => <What row={row} things={things} />,
    },
    {
      id: 'accept',
      header: t('bank.suggestion'),
      width: '96px',
      align: 'right',
      cell: (row) => <Accept row={row} things={things} />,
    },
  ];
}

const nameOf = ({ line }: BankRow) => line.payee || line.text || t('bank.noPayee');

interface WhatProps {
  readonly row: BankRow;
  readonly things: BankPage['things'];
}

/** What a line is, or what it is thought to be, and why. */
function What({ row: { line, best }, things }: WhatProps) {
  if (line.state === 'ignored') return <Pill>{t('bank.ignored')}</Pill>;
  if (line.match !== null)
    return (
      <span className={styles['what']} title={reasonsText(line.match.reason)}>
        <Pill tone="accent">{line.match.by === 'rule' ? t('bank.byRule') : t('bank.matched')}</Pill>
        <span className="archvd-clip">{thingText(line.match, things)}</span>
      </span>
    );
  if (best === null)
    return <Pill tone={line.amount.minor > 0 ? 'needs-you' : 'plain'}>{t('bank.unexplainedOne')}</Pill>;
  return (
    <span className={styles['what']}>
      <Pill>{confidenceText(best.confidence)}</Pill>
      <span className="archvd-clip" title={candidateReasons(best)}>
        {thingText(best, things)} <span className={styles['quiet']}>{candidateReasons(best)}</span>
      </span>
    </span>
  );
}

/** One click takes the suggestion. */
function Accept({ row: { line, best }, things }: WhatProps) {
  if (line.state !== 'open' || best === null) return null;
  return (
    <Button
      size="compact-xs"
      h={24}
      variant="default"
      leftSection={<IconCheck size={13} aria-hidden="true" />}
      aria-label={t('bank.acceptOf', [moneyText(line.amount), thingText(best, things)])}
      onClick={() => void acceptCandidate(line.id, best)}
      tabIndex={-1}
    >
      {t('bank.accept')}
    </Button>
  );
}

export function BankCompact({ row, things, onOpen }: WhatProps & { readonly onOpen: (row: BankRow) => void }) {
  return (
    <TwoLine
      title={<RowButton onClick={() => onOpen(row)}>{nameOf(row)}</RowButton>}
      subtitle={<What row={row} things={things} />}
      top={
        <>
          <span className={styles['quiet']}>{calendarDayText(row.line.bookedOn)}</span>
          <MoneyFigure amount={row.line.amount} cents="fixed" inList />
        </>
      }
      bottom={<Accept row={row} things={things} />}
    />
  );
}
