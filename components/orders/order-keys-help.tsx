import { Modal } from '@mantine/core';
import { appKeys, inventoryKeys, KeyList, rowKeys } from '../ui/key-list';
import { t } from '../ui/text';
import type { OrderTask } from './order-actions';
import { ORDER_KEYS } from './use-order-keys';

const TASKS: Partial<Record<OrderTask | 'print', () => string>> = {
  confirm: () => t('orders.confirm'),
  'confirm-label': () => t('orders.confirmAndLabel'),
  label: () => t('orders.label'),
  print: () => t('labels.title'),
  ship: () => t('orders.ship'),
};

/** Keys of a list that mean something else here, or nothing. */
const NOT_HERE = new Set(['L', 'F']);

/** What the keys do on this screen. */
export function OrderKeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const own = ORDER_KEYS.map(([key, task]) => ({ keys: [key], does: TASKS[task]?.() ?? task }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('inventory.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <KeyList
        lines={[
          ...own,
          ...rowKeys().filter(({ keys }) => keys[0] !== 'E'),
          ...inventoryKeys().filter(({ keys }) => !NOT_HERE.has(keys[0] ?? '')),
          ...appKeys().filter(({ keys }) => keys[0] !== 'Esc'),
        ]}
      />
    </Modal>
  );
}
