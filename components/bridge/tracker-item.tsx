import { Menu } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { t } from '../ui/text';
import { openTracker } from './tracker-place';

/** The way to everything that was sent to alias, in the menu of a list that sends. */
export function TrackerItem() {
  return (
    <Menu.Item leftSection={<IconListDetails size={16} stroke={1.6} />} onClick={() => openTracker(null)}>
      {t('writes.tracker')}
    </Menu.Item>
  );
}
