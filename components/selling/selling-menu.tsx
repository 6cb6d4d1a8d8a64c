import { ActionIcon, Menu } from '@mantine/core';
import { IconBeach, IconChecklist, IconDots, IconKeyboard, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { openTracker } from '../bridge/tracker-place';
import { useVacation } from '../bridge/use-vacation';
import { VacationDialog } from '../bridge/vacation-dialog';
import { t } from '../ui/text';

export interface SellingMenuProps {
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
}

/** What is wanted less often: a holiday, the tracker, marking several rows, the keys. */
export function SellingMenu({ marking, onMark, onHelp }: SellingMenuProps) {
  const [asking, setAsking] = useState(false);
  const vacation = useVacation();
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('inventory.more')} data-testid="selling-more">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBeach size={16} stroke={1.6} />} onClick={() => setAsking(true)}>
            {vacation === null ? t('vacation.start') : t('vacation.end')}
          </Menu.Item>
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
      <VacationDialog opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}
