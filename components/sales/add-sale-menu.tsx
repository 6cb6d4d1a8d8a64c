import { Button, Menu } from '@mantine/core';
import { IconFileImport, IconPlus, IconTag } from '@tabler/icons-react';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

/** alias's sales come by themselves; those of other places by hand or by file. */
export function AddSaleMenu() {
  const { change } = useRoute();
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <Button size="compact-sm" h={28} leftSection={<IconPlus size={16} stroke={2} />} data-testid="add-sale">
          {t('sales.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTag size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'sell', pair: null })}
        >
          {t('sales.addOne')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={routeHref({ screen: 'files' })}
          leftSection={<IconFileImport size={14} aria-hidden="true" />}
        >
          {t('sales.addFile')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
