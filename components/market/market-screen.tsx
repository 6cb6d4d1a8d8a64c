import { Screen } from '../ui/screen';
import { t } from '../ui/text';

export function MarketScreen() {
  return <Screen title={t('nav.market')}>{null}</Screen>;
}
