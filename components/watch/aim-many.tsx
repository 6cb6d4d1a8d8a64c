import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { AmountInput } from '../bridge/amount-input';
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
  const [display] = useSetting('displayCurrency');
  const currency = display ?? 'USD';
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const keep = async () => {
    const parsed = parseTarget(text, currency);
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
        <AmountInput
          label={t('watch.targetLabel')}
          hint={t('watch.targetHint')}
          value={text}
          currency={currency}
          problem={problem}
          first
          onChange={(typed) => {
            setText(typed);
            setProblem(undefined);
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
