import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { freshnessOfPrices } from '@/lib/queries/freshness-of-prices';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { Age } from '../ui/age-text';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';

/** Market figures older than this are not to be acted upon. */
const USE_BY_MS = 6 * HOUR_MS;

/** How old the market's figures are: the oldest of them counts. */
export function PricesAge() {
  const now = useNow(MINUTE_MS);
  const [regionId] = useSetting('regionId');
  const { value } = useLive((books) => freshnessOfPrices(books, regionId), [regionId, now]);
  if (value === null || value.offeredProducts === 0) return null;
  return (
    <>
      {value.oldestPricesAt === null ? null : (
        <span>
          {t('selling.pricesAge')} <Age at={value.oldestPricesAt} useByMs={USE_BY_MS} />
        </span>
      )}
      {value.withoutPrices === 0 ? null : <span>{t('selling.withoutPrices', [countText(value.withoutPrices)])}</span>}
    </>
  );
}
