import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseTarget } from '../bridge/parse-target';
import { useSetting } from '../bridge/use-setting';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { change } from './watch-commands';

interface AimManyProps {
  readonly itemIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One target for many; empty takes theirs away. */
export function AimMany({ itemIds, onClose, onDone }: AimManyProps) {
  const [currency] = useSetting('displayCurrency');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async () => {
    const parsed = parseTarget(text, currency ?? 'USD');
    if (!parsed.ok) return setProblem(parsed.problem);
    const said = t('watch.aimedMany', itemIds.length, [countText(itemIds.length)]);
    if (!(await change('watch/aim', { itemIds: [...itemIds], targetPrice: parsed.target }, said))) return;
    onClose();
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('watch.aimTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextInput
          label={t('watch.targetLabel')}
          description={t('watch.targetHint')}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={text}
          error={problem}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit">{t('watch.aim')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
