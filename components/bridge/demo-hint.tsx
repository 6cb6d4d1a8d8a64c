import { CloseButton } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useSetting } from './use-setting';

/** Whoever has looked around for so long needs no hint. */
const SHOWN_MS = 20 * MINUTE_MS;

/** On the first screen of a young demo: what there is to see. */
export function DemoHint() {
  const [demo] = useSetting('demo');
  const [closed, setClosed] = useState(false);
  const now = useNow(MINUTE_MS);
  if (demo === null || closed || now - demo.startedAt > SHOWN_MS) return null;
  return (
    <Banner
      tone="quiet"
      icon={IconSparkles}
      action={<CloseButton aria-label={t('action.close')} onClick={() => setClosed(true)} />}
    >
      {t('demo.hint')}
    </Banner>
  );
}
