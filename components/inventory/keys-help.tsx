import { Kbd, Modal } from '@mantine/core';
import { t } from '../ui/text';
import styles from './inventory.module.css';

const KEYS: readonly (readonly [readonly string[], () => string])[] = [
  [['J', 'K', '↓', '↑'], () => t('inventory.keyMove')],
  [['Enter'], () => t('inventory.keyOpen')],
  [['Space', 'X'], () => t('inventory.keyMark')],
  [['Shift ↓', 'Shift ↑'], () => t('inventory.keyRange')],
  [['Ctrl A'], () => t('inventory.keyAll')],
  [['E'], () => t('inventory.keyCost')],
  [['/'], () => t('inventory.keySearch')],
  [['F'], () => t('inventory.keyFilter')],
  [['Esc'], () => t('inventory.keyClear')],
  [['Ctrl Z'], () => t('inventory.keyUndo')],
  [['?'], () => t('inventory.keyHelp')],
];

/** What the keys do in this list. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('inventory.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <dl className={styles['keys']}>
        {KEYS.map(([keys, words]) => (
          <div key={keys.join(' ')}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{words()}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
