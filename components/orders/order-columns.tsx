import { Loader } from '@mantine/core';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { PayoutOf } from '../bridge/sale-figures';
import { stageText } from '../bridge/words';
import { WriteTrouble } from '../bridge/write-trouble';
import { writeText } from '../bridge/write-words';
import type { Column } from '../ui/data-list';
import { dateText, exactTimeText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { Pill } from '../ui/pill';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { useNow } from '../ui/use-now';
import { HOUR_MS } from '@/lib/domain/time/instant';
import { leftText, orderHref, sizeText, type Place } from './order-words';
import styles from './orders.module.css';

/** Less than this left and the deadline is amber. */
const SOON_MS = 24 * HOUR_MS;

/** How long the seller has, and on hover until when. Nothing for an order that does not wait. */
export function TimeLeft({ row: { order, stage } }: { readonly row: OrderRow }) {
  const now = useNow(60_000);
  if (stage !== 'to-confirm' && stage !== 'to-ship') return null;
  if (order.cancelsAt === null) return <span className="archvd-quiet">{t('waiting.noDeadline')}</span>;
  const left = order.cancelsAt - now;
  return (
    <span
      className={`archvd-figure ${(left < SOON_MS ? styles['soon'] : '') ?? ''}`}
      title={t('orders.until', [exactTimeText(order.cancelsAt)])}
    >
      {leftText(left)}
    </span>
  );
}

/** Where it stands; what is on its way to alias, or went wrong, in its place. */
export function StageOf({ row }: { readonly row: OrderRow }) {
  const { stage, writes } = row;
  if (writes.pending !== null)
    return (
      <span className={styles['parcel']} title={writeText(writes.pending)} data-testid="order-pending">
        <Loader size={12} /> <span className="archvd-clip archvd-quiet">{writeText(writes.pending)}</span>
      </span>
    );
  const waits = stage === 'to-confirm' || stage === 'to-ship';
  const text = stage === 'to-ship' && row.allowed.ship === null ? t('orders.labelled') : stageText(stage);
  return (
    <span className={styles['parcel']}>
      <Pill tone={waits ? 'needs-you' : stage === 'completed' || stage === 'cancelled' ? 'plain' : 'accent'}>
        {text}
      </Pill>
      {writes.failed === null ? null : (
        <WriteTrouble key={writes.failed.id} write={writes.failed} name={row.order.name} />
      )}
    </span>
  );
}

function Payout({ row: { sale } }: { readonly row: OrderRow }) {
  return sale === null ? null : <PayoutOf row={{ sale, line: null, reversed: sale.status === 'reversed' }} />;
}

export function orderColumns(here: Place): readonly Column<OrderRow>[] {
  const right = { align: 'right', width: '74px' } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(190px, 1fr)',
      cell: (row) => (
        <NameCell
          picture={<PairPicture url={row.product?.pictureUrl ?? null} size={26} />}
          name={row.order.name}
          href={orderHref(row, here)}
          code={row.order.styleCode ?? row.order.rawSku}
        />
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '66px',
      cell: (row) => <span className="archvd-figure">{sizeText(row)}</span>,
    },
    {
      id: 'number',
      header: t('pair.order'),
      width: '86px',
      cell: ({ order }) => <span className="archvd-figure archvd-quiet">{order.orderNumber}</span>,
    },
    { id: 'stage', header: t('column.stage'), width: '118px', cell: (row) => <StageOf row={row} /> },
    {
      id: 'sold',
      header: t('column.soldAt'),
      width: '96px',
      cell: ({ order }) => <span className="archvd-figure">{dateText(order.soldAt)}</span>,
    },
    ...(here.view === 'moving' || here.view === 'done'
      ? []
      : [
          {
            id: 'left',
            header: t('orders.left'),
            ...right,
            width: '96px',
            cell: (row: OrderRow) => <TimeLeft row={row} />,
          },
        ]),
    {
      id: 'price',
      header: t('column.price'),
      ...right,
      cell: ({ order }) => <MoneyFigure amount={order.price} inList />,
    },
    { id: 'payout', header: t('column.payout'), ...right, cell: (row) => <Payout row={row} /> },
  ];
}

/** An order in two lines: what and until when; how it stands and what it brings. */
export function OrderCompact({ row, here }: { readonly row: OrderRow; readonly here: Place }) {
  const { order, product } = row;
  return (
    <TwoLine
      picture={<PairPicture url={product?.pictureUrl ?? null} size={36} />}
      title={<RowLink href={orderHref(row, here)}>{order.name}</RowLink>}
      subtitle={[sizeText(row), order.orderNumber, dateText(order.soldAt)].join(' · ')}
      top={
        <>
          <TimeLeft row={row} /> <MoneyFigure amount={order.price} inList />
        </>
      }
      bottom={<StageOf row={row} />}
    />
  );
}
