import { ActionIcon, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconKeyboard, IconListDetails } from '@tabler/icons-react';
import { openTracker } from '../bridge/tracker-place';
import { t } from '../ui/text';

export interface OrderMenuProps {
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
}

/** What is wanted less often: the tracker, marking several rows, the keys. */
export function OrderMenu({ marking, onMark, onHelp }: OrderMenuProps) {
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t('inventory.more')} data-testid="orders-more">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconListDetails size={16} stroke={1.6} />} onClick={() => openTracker(null)}>
          {t('writes.tracker')}
        </Menu.Item>
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
