import { Anchor } from '@mantine/core';
import { PairSearch } from '../bridge/pair-search';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import styles from './add.module.css';

/** Which pair of the stock was sold, before the rest of the sale is asked. */
export function PickSoldPair() {
  const { change } = useRoute();
  return (
    <div className={styles['pick']} data-testid="pick-sold-pair">
      <strong>{t('sellPair.which')}</strong>
      <PairSearch
        isOffered={({ status }) => status !== 'sold' && status !== 'written-off'}
        onPick={({ id }) => change({ pair: id, add: 'sell' })}
        autoFocus
        shown={12}
      />
      <p className={styles['quiet']}>
        {t('sellPair.whichHint')}{' '}
        <Anchor href={routeHref({ screen: 'files' })} inherit underline="always">
          {t('sellPair.fromFile')}
        </Anchor>
      </p>
    </div>
  );
}
