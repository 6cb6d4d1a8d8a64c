import type { ReactNode } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { Section } from '../ui/screen';
import { nextSort, type Sort } from '../ui/sort';
import { ariaSort, SortButton } from '../ui/sort-button';
import { t } from '../ui/text';
import styles from './matrix.module.css';
import { matrixKey } from './matrix-keys';
import type { SizeSort } from './market-view';
import { SizeRow } from './size-row';
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
