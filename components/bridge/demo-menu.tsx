import { Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../ui/text';
import styles from './demo-menu.module.css';
import { useLeaveDemo } from './leave-demo';

/** Says on every screen that this is the demo, what that means, and the two ways out. */
export function DemoMenu() {
  const [open, setOpen] = useState(false);
  const leave = useLeaveDemo();
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="bottom-start" width={264} trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={styles['pill']} title={t('demo.what')} onClick={() => setOpen(!open)}>
            {t('demo.name')}
            <IconChevronDown size={12} aria-hidden="true" />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('demo.name')}>
          <p className={styles['what']}>{t('demo.what')}</p>
          <div className={styles['ways']}>{leave.buttons(() => setOpen(false))}</div>
        </Popover.Dropdown>
      </Popover>
      {leave.question}
    </>
  );
}
