import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { countText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { AmountInput } from './amount-input';
import styles from './bounds.module.css';
import { BOUNDS_IN, parseBound, saveBounds } from './save-bounds';

export interface BoundsDialogProps {
  readonly count: number;
  readonly opened: boolean;
  /** The pairs that are meant, asked for when it is kept. */
  readonly pairIds: () => Promise<readonly string[]>;
  readonly onClose: () => void;
}

/** One lowest and one highest price for many pairs; a field left empty leaves what each of them has. */
export function BoundsDialog({ opened, onClose, ...rest }: BoundsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('bounds.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <BoundsForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function BoundsForm({ count, pairIds, onClose }: Omit<BoundsDialogProps, 'opened'>) {
  const [texts, setTexts] = useState({ minimum: '', maximum: '' });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [minimum, maximum] = [parseBound(texts.minimum), parseBound(texts.maximum)];
  const isReady = minimum.ok && maximum.ok && (minimum.bound !== null || maximum.bound !== null);
  const change = (part: Partial<typeof texts>) => {
    setTexts({ ...texts, ...part });
    setRefusal(null);
  };
  const save = async (bounds: Parameters<typeof saveBounds>[1]) => {
    if (busy) return;
    setBusy(true);
    const refused = await saveBounds(await pairIds(), bounds);
    setBusy(false);
    setRefusal(refused);
    if (refused === null) onClose();
  };
  const apply = () => {
    if (!minimum.ok || !maximum.ok || !isReady) return;
    void save({
      ...(minimum.bound === null ? {} : { minimum: { ...minimum.bound } }),
      ...(maximum.bound === null ? {} : { maximum: { ...maximum.bound } }),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      noValidate
    >
      <p className={styles['lead']}>{t('bounds.lead')}</p>
      <div className={styles['two']}>
        <AmountInput
          label={t('bounds.minimum')}
          value={texts.minimum}
          currency={BOUNDS_IN}
          problem={minimum.ok ? undefined : minimum.problem}
          onChange={(text) => change({ minimum: text })}
        />
        <AmountInput
          label={t('bounds.maximum')}
          value={texts.maximum}
          currency={BOUNDS_IN}
          problem={maximum.ok ? undefined : maximum.problem}
          onChange={(text) => change({ maximum: text })}
        />
      </div>
      <p className={styles['lead']}>{t('bounds.emptyStays')}</p>
      <ProblemText text={refusal} />
      <Group justify="space-between" gap="sm" mt="lg">
        <Button variant="subtle" px={0} disabled={busy} onClick={() => void save({ minimum: null, maximum: null })}>
          {t('bounds.remove')}
        </Button>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={busy} data-testid="apply-bounds">
            {t('inventory.applyTo', count, [countText(count)])}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
