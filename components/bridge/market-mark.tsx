import { ALIAS_API_URL, IS_OFFICIAL_API } from '@/lib/settings/build';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { useBridge } from './bridge';
import { DemoMenu } from './demo-menu';

/** Says on every screen that these are not alias's figures: the demo market, or a build for another address. */
export function MarketMark() {
  const { isDemo } = useBridge();
  if (isDemo) return <DemoMenu />;
  return IS_OFFICIAL_API ? null : (
    <Pill tone="accent" title={t('shell.localMarketWhy', [new URL(ALIAS_API_URL).host])}>
      {t('shell.localMarket')}
    </Pill>
  );
}
