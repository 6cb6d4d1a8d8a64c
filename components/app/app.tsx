import { Notifications } from '@mantine/notifications';
import {
  IconAdjustments,
  IconBuildingBank,
  IconBuildingStore,
  IconBrowser,
  IconCalendarCheck,
  IconCalendarEvent,
  IconChartHistogram,
  IconEye,
  IconHistory,
  IconFiles,
  IconPackageExport,
  IconReceipt,
  IconReceipt2,
  IconReceiptTax,
  IconSettings,
  IconShoe,
  IconStethoscope,
  IconTag,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { BridgeProvider, useBridge, type Bridge } from '../bridge/bridge';
import { DemoHint } from '../bridge/demo-hint';
import { takeWords } from '../bridge/follow-demo';
import { MarketMark } from '../bridge/market-mark';
import { SharedReadings } from '../bridge/shared-readings';
import { SyncStatus } from '../bridge/sync-status';
import { TroubleBanner } from '../bridge/trouble-banner';
import { useReloadWhenDeleted } from '../bridge/use-reload-when-deleted';
import { VacationBanner } from '../bridge/vacation-banner';
import { ConnectScreen } from '../connect/connect-screen';
import { FirstSteps } from '../connect/first-steps';
import { Palette } from '../palette/palette';
import { Tracker } from '../selling/tracker';
import { AppShell } from '../ui/app-shell';
import { routeHref, SCREENS, type ScreenName } from '../ui/route';
import { screenText } from '../ui/screen-names';
import { Screen } from '../ui/screen';
import { SkeletonRows } from '../ui/states';
import { toastProof } from '../ui/toast';
import { UiProvider } from '../ui/ui-provider';
import { useRoute } from '../ui/use-route';
import { useUndoKeys } from '../ui/use-undo-keys';
import { Boundary } from './boundary';
import { Screens } from './screens';
import { useFirstRun } from './use-first-run';
import { useNeedsYou } from './use-needs-you';

const ICONS = {
  today: IconCalendarCheck,
  inventory: IconShoe,
  selling: IconTag,
  rules: IconAdjustments,
  activity: IconHistory,
  page: IconBrowser,
  market: IconBuildingStore,
  watch: IconEye,
  releases: IconCalendarEvent,
  orders: IconPackageExport,
  sales: IconReceipt2,
  expenses: IconReceipt,
  bank: IconBuildingBank,
  pnl: IconChartHistogram,
  tax: IconReceiptTax,
  files: IconFiles,
  settings: IconSettings,
  diagnostics: IconStethoscope,
} satisfies Record<ScreenName, unknown>;

/** Screens that are reached through another one, whose place in the rail is theirs. */
const PART_OF: Partial<Record<ScreenName, ScreenName>> = { rules: 'selling', activity: 'selling', bank: 'expenses' };

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

/** What the page was loaded anew with is told over its screen: before there is one, it would go unseen. */
function useTakenWords(drawn: boolean): void {
  const words = useRef<string | null>(null);
  useEffect(() => {
    words.current ??= takeWords();
    if (!drawn || words.current === null) return;
    toastProof(words.current);
    words.current = null;
  }, [drawn]);
}

function Shell() {
  const { route } = useRoute();
  useUndoKeys();
  useReloadWhenDeleted();
  const { isDemo } = useBridge();
  const { standing, go } = useFirstRun();
  const isFirst = standing === 'welcome' || standing === 'connect';
  const needsYou = useNeedsYou();
  useTakenWords(standing !== 'unknown');
  if (isFirst && route.screen !== 'settings' && route.screen !== 'diagnostics') {
    return <ConnectScreen key={standing} step={standing} onStep={go} />;
  }
  const place = route.screen !== 'today' || standing === 'over' || isFirst ? 'screen' : standing;
  const destinations = SCREENS.filter((id) => PART_OF[id] === undefined).map((id) => ({
    id,
    label: screenText(id),
    icon: ICONS[id],
    href: routeHref({ screen: id }),
    needsYou: id === 'today' ? needsYou : 0,
  }));
  return (
    <AppShell
      destinations={destinations}
      current={PART_OF[route.screen] ?? route.screen}
      mark={<MarketMark />}
      search={<Palette />}
      status={<SyncStatus />}
      banners={
        isFirst ? null : (
          <>
            <TroubleBanner />
            <VacationBanner />
            {isDemo && route.screen === 'today' && place === 'screen' ? <DemoHint /> : null}
          </>
        )
      }
      tray={isFirst ? null : <Tracker />}
    >
      <Boundary key={route.screen}>
        {place === 'screen' ? <Screens route={route} /> : null}
        {place === 'unknown' ? (
          <Screen title={screenText(route.screen)}>
            <SkeletonRows />
          </Screen>
        ) : null}
        {place === 'screen' || place === 'unknown' ? null : <FirstSteps key={place} step={place} onStep={go} />}
      </Boundary>
    </AppShell>
  );
}
