import { Button } from '@mantine/core';
import { SyncSteps } from '../bridge/sync-steps';
import { useBridge } from '../bridge/bridge';
import { t } from '../ui/text';
import { Step } from './step';

/** The first reading of an account, or of the demo: what has come in so far. It goes on by itself when it is left. */
export function FirstSync({ onGoOn }: { readonly onGoOn: () => void }) {
  const { isDemo } = useBridge();
  const title = isDemo ? t('demo.firstTitle') : t('connect.firstTitle');
  const text = isDemo ? t('demo.firstText') : t('connect.firstText');
  return (
    <Step title={title} lead={text} {...(isDemo ? {} : { nth: 4 })}>
      <SyncSteps />
      <Button variant="default" onClick={onGoOn}>
        {t('connect.goOn')}
      </Button>
    </Step>
  );
}
