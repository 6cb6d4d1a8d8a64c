import { HOUR_MS } from '@/lib/domain/time/instant';
import { useFreshness } from '../bridge/shared-readings';
import { Age } from '../ui/age-text';
import { countText } from '../ui/format';
import { t } from '../ui/text';

/** Market figures older than this are not to be acted upon. */
const USE_BY_MS = 6 * HOUR_MS;

/** How old the market's figures are: the oldest of them counts. */
export function PricesAge() {
  const { value } = useFreshness();
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
