import { Modal } from '@mantine/core';
import { appKeys, inventoryKeys, KeyList, rowKeys } from './key-list';
import { t } from './text';

/** What the keys do in this list. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('inventory.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <KeyList lines={[...rowKeys(), ...inventoryKeys(), ...appKeys().filter(({ keys }) => keys[0] !== 'Esc')]} />
    </Modal>
  );
}
