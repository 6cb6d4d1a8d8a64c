import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCopy,
  IconDots,
  IconPencil,
  IconReceipt2,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import type { PairStory } from '@/lib/queries/pair-story';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { useListPairs } from '../bridge/to-list';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { useRoute } from '../ui/use-route';
import styles from './pair.module.css';

export interface PairActionsProps {
  readonly story: PairStory;
  readonly onClose: () => void;
}

/** What can be done to a pair. Nothing asks first: everything can be taken back. */
export function PairActions({ story: { pair, sales, toldByAlias }, onClose }: PairActionsProps) {
  const { change } = useRoute();
  const listPairs = useListPairs();
  const told = sales.some(({ sale }) => sale.marketplace !== 'alias' && sale.status !== 'reversed');
  return (
    <div className={styles['actions']}>
      {pair.status === 'in-stock' && !toldByAlias ? (
        <Button
          size="compact-sm"
          leftSection={<IconUpload size={14} aria-hidden="true" />}
          onClick={() => listPairs([pair.id])}
          data-testid="list-pair"
        >
          {t('listing.list')}
        </Button>
      ) : null}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPencil size={14} aria-hidden="true" />}
        onClick={() => change({ add: 'edit' })}
      >
        {t('pair.edit')}
      </Button>
      {pair.status === 'sold' ? null : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconReceipt2 size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'sell' })}
        >
          {t('pair.sell')}
        </Button>
      )}
      {told && pair.status === 'sold' ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
          onClick={() => void unsell(pair.id, pair.name)}
        >
          {t('pair.unsell')}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('pair.more')} className={styles['last'] ?? ''}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={() => change({ add: 'copy' })}>
            {t('pair.copy')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} aria-hidden="true" />}
            onClick={() => void remove(pair.id, pair.name, onClose)}
          >
            {t('pair.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

async function unsell(pairId: string, name: string): Promise<void> {
  const asked = await ask('pair/unsell', { pairId });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('pair.unsold', [name]), asked.value.undoId);
}

async function remove(pairId: string, name: string, onRemoved: () => void): Promise<void> {
  const asked = await ask('pairs/remove', { pairIds: [pairId] });
  if (!asked.ok) return toastProblem(asked.message);
  if (!asked.value.ok) return;
  const { removed, listed, sold, undoId } = asked.value;
  if (listed > 0) return toastProblem(t('pair.keepsListed', [name]));
  if (sold > 0) return toastProblem(t('pair.keepsSold', [name]));
  if (removed > 0) offerUndo(t('pair.removed', [name]), undoId);
  onRemoved();
}
