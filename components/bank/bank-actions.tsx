import { Button, Menu } from '@mantine/core';
import { IconDots, IconFileImport, IconListDetails, IconPlus } from '@tabler/icons-react';
import { t } from '../ui/text';

/** What opens beside the list. */
export type BankDrawer = 'import' | 'accounts' | 'payout';

/** Taking over a statement, and what is needed less often. */
export function BankActions({ onDrawer }: { readonly onDrawer: (drawer: BankDrawer) => void }) {
  return (
    <>
      <Button leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={() => onDrawer('import')}>
        {t('bank.import')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t('bank.more')}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => onDrawer('payout')}>
            {t('bank.addPayout')}
          </Menu.Item>
          <Menu.Item leftSection={<IconListDetails size={14} />} onClick={() => onDrawer('accounts')}>
            {t('bank.accounts')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
