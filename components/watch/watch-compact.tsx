import type { WatchRow } from '@/lib/queries/watch-row';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { LookCell } from './market-cells';
import { RowAlerts } from './row-alerts';
import { TargetField } from './target-field';
import type { RowGround } from './watch-columns';
import { DistanceOf, nameOfWatched, sizeOfWatched, WatchedFigure } from './watch-figures';
import styles from './watch.module.css';

interface WatchCompactProps extends Pick<RowGround, 'looks' | 'onAlerts'> {
  readonly row: WatchRow;
}

/** Something watched in two lines: the ask above, the target it is measured by below. */
export function WatchCompact({ row, looks, onAlerts }: WatchCompactProps) {
  return (
    <div className={styles['compact']} role="presentation">
      <TwoLine
        picture={<PairPicture url={row.product?.pictureUrl ?? null} size={36} />}
        title={
          <RowLink href={routeHref({ screen: 'market', product: row.item.catalogId })}>{nameOfWatched(row)}</RowLink>
        }
        subtitle={
          <>
            {sizeOfWatched(row)} · <LookCell look={looks?.get(row.item.catalogId)} />
          </>
        }
        top={
          <>
            <span className={styles['quiet']}>{t('watch.ask')}</span> <WatchedFigure row={row} what="lowestAsk" />{' '}
            {row.item.targetPrice === null ? null : <DistanceOf row={row} />}
          </>
        }
        bottom={
          <>
            <span className={styles['quiet']}>{t('watch.targetShort')}</span> <TargetField row={row} />
          </>
        }
      />
      <div role="cell">
        <RowAlerts row={row} onOpen={onAlerts} />
      </div>
    </div>
  );
}
