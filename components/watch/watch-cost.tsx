import { useSetting } from '../bridge/use-setting';
import { Explained } from '../ui/explained';
import { countText } from '../ui/format';
import { ageText } from '../ui/age-text';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { t } from '../ui/text';
import styles from './watch.module.css';

/** What watching costs in requests: alias is asked for a product, never for each of its sizes. */
export function WatchCost({ products }: { readonly products: number }) {
  const [watching] = useSetting('watching');
  if (watching === null) return null;
  const hourly = Math.ceil((products * 60) / watching.freshnessMinutes);
  return (
    <Explained what={{ note: t('watch.costWhy', [ageText(watching.freshnessMinutes * MINUTE_MS)]) }}>
      <span className={`archvd-figure ${styles['cost']}`}>
        {t('watch.cost', products, [countText(products), countText(hourly)])}
      </span>
    </Explained>
  );
}
