import { Button } from '@mantine/core';
import { IconCopy, IconEyeOff } from '@tabler/icons-react';
import type { PageView } from '@/lib/messaging/page-view';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

/** The page hides which shoe it is; the report helps to mend it. */
export function UnreadablePage({ view }: { readonly view: PageView }) {
  const copy = () =>
    void navigator.clipboard.writeText(view.report).then(
      () => toast(t('card.copied')),
      () => toastProblem(t('thisPage.notCopied')),
    );
  return (
    <EmptyState
      icon={IconEyeOff}
      title={view.title ?? t('card.unreadableTitle')}
      text={t('card.unreadableText')}
      action={
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
          {t('card.copyReport')}
        </Button>
      }
    />
  );
}
