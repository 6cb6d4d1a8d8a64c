import { Button, Modal, Radio, Stack, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { countText } from '../ui/format';
import { t } from '../ui/text';

export type Choice = 'keep-both' | 'start-over';

export interface DifferentSellerProps {
  readonly counts: { readonly stored: number; readonly fresh: number } | null;
  readonly onChoose: (choice: Choice) => void;
  readonly onCancel: () => void;
}

/** Asks before two sellers are mixed: the API names no account, only the listings tell. */
export function DifferentSeller({ counts, onChoose, onCancel }: DifferentSellerProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  return (
    <Modal
      opened={counts !== null}
      onClose={onCancel}
      title={t('connect.differentTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {counts === null ? null : (
        <Text mb="md">{t('connect.differentText', [countText(counts.stored), countText(counts.fresh)])}</Text>
      )}
      <Radio.Group value={choice} onChange={(value) => setChoice(value === 'keep-both' ? 'keep-both' : 'start-over')}>
        <Stack gap="md">
          <Radio value="keep-both" label={t('connect.keepBoth')} description={t('connect.keepBothText')} />
          <Radio value="start-over" label={t('connect.startOver')} description={t('connect.startOverText')} />
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button disabled={choice === null} onClick={() => choice !== null && onChoose(choice)}>
          {t('connect.goAhead')}
        </Button>
      </Group>
    </Modal>
  );
}
