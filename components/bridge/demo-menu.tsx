import { Button, Popover } from '@mantine/core';
import { IconChevronDown, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { setSetting } from '@/lib/settings/stored-settings';
import { Confirm } from '../ui/confirm';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { ask } from './ask';
import styles from './demo-menu.module.css';
import { holdReload } from './follow-demo';

type Wish = 'remove' | 'connect';

/** Says on every screen that this is the demo, what that means, and the two ways out. */
export function DemoMenu() {
  const [open, setOpen] = useState(false);
  const [wish, setWish] = useState<Wish | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (next: Wish) => {
    setOpen(false);
    setWish(next);
  };
  const leave = async () => {
    setBusy(true);
    const page = holdReload();
    if (wish === 'connect') await setSetting('onboarding', 'connect').catch(() => undefined);
    const asked = await ask('demo/remove', {});
    if (asked.ok && asked.value.ok) return page.reload(removedText(asked.value));
    page.letGo();
    setBusy(false);
    setWish(null);
    toastProblem(asked.ok ? t('state.workerSilent') : asked.message);
  };
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
          <div className={styles['ways']}>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden="true" />}
              onClick={() => choose('remove')}
            >
              {t('demo.remove')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={16} aria-hidden="true" />}
              onClick={() => choose('connect')}
            >
              {t('demo.connect')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <Confirm
        opened={wish !== null}
        title={wish === 'connect' ? t('demo.connectTitle') : t('demo.removeTitle')}
        verb={wish === 'connect' ? t('demo.connectVerb') : t('demo.remove')}
        busy={busy}
        onConfirm={() => void leave()}
        onClose={() => (busy ? undefined : setWish(null))}
      >
        {wish === 'connect' ? t('demo.connectText') : t('demo.removeText')}
      </Confirm>
    </>
  );
}

interface Gone {
  readonly removed: { readonly rows: number };
  readonly left: readonly string[];
}

/** What was deleted, and whether anything was found afterwards. */
function removedText({ removed, left }: Gone): string {
  if (left.length > 0) return t('demo.leftOver', [left.join(', ')]);
  return t('demo.removed', [countText(removed.rows)]);
}
