import { Notifications } from '@mantine/notifications';
import {
  IconBuildingStore,
  IconCalendarCheck,
  IconChartHistogram,
  IconEye,
  IconReceipt2,
  IconSettings,
  IconShoe,
  IconStethoscope,
  IconTag,
} from '@tabler/icons-react';
import { BridgeProvider, type Bridge } from '../bridge/bridge';
import { MarketMark } from '../bridge/market-mark';
import { SharedReadings } from '../bridge/shared-readings';
import { SyncStatus } from '../bridge/sync-status';
import { TroubleBanner } from '../bridge/trouble-banner';
import { ConnectScreen } from '../connect/connect-screen';
import { FirstSync } from '../connect/first-sync';
import { AppShell } from '../ui/app-shell';
import { routeHref, SCREENS, type ScreenName } from '../ui/route';
import { SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { UiProvider } from '../ui/ui-provider';
import { useRoute } from '../ui/use-route';
import { Boundary } from './boundary';
import { Screens } from './screens';
import { useFirstRun } from './use-first-run';
import { useNeedsYou } from './use-needs-you';

const ICONS = {
  today: IconCalendarCheck,
  inventory: IconShoe,
  selling: IconTag,
  market: IconBuildingStore,
  watch: IconEye,
  sales: IconReceipt2,
  pnl: IconChartHistogram,
  settings: IconSettings,
  diagnostics: IconStethoscope,
} satisfies Record<ScreenName, unknown>;

const LABELS: Record<ScreenName, () => string> = {
  today: () => t('nav.today'),
  inventory: () => t('nav.inventory'),
  selling: () => t('nav.selling'),
  market: () => t('nav.market'),
  watch: () => t('nav.watch'),
  sales: () => t('nav.sales'),
  pnl: () => t('nav.pnl'),
  settings: () => t('nav.settings'),
  diagnostics: () => t('nav.diagnostics'),
};

/** The app of the side panel, the dashboard and the options: one tree at every width. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  return (
    <UiProvider>
      <BridgeProvider bridge={bridge}>
        <SharedReadings>
          <Shell />
        </SharedReadings>
        <Notifications position="bottom-center" limit={3} transitionDuration={120} />
      </BridgeProvider>
    </UiProvider>
  );
}

function Shell() {
  const { route } = useRoute();
  const { standing, begin, end } = useFirstRun();
  const needsYou = useNeedsYou();
  if (standing === 'connect' && route.screen !== 'settings' && route.screen !== 'diagnostics') {
    return <ConnectScreen onConnected={begin} />;
  }
  const destinations = SCREENS.map((id) => ({
    id,
    label: LABELS[id](),
    icon: ICONS[id],
    href: routeHref({ screen: id }),
    needsYou: id === 'today' ? needsYou : 0,
  }));
  return (
    <AppShell
      destinations={destinations}
      current={route.screen}
      mark={<MarketMark />}
      status={<SyncStatus />}
      banners={standing === 'connect' ? null : <TroubleBanner />}
    >
      <Boundary key={route.screen}>
        {route.screen !== 'today' || standing === 'over' ? <Screens route={route} /> : null}
        {route.screen === 'today' && standing === 'first-sync' ? <FirstSync onGoOn={end} /> : null}
        {route.screen === 'today' && standing === 'unknown' ? <SkeletonRows /> : null}
      </Boundary>
    </AppShell>
  );
}
