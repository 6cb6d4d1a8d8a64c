import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../ui/text';
import { setRepricing } from './use-repricing';

/** Stops everything that rules do, at once and without a question. */
export function PauseButton() {
  const [busy, setBusy] = useState(false);
  const pause = async () => {
    setBusy(true);
    await setRepricing('paused');
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconPlayerPause size={14} stroke={1.8} aria-hidden="true" />}
      loading={busy}
      onClick={() => void pause()}
      aria-label={t('repricing.pauseLong')}
      data-testid="pause-repricing"
    >
      {t('repricing.pause')}
    </Button>
  );
}
