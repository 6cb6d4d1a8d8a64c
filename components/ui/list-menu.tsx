import { ActionIcon, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from './text';

interface ListMenuProps {
  /** Rows are being marked now. */
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
  readonly testId: string;
  /** Menu items that this list alone has. */
  readonly children: ReactNode;
}

/** What is wanted less often of a list: its own ways, marking several rows, its keys. */
export function ListMenu({ marking, onMark, onHelp, testId, children }: ListMenuProps) {
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t('inventory.more')} data-testid={testId}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        <Menu.Divider />
        <Menu.Item leftSection={<IconChecklist size={16} stroke={1.6} />} onClick={onMark}>
          {marking ? t('inventory.clearSelection') : t('inventory.markSeveral')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} onClick={onHelp}>
          {t('inventory.keys')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
