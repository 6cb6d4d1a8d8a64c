import { IconEyeOff } from '@tabler/icons-react';
import type { PageView } from '@/lib/messaging/page-view';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { CopyReport } from './copy-report';

/** The page hides which shoe it is; the report helps to mend it. */
export function UnreadablePage({ view }: { readonly view: PageView }) {
  return (
    <EmptyState
      icon={IconEyeOff}
      title={t('card.unreadableTitle')}
      text={t(view.warnings.includes('BLOCKED') ? 'card.blockedText' : 'card.unreadableText')}
      action={<CopyReport view={view} />}
    />
  );
}
