import { useHotkeys } from '@mantine/hooks';
import { useCallback } from 'react';
import { ActivityScreen } from '../activity/activity-screen';
import { Forms } from '../add/forms';
import { Backtest } from '../backtest/backtest';
import { DiagnosticsScreen } from '../diagnostics/diagnostics-screen';
import { ExperimentsScreen } from '../experiments/experiments-screen';
import { InventoryScreen } from '../inventory/inventory-screen';
import { ListingForms } from '../listing/listing-forms';
import { MarketScreen } from '../market/market-screen';
import { PageScreen } from '../page/page-screen';
import { PairDetail } from '../pair/pair-detail';
import { PnlScreen } from '../pnl/pnl-screen';
import { ReleasesScreen } from '../releases/releases-screen';
import { RulesScreen } from '../rules/rules-screen';
import { SalesScreen } from '../sales/sales-screen';
import { SellingScreen } from '../selling/selling-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { BankScreen } from '../bank/bank-screen';
import { ExpenseForms } from '../expenses/expense-forms';
import { ExpensesScreen } from '../expenses/expenses-screen';
import { FilesScreen } from '../files/files-screen';
import { OrdersScreen } from '../orders/orders-screen';
import { TaxScreen } from '../tax/tax-screen';
import { TodayScreen } from '../today/today-screen';
import { WatchScreen } from '../watch/watch-screen';
import { routeHref, type Route } from '../ui/route';
import { useWide } from '../ui/use-wide';
import { useRoute } from '../ui/use-route';
import styles from './screens.module.css';

/** The screen of an address, and the pair that is open over or beside it. */
export function Screens({ route }: { readonly route: Route }) {
  const { change } = useRoute();
  const covered = !useWide() && route.pair !== null;
  const close = useCallback(() => change({ pair: null }), [change]);
  useHotkeys([['Escape', (event) => leavesPair(event, route) && close(), { preventDefault: false }]]);
  return (
    <div className={styles['split']}>
      <div className={styles['main']} inert={covered}>
        {screenOf(route)}
      </div>
      {route.pair === null ? null : <PairDetail key={route.pair} pairId={route.pair} onClose={close} />}
      <Forms />
      <ListingForms />
      <ExpenseForms />
    </div>
  );
}

/** Escape closes the pair wherever the focus is, unless something nearer to the person has a meaning for it. */
function leavesPair(event: KeyboardEvent, { pair, add }: Route): boolean {
  if (pair === null || add !== null || event.defaultPrevented) return false;
  // What is closed may stay in the page, unseen.
  return ![...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].some((each) =>
    each.checkVisibility(),
  );
}

function screenOf(route: Route) {
  switch (route.screen) {
    case 'inventory':
      return <InventoryScreen />;
    case 'selling':
      return <SellingScreen />;
    case 'activity':
      return <ActivityScreen />;
    case 'rules':
      return rulesOf(route);
    case 'page':
      return <PageScreen />;
    case 'releases':
      return <ReleasesScreen />;
    case 'market':
      return <MarketScreen />;
    case 'watch':
      return <WatchScreen />;
    case 'settings':
      return <SettingsScreen section={route.view} />;
    case 'diagnostics':
      return <DiagnosticsScreen />;
    case 'sales':
      return <SalesScreen />;
    case 'pnl':
      return <PnlScreen />;
    case 'bank':
      return <BankScreen />;
    case 'expenses':
      return <ExpensesScreen />;
    case 'files':
      return <FilesScreen />;
    case 'orders':
      return <OrdersScreen />;
    case 'tax':
      return <TaxScreen />;
    case 'today':
      return <TodayScreen />;
  }
}

/** What belongs to the rules, each in a folder of its own. */
function rulesOf({ view, item }: Route) {
  if (view === 'backtest') {
    const back = () => {
      window.location.hash = routeHref({ screen: 'rules', item });
    };
    return <Backtest ruleId={item} onClose={back} />;
  }
  return view === 'experiments' ? <ExperimentsScreen /> : <RulesScreen />;
}
