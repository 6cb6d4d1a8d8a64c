import type { WatchRow } from '@/lib/queries/watch-row';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { LookCell } from './market-cells';
import { RowAlerts } from './row-alerts';
import { TargetField } from './target-field';
import type { RowGround } from './watch-columns';
import { DistanceOf, nameOfWatched, WatchedFigure } from './watch-figures';
import styles from './watch.module.css';
import { SizeAndCode } from './watched-name';

interface WatchCompactProps extends Pick<RowGround, 'looks' | 'onAlerts'> {
  readonly row: WatchRow;
}

/** Something watched where there is little room: its name alone, then what it costs, then the target it is held to. */
export function WatchCompact({ row, looks, onAlerts }: WatchCompactProps) {
  const name = nameOfWatched(row);
  return (
    <div className={styles['compact']} role="presentation">
      <div role="cell" className={styles['card']}>
        <PairPicture url={row.product?.pictureUrl ?? null} size={36} />
        <div className={styles['cardLines']}>
          <span className="archvd-clip archvd-strong" title={name}>
            <RowLink href={routeHref({ screen: 'market', product: row.item.catalogId })}>{name}</RowLink>
          </span>
          <div>
            <SizeAndCode row={row} />
            <span>
              <span className={styles['quiet']}>{t('watch.ask')}</span> <WatchedFigure row={row} what="lowestAsk" />
            </span>
          </div>
          <div>
            <span className={`archvd-clip ${styles['quiet']} ${styles['look']}`}>
              <LookCell look={looks?.get(row.item.catalogId)} />
            </span>
            <span>
              {row.item.targetPrice === null ? null : <DistanceOf row={row} inWords />}{' '}
              {row.distance === null ? <span className={styles['quiet']}>{t('watch.targetShort')}</span> : null}{' '}
              <TargetField row={row} />
            </span>
          </div>
        </div>
      </div>
      <div role="cell">
        <RowAlerts row={row} onOpen={onAlerts} />
      </div>
    </div>
  );
}
