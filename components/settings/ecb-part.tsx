import { Button, FileButton, Switch } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Instant } from '@/lib/domain/time/instant';
import { useBridge } from '../bridge/bridge';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { fetchRates, importRates } from './ecb-commands';
import { rateDayText } from './rate-day';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

/** Rates of the European Central Bank: from a file, or asked for once the person allows it. */
export function EcbPart({ at }: { readonly at: Instant | null }) {
  const { sites } = useBridge();
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [daily, setDaily] = useSetting('dailyRates');
  const look = useCallback(() => {
    sites.rates.has().then(setAllowed, () => setAllowed(false));
  }, [sites]);
  useEffect(() => {
    look();
    return sites.watch(look);
  }, [look, sites]);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  // Nothing may come before the request: browsers ask only straight from a click.
  const allow = () => void sites.rates.request().then(look, look);
  const forbid = () => {
    setDaily(false);
    void sites.rates.remove().then(look, look);
  };
  return (
    <SubPart title={t('rates.ecb')} text={t('rates.ecbText')}>
      <p className={styles['quiet']} role="status">
        {at === null ? t('rates.ecbNone') : t('rates.ecbAt', [rateDayText({ asOf: at, source: 'ECB' })])}
      </p>
      <div className={styles['actions']}>
        <FileButton onChange={(file) => file !== null && void run(() => importRates(file))} accept=".xml,.csv,.zip">
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              {t('rates.importFile')}
            </Button>
          )}
        </FileButton>
        {allowed === true ? (
          <>
            <Button variant="default" loading={busy} onClick={() => void run(() => fetchRates('today'))}>
              {t('rates.fetchToday')}
            </Button>
            <Button variant="default" loading={busy} onClick={() => void run(() => fetchRates('90'))}>
              {t('rates.fetch90')}
            </Button>
            <Button variant="subtle" onClick={forbid}>
              {t('rates.forbid')}
            </Button>
          </>
        ) : (
          <Button variant="default" disabled={allowed === null} onClick={allow}>
            {t('rates.allow')}
          </Button>
        )}
      </div>
      {allowed === true ? (
        <Switch
          label={t('rates.daily')}
          description={t('rates.dailyHint')}
          checked={daily === true}
          disabled={daily === null}
          onChange={(event) => setDaily(event.currentTarget.checked)}
        />
      ) : (
        <p className={styles['quiet']}>{t('rates.allowHint')}</p>
      )}
    </SubPart>
  );
}
