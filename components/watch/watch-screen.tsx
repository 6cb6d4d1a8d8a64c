import { Screen } from '../ui/screen';
import { t } from '../ui/text';

export function WatchScreen() {
  return <Screen title={t('nav.watch')}>{null}</Screen>;
}
