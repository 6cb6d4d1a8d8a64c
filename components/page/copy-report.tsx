import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { PageView } from '@/lib/messaging/page-view';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

/** What the page was read as, for whoever mends its reader: nothing about the person. */
export function CopyReport({ view }: { readonly view: PageView }) {
  const copy = () =>
    void navigator.clipboard.writeText(view.report).then(
      () => toast(t('card.copied')),
      () => toastProblem(t('thisPage.notCopied')),
    );
  return (
    <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
      {t('card.copyReport')}
    </Button>
  );
}
