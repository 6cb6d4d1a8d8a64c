import { ageText } from '../ui/age-text';
import { exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useFreshness } from './shared-readings';

/** `synced 40 s`, with the exact time on hover. */
export function SyncedText() {
  const { value } = useFreshness();
  const now = useNow();
  if (value === null) return null;
  const text =
    value.syncedAt === null
      ? value.running
        ? t('sync.syncing')
        : t('sync.never')
      : t('sync.synced', [ageText(Math.max(0, now - value.syncedAt))]);
  const title = value.syncedAt === null ? undefined : exactTimeText(value.syncedAt);
  return (
    <span className="archvd-clip archvd-figure" title={title} data-testid="synced">
      {value.error !== null && !value.running ? t('sync.failing') : text}
    </span>
  );
}
