import { Button } from '@mantine/core';
import { IconDatabase, IconEye, IconLock } from '@tabler/icons-react';
import { useStartDemo } from '../bridge/use-start-demo';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import styles from './connect.module.css';
import { Step } from './step';

const PROMISES = [
  { icon: IconEye, title: () => t('connect.doesTitle'), text: () => t('connect.reads') },
  { icon: IconLock, title: () => t('connect.asksTitle'), text: () => t('connect.asks') },
  { icon: IconDatabase, title: () => t('connect.staysTitle'), text: () => t('connect.keeps') },
] as const;

/** What it does, what it asks for, what stays here; and the two ways on. */
export function WelcomeStep({ onConnect }: { readonly onConnect: () => void }) {
  const { starting, problem, start } = useStartDemo();
  return (
    <Step title={t('connect.welcomeTitle')} lead={t('connect.lead')} wide>
      <ul className={styles['promises']}>
        {PROMISES.map(({ icon: Picture, title, text }, index) => (
          <li key={index}>
            <Picture size={18} stroke={1.6} aria-hidden="true" />
            <div>
              <strong>{title()}</strong>
              <p>{text()}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles['choices']}>
        <section className={styles['choice']} aria-labelledby="choice-demo">
          <h2 id="choice-demo">{t('demo.choiceTitle')}</h2>
          <p>{t('demo.choiceText')}</p>
          <Button fullWidth loading={starting} onClick={start} data-testid="try-demo">
            {t('demo.try')}
          </Button>
          <p aria-live="polite" className="archvd-hidden">
            {starting ? t('demo.starting') : ''}
          </p>
          <ProblemText text={problem} />
        </section>
        <section className={styles['choice']} aria-labelledby="choice-connect">
          <h2 id="choice-connect">{t('connect.choiceTitle')}</h2>
          <p>{t('connect.choiceText')}</p>
          <Button fullWidth variant="default" onClick={onConnect} disabled={starting}>
            {t('connect.choose')}
          </Button>
        </section>
      </div>
    </Step>
  );
}
