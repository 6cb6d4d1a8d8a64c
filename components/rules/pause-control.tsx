import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { PauseButton } from '../bridge/pause-button';
import { setRepricing, useRepricing } from '../bridge/use-repricing';
import { t } from '../ui/text';

/**
 * The switch that stops everything; once it has, the ways on. Back to live without another look only where rules were
 * live before and a person had paused them.
 */
export function PauseControl() {
  const { value: now } = useRepricing();
  const [busy, setBusy] = useState(false);
  if (now === null) return null;
  if (now.mode !== 'paused') return <PauseButton />;
  const turn = async (mode: 'preview' | 'live') => {
    setBusy(true);
    await setRepricing(mode);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={busy}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          data-testid="go-on"
        >
          {t('repricing.goOn')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void turn('preview')}>{t('repricing.previewOnly')}</Menu.Item>
        {now.wasLive && now.stopped === null ? (
          <Menu.Item onClick={() => void turn('live')}>{t('repricing.liveAgain')}</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
