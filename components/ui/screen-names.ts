import type { ScreenName } from './route';
import { t } from './text';

const NAMES: Record<ScreenName, () => string> = {
  today: () => t('nav.today'),
  inventory: () => t('nav.inventory'),
  selling: () => t('nav.selling'),
  rules: () => t('nav.rules'),
  activity: () => t('nav.activity'),
  page: () => t('nav.page'),
  market: () => t('nav.market'),
  watch: () => t('nav.watch'),
  releases: () => t('nav.releases'),
  orders: () => t('nav.orders'),
  sales: () => t('nav.sales'),
  expenses: () => t('nav.expenses'),
  bank: () => t('nav.bank'),
  pnl: () => t('nav.pnl'),
  tax: () => t('nav.tax'),
  files: () => t('nav.files'),
  settings: () => t('nav.settings'),
  diagnostics: () => t('nav.diagnostics'),
};

/** A screen by the name it goes by everywhere. */
export function screenText(screen: ScreenName): string {
  return NAMES[screen]();
}
