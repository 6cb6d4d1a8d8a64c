import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { RunView } from '@/lib/queries/run-view';
import { useBridge } from '../bridge/bridge';
import { shareText } from '../bridge/rule-sentence';
import { useSetting } from '../bridge/use-setting';
import { setRepricing } from '../bridge/use-repricing';
import { Confirm } from '../ui/confirm';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './rules.module.css';

/** What was looked at longer ago says little about what would be sent now. */
const SEEN_MS = 30 * MINUTE_MS;
const SHOWN = 4;

/** The way from looking to acting: with the run that was looked at, what live means, and how it is stopped. */
export function GoLive({ view }: { readonly view: RunView }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const now = useNow(MINUTE_MS);
  const { run } = view;
  const isOld = now - (run.finishedAt ?? run.startedAt) > SEEN_MS;
  const confirm = async () => {
    if (isOld) return setAsking(false);
    setBusy(true);
    const turned = await setRepricing('live', run.id);
    setBusy(false);
    if (turned) setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)} data-testid="go-live">
        {t('runs.goLive')}
      </Button>
      <Confirm
        opened={asking}
        title={t('runs.goLiveTitle')}
        verb={isOld ? t('action.close') : t('runs.goLiveVerb')}
        busy={busy}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        {isOld ? <p>{t('runs.tooOld')}</p> : <Meaning view={view} />}
      </Confirm>
    </>
  );
}

function Meaning({ view: { run, changes } }: { readonly view: RunView }) {
  const [guards] = useSetting('repricingGuards');
  const keys = usePauseKeys();
  return (
    <div className={styles['meaning']}>
      <p>{t('runs.goLiveLead')}</p>
      <ul aria-label={t('runs.table')}>
        {changes.slice(0, SHOWN).map(({ row, to, named }) => (
          <li key={row.id}>
            <span className="archvd-clip">{named?.name ?? t('runs.goneListing')}</span>
            <span className="archvd-figure">
              {moneyText(row.from)} → {moneyText(to)}
            </span>
          </li>
        ))}
        <li>
          <span>
            {countText(changes.length)} {t('runs.changes')}, {countText(run.holds)} {t('runs.holds')}
          </span>
        </li>
      </ul>
      <p>{t('runs.goLiveMeans')}</p>
      <p>{t('runs.goLiveFloor')}</p>
      {guards === null ? null : (
        <p>
          {t('runs.goLiveLimits', [
            shareText(guards.maxDownBasisPoints),
            shareText(guards.maxUpBasisPoints),
            countText(guards.changesPerRun),
            countText(guards.changesPerDay),
            t('trailLine.minutes', [guards.cooldownMinutes]),
          ])}
        </p>
      )}
      <p>{t('runs.goLivePause', [keys])}</p>
    </div>
  );
}

/** The key that pauses, as it is set in the browser; where none is set, the one that was suggested. */
function usePauseKeys(): string {
  const { device } = useBridge();
  const [keys, setKeys] = useState('Alt+Shift+P');
  useEffect(() => {
    void device.shortcuts().then(
      (all) => setKeys((before) => all.find(({ name }) => name === 'pause-repricing')?.keys || before),
      () => undefined,
    );
  }, [device]);
  return keys;
}
