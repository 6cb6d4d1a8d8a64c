import { IconEye } from '@tabler/icons-react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { t } from '../ui/text';
import styles from './matrix.module.css';
import { NetCell, OwnCell, PaceCell, PriceCell, SpreadCell } from './matrix-cells';

interface SizeRowProps {
  readonly row: ProductSize;
  readonly page: ProductPage;
  readonly chosen: boolean;
  /** The one row Tab goes to; the others are reached with the arrow keys. */
  readonly isEntry: boolean;
  readonly onChoose: (usSize: number) => void;
}

/** One size with its market; pressed, it is looked at more closely. */
export function SizeRow({ row, page, chosen, isEntry, onChoose }: SizeRowProps) {
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
