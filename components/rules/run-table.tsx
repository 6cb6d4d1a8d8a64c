import { IconCircleCheck } from '@tabler/icons-react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { RunChange, RunView } from '@/lib/queries/run-view';
import { changeText } from '../bridge/decision-words';
import { missingText } from '../bridge/estimate-words';
import { writeStateText } from '../bridge/write-words';
import { DataList, type Column } from '../ui/data-list';
import { Explained } from '../ui/explained';
import { moneyText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { PairPicture } from '../ui/picture';
import { RowButton } from '../ui/row-button';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import type { RowSelection } from '../ui/use-selection';
import styles from './rules.module.css';

interface RunTableProps {
  readonly view: RunView;
  /** null: nothing can be marked, since nothing is left to be sent. */
  readonly selection: RowSelection | null;
  readonly onOpen: (change: RunChange) => void;
}

/** Old price, new price, why, and what a sale would bring at both. */
export function RunTable({ view, selection, onOpen }: RunTableProps) {
  const { changes, run } = view;
  if (changes.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('runs.nothingOff')} text={t('holdDo.alreadyThere')} />;
  const open = (change: RunChange) => onOpen(change);
  const sent = changes.some(({ write }) => write !== null);
  return (
    <DataList<RunChange>
      label={t('runs.table')}
      listKey={run.id}
      tableFrom={900}
      total={changes.length}
      offset={0}
      rows={changes}
      keyOf={({ row }) => row.id}
      columns={columns(open, sent)}
      renderCompact={(change) => <Compact change={change} onOpen={open} />}
      onOpen={open}
      {...(selection === null
        ? {}
        : {
            selection: {
              has: selection.has,
              all: selection.all,
              onAll: selection.onAll,
              pick: selection.pick,
              labelOf: (change: RunChange) => t('runs.mark', [nameOf(change)]),
              allLabel: t('runs.markAll'),
              inCompact: true,
            },
          })}
    />
  );
}

function nameOf({ named }: RunChange): string {
  return named?.name ?? t('runs.goneListing');
}

function factsOf({ named }: RunChange): string {
  return named === null ? '' : `${formatSize(named.size, named.run)} · ${named.code}`;
}

function columns(open: (change: RunChange) => void, sent: boolean): readonly Column<RunChange>[] {
  const right = { align: 'right', width: '72px' } as const;
  return [
    {
      id: 'pair',
      header: t('runs.pair'),
      width: 'minmax(200px, 3fr)',
      cell: (row) => <Name change={row} onOpen={open} />,
    },
    { id: 'from', header: t('runs.from'), ...right, cell: ({ row }) => <MoneyFigure amount={row.from} /> },
    { id: 'to', header: t('runs.to'), ...right, cell: (change) => <NewPrice change={change} /> },
    { id: 'why', header: t('runs.why'), width: 'minmax(148px, 1fr)', cell: ({ reason }) => changeText(reason) },
    { id: 'floor', header: t('runs.floor'), ...right, cell: ({ floor }) => <MoneyFigure amount={floor} /> },
    {
      id: 'net',
      header: t('runs.net'),
      align: 'right',
      width: '120px',
      cell: (row) => <Both change={row} what="net" />,
    },
    {
      id: 'profit',
      header: t('runs.profit'),
      align: 'right',
      width: '136px',
      cell: (row) => <Both change={row} what="profit" />,
    },
    ...(sent
      ? [{ id: 'outcome', header: t('runs.outcome'), width: '88px', cell: (row: RunChange) => outcomeText(row) }]
      : []),
  ];
}

function outcomeText({ write }: RunChange): string {
  return write === null ? t('runs.notSent') : writeStateText(write.state);
}

/** Opens the decision with keys too. */
function Name({ change, onOpen }: { readonly change: RunChange; readonly onOpen: (change: RunChange) => void }) {
  return (
    <span className={styles['pair']}>
      <PairPicture url={change.named?.pictureUrl ?? null} size={26} />
      <RowButton onClick={() => onOpen(change)}>{nameOf(change)}</RowButton>
      {change.named === null ? null : (
        <span className={styles['facts']}>
          {formatSize(change.named.size, change.named.run)}
          <span> · {change.named.code}</span>
        </span>
      )}
    </span>
  );
}

function NewPrice({ change: { to, row } }: { readonly change: RunChange }) {
  const up = to.minor > row.from.minor;
  return (
    <span className="archvd-figure archvd-strong">
      <span aria-hidden="true">{up ? '↑' : '↓'} </span>
      {moneyText(to)}
    </span>
  );
}

/** `$80 to $78`: what is not known says why. */
function Both({ change, what }: { readonly change: RunChange; readonly what: 'net' | 'profit' }) {
  const { before, after } = change;
  const [was, is] = [before[what], after[what]];
  if (was === null || is === null) return <Unknown why={missingText(after.missing)} inList />;
  const text = (amount: typeof was) =>
    moneyText(amount, { cents: 'glance', ...(what === 'profit' ? { sign: 'always' } : {}) });
  return (
    <Explained
      what={{ formula: what === 'net' ? t('lines.netFormula') : t('lines.profitFormula'), note: t('lines.estimate') }}
      inList
      estimated
    >
      <span className="archvd-figure">
        {text(was)} → {text(is)}
      </span>
    </Explained>
  );
}

function Compact({ change, onOpen }: { readonly change: RunChange; readonly onOpen: (change: RunChange) => void }) {
  const { row, to, reason, named } = change;
  return (
    <TwoLine
      picture={<PairPicture url={named?.pictureUrl ?? null} size={36} />}
      title={<RowButton onClick={() => onOpen(change)}>{nameOf(change)}</RowButton>}
      subtitle={`${factsOf(change)} · ${changeText(reason)}`}
      top={
        <span className="archvd-figure archvd-strong">
          {moneyText(row.from)} → {moneyText(to)}
        </span>
      }
      bottom={<Both change={change} what="profit" />}
    />
  );
}
