import { Button, Menu } from '@mantine/core';
import { IconCar, IconPlus, IconReceipt, IconRepeat } from '@tabler/icons-react';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

/** An expense, a journey or what comes again. */
export function AddExpenseMenu({ onAdd }: { readonly onAdd: () => void }) {
  const { change } = useRoute();
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} data-testid="add-expense">
          {t('expenses.addShort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconReceipt size={14} aria-hidden="true" />} onClick={onAdd} data-testid="new-expense">
          {t('expenses.addOne')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCar size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'mileage', item: null })}
          data-testid="new-mileage"
        >
          {t('mileage.add')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRepeat size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'recurring', item: null })}
        >
          {t('recurring.add')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
