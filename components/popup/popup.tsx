import { ActionIcon, Button } from '@mantine/core';
import { IconLayoutSidebarRight, IconRefresh } from '@tabler/icons-react';
import { BridgeProvider, useBridge, type Bridge } from '../bridge/bridge';
import { MarketMark } from '../bridge/market-mark';
import { SyncedText } from '../bridge/synced-text';
import { SharedReadings, useFreshness } from '../bridge/shared-readings';
import { TroubleBanner } from '../bridge/trouble-banner';
import { useSyncNow } from '../bridge/use-sync-now';
import { VacationBanner } from '../bridge/vacation-banner';
import { useVault } from '../bridge/vault-store';
import { Brand } from '../ui/brand';
import { t } from '../ui/text';
import { UiProvider } from '../ui/ui-provider';
import { Figures } from './figures';
import { FirstReading } from './first-reading';
import { NotConnected } from './not-connected';
import styles from './popup.module.css';
import { PopupSearch } from './popup-search';

/** A glance and three actions. Reads the books itself and never waits for the background. */
export function Popup({ bridge }: { readonly bridge: Bridge }) {
  return (
    <UiProvider>
      <BridgeProvider bridge={bridge}>
        <SharedReadings>
          <Face />
        </SharedReadings>
      </BridgeProvider>
    </UiProvider>
  );
}

function Face() {
  const { openPanel } = useBridge();
  const vault = useVault();
  const { value: fresh } = useFreshness();
  const { start, asking, problem } = useSyncNow();
  const nothingRead = fresh !== null && fresh.scopes.every((scope) => scope.lastSuccessAt === null);
  const first = vault?.state === 'empty' && nothingRead;
  // Zeros are no figures: until orders and listings were read once, the popup tells how far that is.
  const firstReading = fresh !== null && fresh.syncedAt === null && fresh.running;
  const running = asking || fresh?.running === true;
  return (
    <main className={styles['popup']}>
      <header className={styles['header']}>
        <h1>
          <Brand />
        </h1>
        <MarketMark />
        <span className={styles['synced']}>{first ? null : <SyncedText />}</span>
        <ActionIcon onClick={openPanel} aria-label={t('action.openPanel')} title={t('action.openPanel')}>
          <IconLayoutSidebarRight size={18} stroke={1.6} />
        </ActionIcon>
      </header>
      {first ? (
        <NotConnected />
      ) : (
        <>
          <TroubleBanner problem={problem} />
          <VacationBanner />
          {firstReading ? <FirstReading /> : <Figures />}
          <footer className={styles['footer']}>
            <PopupSearch />
            <div className={styles['actions']}>
              <Button
                leftSection={<IconRefresh size={16} stroke={1.8} />}
                loading={running}
                onClick={start}
                disabled={vault !== null && vault.standing !== 'ready'}
                data-testid="sync-now"
              >
                {t('action.syncNow')}
              </Button>
              <Button variant="default" onClick={openPanel}>
                {t('action.openPanel')}
              </Button>
            </div>
          </footer>
        </>
      )}
    </main>
  );
}
