import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useLeaveDemo } from '../bridge/leave-demo';
import { useStartDemo } from '../bridge/use-start-demo';
import { Confirm } from '../ui/confirm';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

/** The way into the demo for somebody who has books of their own. */
export function TryDemo() {
  const { starting, problem, start } = useStartDemo();
  const [asking, setAsking] = useState(false);
  return (
    <SubPart title={t('demo.name')} text={t('demo.settingsText')}>
      <Button variant="default" loading={starting} onClick={() => setAsking(true)} data-testid="try-demo">
        {t('demo.try')}
      </Button>
      <p aria-live="polite" className="archvd-hidden">
        {starting ? t('demo.starting') : ''}
      </p>
      <ProblemText text={problem} />
      <Confirm
        opened={asking}
        title={t('demo.startTitle')}
        verb={t('demo.startVerb')}
        onConfirm={() => {
          setAsking(false);
          start();
        }}
        onClose={() => setAsking(false)}
      >
        {t('demo.startText')}
      </Confirm>
    </SubPart>
  );
}

/** In the demo there is no account: what this is, and the ways out. */
export function InDemo() {
  const leave = useLeaveDemo();
  return (
    <>
      <Text mb="md">{t('demo.what')}</Text>
      <Text mb="md">{t('demo.inSettings')}</Text>
      <div className={styles['actions']}>{leave.buttons()}</div>
      {leave.question}
    </>
  );
}
