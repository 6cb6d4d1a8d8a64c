import { Button, Progress } from '@mantine/core';
import { t } from '../ui/text';
import styles from './bank.module.css';

/** How far a file is read, with a way to stop. */
export function ReadingFile({ share, onStop }: { readonly share: number; readonly onStop: () => void }) {
  return (
    <div role="status" className={styles['fields']} data-testid="statement-reading">
      <p className={styles['quiet']}>{t('imports.reading')}</p>
      <Progress value={share * 100} aria-label={t('imports.reading')} />
      <Button variant="default" size="xs" onClick={onStop}>
        {t('imports.stop')}
      </Button>
    </div>
  );
}
