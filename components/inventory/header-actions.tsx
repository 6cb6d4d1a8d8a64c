import { Button, Menu } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { ListMenu } from '../ui/list-menu';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import type { CostImport } from './import-costs';

export interface HeaderActionsProps {
  readonly importing: CostImport;
  readonly marking: boolean;
  readonly onMark: () => void;
  readonly onHelp: () => void;
}

/** Adding a pair, and what is wanted less often. */
export function HeaderActions({ importing, marking, onMark, onHelp }: HeaderActionsProps) {
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
      <ListMenu marking={marking} onMark={onMark} onHelp={onHelp} busy={importing.busy} testId="inventory-more">
        <Menu.Item
          leftSection={<IconFileImport size={16} stroke={1.6} />}
          onClick={importing.choose}
          data-testid="import-costs"
        >
          {t('action.importCosts')}
        </Menu.Item>
      </ListMenu>
    </>
  );
}
