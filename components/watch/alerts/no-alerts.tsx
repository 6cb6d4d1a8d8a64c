import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { routeHref } from '../../ui/route';
import { EmptyState } from '../../ui/states';
import { t } from '../../ui/text';

interface NoAlertsProps {
  /** Alerts that what was typed does not find. */
  readonly others: number;
  readonly isWatching: boolean;
  /** Makes one. */
  readonly add: ReactNode;
}

/** No alert to show: none fits, there is none yet, or there is nothing watched that one could be on. */
export function NoAlerts({ others, isWatching, add }: NoAlertsProps) {
  if (others > 0) return <EmptyState icon={IconBell} title={t('inventory.noMatch')} text={t('watch.noMatchText')} />;
  if (isWatching)
    return (
      <EmptyState icon={IconBell} title={t('watchAlert.allNone')} text={t('watchAlert.allNoneText')} action={add} />
    );
  const toWatched = (
    <Button component="a" variant="default" href={routeHref({ screen: 'watch' })}>
      {t('watchAlert.toWatched')}
    </Button>
  );
  return (
    <EmptyState
      icon={IconBell}
      title={t('watchAlert.allNone')}
      text={t('watchAlert.nothingWatched')}
      action={toWatched}
    />
  );
}
