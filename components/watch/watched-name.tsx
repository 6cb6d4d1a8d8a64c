import type { WatchRow } from '@/lib/queries/watch-row';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { nameOfWatched, sizeOfWatched } from './watch-figures';
import styles from './watch.module.css';

/** The name with the line to itself, its size and code under it: the size is never cut, the code gives way. */
export function WatchedName({ row }: { readonly row: WatchRow }) {
  const name = nameOfWatched(row);
  return (
    <span className={styles['named']} title={name}>
      <PairPicture url={row.product?.pictureUrl ?? null} size={26} />
      <span className={styles['nameLines']}>
        <span className="archvd-clip">
          <RowLink href={routeHref({ screen: 'market', product: row.item.catalogId })}>{name}</RowLink>
        </span>
        <SizeAndCode row={row} />
      </span>
    </span>
  );
}

/** `US 10 · DD1391-100` */
export function SizeAndCode({ row }: { readonly row: WatchRow }) {
  const code = row.product?.styleCode ?? row.product?.rawSku ?? null;
  return (
    <span className={styles['sizeAndCode']}>
      <span className="archvd-figure">{sizeOfWatched(row)}</span>
      {code === null ? null : <span className="archvd-clip">· {code}</span>}
    </span>
  );
}
