import { ALIAS_API_URL, IS_OFFICIAL_API } from '@/lib/settings/build';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';

/** Says on every screen that this build does not talk to alias. */
export function MarketMark() {
  return IS_OFFICIAL_API ? null : (
    <Pill tone="accent" title={t('shell.localMarketWhy', [new URL(ALIAS_API_URL).host])}>
      {t('shell.localMarket')}
    </Pill>
  );
}
