import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { productsById } from '@/lib/queries/compare-products';
import { useLive } from '../bridge/use-live';
import { RemovableChip } from '../ui/removable-chip';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { comparedItem, MOST_COMPARED } from './compare-ids';
import compareStyles from './compare.module.css';
import styles from './market.module.css';

interface CompareTrayProps {
  readonly ids: readonly string[];
  readonly onRemove: (catalogId: string) => void;
}

/** What was ticked so far, and the way to see it side by side. */
export function CompareTray({ ids, onRemove }: CompareTrayProps) {
  const live = useLive((books) => productsById(books, ids), [ids]);
  const nameOf = (id: string) => live.value?.get(id)?.name ?? id;
  return (
    <div className={compareStyles['tray']} role="region" aria-label={t('market.tray')}>
      <span className={styles['quiet']} role="status">
        {ids.length === 0
          ? t('market.trayEmpty', [String(MOST_COMPARED)])
          : t('market.trayCount', [String(ids.length), String(MOST_COMPARED)])}
      </span>
      {ids.map((id) => (
        <RemovableChip key={id} label={t('market.removeFrom', [nameOf(id)])} onRemove={() => onRemove(id)}>
          {nameOf(id)}
        </RemovableChip>
      ))}
      {ids.length === 0 ? null : (
        <Button
          component="a"
          size="compact-md"
          leftSection={<IconColumns size={16} />}
          href={routeHref({ screen: 'market', view: 'compare', item: comparedItem(ids) })}
        >
          {t('market.compareNow', ids.length, [String(ids.length)])}
        </Button>
      )}
    </div>
  );
}
