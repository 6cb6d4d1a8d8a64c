import { Button } from '@mantine/core';
import { IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { setSetting } from '@/lib/settings/stored-settings';
import { Confirm } from '../ui/confirm';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { ask } from './ask';
import { holdReload } from './follow-demo';

type Wish = 'remove' | 'connect';

/** The two ways out of the demo: a button for each, and the question before either goes through. */
export function useLeaveDemo(): {
  readonly buttons: (chosen?: () => void) => ReactNode;
  readonly question: ReactNode;
} {
  const [wish, setWish] = useState<Wish | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const page = holdReload();
    if (wish === 'connect') await setSetting('onboarding', 'connect').catch(() => undefined);
    const asked = await ask('demo/remove', {});
    if (asked.ok && asked.value.ok) return page.reload(removedText(asked.value));
    const problem = asked.ok ? t('state.workerSilent') : asked.message;
    if (page.letGo(problem)) return;
    setBusy(false);
    setWish(null);
    toastProblem(problem);
  };
  const way = (to: Wish, icon: ReactNode, name: string, chosen?: () => void) => (
    <Button
      variant="default"
      leftSection={icon}
      onClick={() => {
        chosen?.();
        setWish(to);
      }}
    >
      {name}
    </Button>
  );
  const connecting = wish === 'connect';
  return {
    buttons: (chosen) => (
      <>
        {way('remove', <IconTrash size={16} aria-hidden="true" />, t('demo.remove'), chosen)}
        {way('connect', <IconPlugConnected size={16} aria-hidden="true" />, t('demo.connect'), chosen)}
      </>
    ),
    question: (
      <Confirm
        opened={wish !== null}
        title={connecting ? t('demo.connectTitle') : t('demo.removeTitle')}
        verb={connecting ? t('demo.connectVerb') : t('demo.remove')}
        busy={busy}
        onConfirm={() => void leave()}
        onClose={() => (busy ? undefined : setWish(null))}
      >
        {connecting ? t('demo.connectText') : t('demo.removeText')}
      </Confirm>
    ),
  };
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
