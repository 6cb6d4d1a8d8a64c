import { Anchor, Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './connect.module.css';
import { PagesOffer } from './pages-offer';
import { Step } from './step';

export interface ExtrasStepProps {
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** What may be switched on now or at any later time. */
export function ExtrasStep({ onNext, onBack }: ExtrasStepProps) {
  return (
    <Step title={t('connect.extrasTitle')} lead={t('connect.extrasText')} nth={3}>
      <ul className={styles['promises']}>
        <li>
          <IconLock size={18} stroke={1.6} aria-hidden="true" />
          <div>
            <strong>{t('connect.passphraseTitle')}</strong>
            <p>{t('connect.passphraseText')}</p>
            <Anchor href={routeHref({ screen: 'settings', view: 'vault' })}>{t('connect.passphraseSet')}</Anchor>
          </div>
        </li>
        <PagesOffer />
      </ul>
      <div className={styles['steps']}>
        <Button onClick={onNext}>{t('connect.next')}</Button>
        <Button variant="default" onClick={onBack}>
          {t('action.back')}
        </Button>
      </div>
    </Step>
  );
}
