import { Button, Menu } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { ListMenu } from '../ui/list-menu';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

export interface HeaderActionsProps {
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
}

/** Adding a pair, and what is wanted less often. */
export function HeaderActions({ marking, onMark, onHelp }: HeaderActionsProps) {
  const { change } = useRoute();
  return (
    <>
      <Button
        size="compact-sm"
        h={28}
        leftSection={<IconPlus size={16} stroke={2} />}
        onClick={() => change({ add: '1' })}
        data-testid="add-pair"
      >
        {t('inventory.add')}
      </Button>
      <ListMenu marking={marking} onMark={onMark} onHelp={onHelp} testId="inventory-more">
        <Menu.Item
          leftSection={<IconFileImport size={16} stroke={1.6} />}
          component="a"
          href={routeHref({ screen: 'files' })}
          data-testid="import-costs"
        >
          {t('action.importCosts')}
        </Menu.Item>
      </ListMenu>
    </>
  );
}
