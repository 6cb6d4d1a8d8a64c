import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { Section } from '../ui/screen';
import { nextSort, type Sort } from '../ui/sort';
import { ariaSort, SortButton } from '../ui/sort-button';
import { t } from '../ui/text';
import styles from './matrix.module.css';
import { NetCell, OwnCell, PaceCell, PriceCell, SpreadCell } from './matrix-cells';
import { matrixKey } from './matrix-keys';
import type { SizeSort } from './market-view';
import { sortSizes } from './sort-sizes';

interface SizeMatrixProps {
  readonly page: ProductPage;
  readonly chosen: number | null;
  readonly onChoose: (usSize: number) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** How old the figures are. */
  readonly reading: ReactNode;
}

interface MatrixColumn {
  readonly id: SizeSort;
  readonly header: string;
  /** From which width of the table on it has room. */
  readonly room?: 'middle' | 'wide' | 'widest';
}

const columns = (): readonly MatrixColumn[] => [
  { id: 'size', header: t('column.size') },
  { id: 'ask', header: t('market.ask') },
  { id: 'offer', header: t('market.offer') },
  { id: 'spread', header: t('watch.spread'), room: 'middle' },
  { id: 'last', header: t('market.last') },
  { id: 'pace', header: t('market.perWeek'), room: 'wide' },
  { id: 'indicator', header: t('market.indicator'), room: 'widest' },
  { id: 'net', header: t('market.netUnder'), room: 'middle' },
  { id: 'own', header: t('market.yoursShort') },
];

/** Sorted by these, the largest stand first at first. */
const STARTS_DOWN: readonly string[] = ['offer', 'last', 'pace', 'net', 'own'];

/** Every size with its market and what the seller has of it; one of them is looked at more closely. */
export function SizeMatrix({ page, chosen, onChoose, sort, onSort, reading }: SizeMatrixProps) {
  const rows = sortSizes(page.sizes, sort);
  const entry = rows.some(({ size }) => size.usValue === chosen) ? chosen : (rows[0]?.size.usValue ?? null);
  return (
    <Section title={t('market.sizes')} action={reading}>
      <div className={styles['matrixFrame']}>
        <table className={styles['matrix']} aria-label={t('market.sizes')} onKeyDown={matrixKey}>
          <thead>
            <tr>
              {columns().map((column) => (
                <Heading
                  key={column.id}
                  column={column}
                  sort={sort}
                  onSort={() => onSort(nextSort(sort, column.id, (by) => STARTS_DOWN.includes(by)))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SizeRow
                key={row.size.usValue}
                row={row}
                page={page}
                chosen={row.size.usValue === chosen}
                isEntry={row.size.usValue === entry}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface HeadingProps {
  readonly column: MatrixColumn;
  readonly sort: Sort;
  readonly onSort: () => void;
}

function Heading({ column: { id, header, room }, sort, onSort }: HeadingProps) {
  const sorted = sort.by === id ? sort : null;
  return (
    <th scope="col" data-room={room} aria-sort={ariaSort(sorted)}>
      <SortButton sorted={sorted} onSort={onSort}>
        {header}
      </SortButton>
    </th>
  );
}

interface SizeRowProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  readonly chosen: boolean;
  /** The one row Tab goes to; the others are reached with the arrow keys. */
  readonly isEntry: boolean;
  readonly onChoose: (usSize: number) => void;
}

function SizeRow({ row, page, chosen, isEntry, onChoose }: SizeRowProps) {
  const { size } = row;
  const choose = () => onChoose(size.usValue);
  const cell = { row, page, inList: true } as const;
  return (
    <tr data-chosen={chosen || undefined} onClick={choose}>
      <th scope="row">
        <button
          type="button"
          className={styles['size']}
          aria-pressed={chosen}
          tabIndex={isEntry ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            choose();
          }}
        >
          {formatSize({ value: size.value, system: page.product.sizeSystem }, page.product.sizeRun)}
          {row.watched === null ? null : (
            <IconEye size={13} aria-label={t('market.watched')} className={styles['watched']} />
          )}
        </button>
      </th>
      <td>
        <PriceCell {...cell} what="lowestAsk" />
      </td>
      <td>
        <PriceCell {...cell} what="highestOffer" />
      </td>
      <td data-room="middle">
        <SpreadCell {...cell} />
      </td>
      <td>
        <PriceCell {...cell} what="lastSale" />
      </td>
      <td data-room="wide">
        <PaceCell sold={row.sold} inList />
      </td>
      <td data-room="widest">
        <PriceCell {...cell} what="globalIndicator" />
      </td>
      <td data-room="middle">
        <NetCell {...cell} />
      </td>
      <td>
        <OwnCell row={row} product={page.product} />
      </td>
    </tr>
  );
}
