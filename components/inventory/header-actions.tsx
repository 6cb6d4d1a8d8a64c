import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconFileImport, IconKeyboard, IconPlus } from '@tabler/icons-react';
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
      <Menu position="bottom-end" width={220} withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('inventory.more')} loading={importing.busy} data-testid="inventory-more">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileImport size={16} stroke={1.6} />}
            onClick={importing.choose}
            data-testid="import-costs"
          >
            {t('action.importCosts')}
          </Menu.Item>
          <Menu.Item leftSection={<IconChecklist size={16} stroke={1.6} />} onClick={onMark}>
            {marking ? t('inventory.clearSelection') : t('inventory.markSeveral')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.6} />} onClick={onHelp}>
            {t('inventory.keys')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
