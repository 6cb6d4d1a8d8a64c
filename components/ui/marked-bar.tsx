import { ActionIcon, Button, Loader, Menu } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { countText } from './format';
import styles from './marked-bar.module.css';
import { t } from './text';

export interface MarkedBarProps {
  readonly label: string;
  readonly count: number;
  /** Marked rows that the list as it is narrowed now does not show. */
  readonly hidden: number;
  readonly matching: number;
  /** How many of them are worked off; null: nothing runs. */
  readonly progress: number | null;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** Buttons where there is room for words; all of it is in the menu too. */
  readonly buttons: ReactNode;
  /** Items of the menu. */
  readonly menu: ReactNode;
  readonly children?: ReactNode;
}

/** How many rows are marked, and what can be done with all of them. */
export function MarkedBar(props: MarkedBarProps) {
  const { count, hidden, matching, progress } = props;
  return (
    <div className={styles['bar']} role="region" aria-label={props.label} data-bar-below data-testid="bulk-bar">
      <span className={styles['marked']} role="status">
        <strong>{t('inventory.marked', count, [countText(count)])}</strong>
        {hidden === 0 ? null : (
          <span className={styles['quiet']}>{t('inventory.markedHidden', [countText(hidden)])}</span>
        )}
        {count - hidden >= matching ? null : (
          <button type="button" className={styles['all']} onClick={props.onAll}>
            {t('inventory.markAll', [countText(matching)])}
          </button>
        )}
      </span>
      {progress === null ? null : (
        <span className={styles['quiet']} role="status">
          <Loader size={14} /> {t('inventory.workingOn', [countText(progress), countText(count)])}
        </span>
      )}
      <span className={styles['wideOnly']}>{props.buttons}</span>
      <Menu position="top-end" width={220} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            disabled={progress !== null}
            leftSection={<IconDots size={14} />}
            data-testid="bulk-more"
          >
            {t('inventory.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>{props.menu}</Menu.Dropdown>
      </Menu>
      <ActionIcon aria-label={t('inventory.clearSelection')} onClick={props.onClear}>
        <IconX size={16} />
      </ActionIcon>
      {props.children}
    </div>
  );
}
