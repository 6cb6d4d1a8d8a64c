import type { WatchRow } from '@/lib/queries/watch-list';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { TargetField } from './target-field';
import { AgeOf, DistanceOf, nameOfWatched, RemoveWatched, sizeOfWatched, WatchedFigure } from './watch-figures';
import styles from './watch.module.css';

/** Something watched in two lines: the ask above, the target it is measured by below. */
export function WatchCompact({ row }: { readonly row: WatchRow }) {
  return (
    <div className={styles['compact']} role="presentation">
      <TwoLine
        picture={<PairPicture url={row.product?.pictureUrl ?? null} size={36} />}
        title={
          <RowLink href={routeHref({ screen: 'market', product: row.item.catalogId })}>{nameOfWatched(row)}</RowLink>
        }
        subtitle={
          <>
            {sizeOfWatched(row)} · <AgeOf row={row} />
          </>
        }
        top={
          <>
            <span className={styles['quiet']}>{t('watch.ask')}</span> <WatchedFigure row={row} what="lowestAsk" />{' '}
            <DistanceOf row={row} />
          </>
        }
        bottom={
          <>
            <span className={styles['quiet']}>{t('watch.targetShort')}</span> <TargetField row={row} />
          </>
        }
      />
      <div role="cell">
        <RemoveWatched row={row} />
      </div>
    </div>
  );
}
