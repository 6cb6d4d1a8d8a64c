import { Button, Group, Modal } from '@mantine/core';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { countText } from '../ui/format';
import { Stat, StatRow } from '../ui/stat';
import { t } from '../ui/text';
import styles from './ledger-preview.module.css';

interface LedgerPreviewProps {
  readonly fileName: string;
  readonly preview: Extract<MessageOutput<'ledger/preview'>, { ok: true }>['result'];
  readonly busy: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

const SHOWN_PROBLEMS = 50;

/** What a ledger would do, before it does it. */
export function LedgerPreview({ fileName, preview, busy, onApply, onClose }: LedgerPreviewProps) {
  const changes = preview.filled + preview.added;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('import.title', [fileName])}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      size="lg"
    >
      <StatRow>
        <Stat label={t('import.rows')}>{countText(preview.rows)}</Stat>
        <Stat label={t('import.filled')}>{countText(preview.filled)}</Stat>
        <Stat label={t('import.added')}>{countText(preview.added)}</Stat>
        <Stat label={t('import.known')}>{countText(preview.alreadyKnown)}</Stat>
      </StatRow>
      {preview.problems.length === 0 ? null : (
        <section className={styles['problems']} aria-label={t('import.problems')}>
          <h3>{t('import.problemCount', preview.problems.length, [countText(preview.problems.length)])}</h3>
          <ul tabIndex={0}>
            {preview.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
              <li key={`${problem.line}${problem.message}`}>
                <span className="archvd-figure">{t('import.line', [problem.line])}</span> {problem.message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles['quiet']}>{changes === 0 ? t('import.nothing') : t('import.safe')}</p>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button onClick={onApply} loading={busy} disabled={changes === 0} data-autofocus data-testid="apply-import">
          {t('import.apply')}
        </Button>
      </Group>
    </Modal>
  );
}
