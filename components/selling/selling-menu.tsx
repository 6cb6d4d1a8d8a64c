import { Menu } from '@mantine/core';
import { IconBeach } from '@tabler/icons-react';
import { useState } from 'react';
import { TrackerItem } from '../bridge/tracker-item';
import { useVacation } from '../bridge/use-vacation';
import { VacationDialog } from '../bridge/vacation-dialog';
import { ListMenu } from '../ui/list-menu';
import { t } from '../ui/text';

interface SellingMenuProps {
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
      <ListMenu marking={marking} onMark={onMark} onHelp={onHelp} testId="selling-more">
        <Menu.Item leftSection={<IconBeach size={16} stroke={1.6} />} onClick={() => setAsking(true)}>
          {vacation === null ? t('vacation.start') : t('vacation.end')}
        </Menu.Item>
        <TrackerItem />
      </ListMenu>
      <VacationDialog opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}
