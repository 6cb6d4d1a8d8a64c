import { Button } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import type { AlertSubject } from '@/lib/queries/alert-subjects';
import { EmptyState } from '../../ui/states';
import { t } from '../../ui/text';
import { AlertActions, AlertSwitch } from './alert-controls';
import styles from './alerts.module.css';
import { StandingText } from './standing-text';
import { triggerText } from './alert-words';

interface AlertsOfItemProps {
  readonly subject: AlertSubject;
  readonly onEdit: (alertId: string) => void;
  readonly onNew: () => void;
}

/** The alerts on one watched thing. */
export function AlertsOfItem({ subject, onEdit, onNew }: AlertsOfItemProps) {
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={onNew} data-testid="new-alert">
      {t('watchAlert.new')}
    </Button>
  );
  if (subject.alerts.length === 0)
    return <EmptyState icon={IconBell} title={t('watchAlert.none')} text={t('watchAlert.noneText')} action={add} />;
  return (
    <div className={`${styles['ofItem']} archvd-scroll`}>
      <ul className={styles['alerts']}>
        {subject.alerts.map(({ alert, standing }) => {
          const words = triggerText(alert.trigger);
          return (
            <li key={alert.id}>
              <div className={styles['alertText']}>
                <span>{t('watchAlert.says', [words])}</span>
                <StandingText standing={standing} />
              </div>
              <AlertSwitch alert={alert} words={words} />
              <AlertActions alert={alert} words={words} standing={standing} onEdit={() => onEdit(alert.id)} />
            </li>
          );
        })}
      </ul>
      <div className={styles['below']}>{add}</div>
    </div>
  );
}
