import { ActionIcon, Menu } from '@mantine/core';
import { IconBellZ } from '@tabler/icons-react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { AlertHistory } from '@/lib/queries/alert-events';
import { ask } from '../../bridge/ask';
import { wholeTitle } from '../../ui/alert-sentence';
import { exactTimeText, whenText } from '../../ui/format';
import { Pill } from '../../ui/pill';
import { routeHref } from '../../ui/route';
import { t } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { SnoozeItems } from './alert-controls';
import styles from './alerts.module.css';

/** Something that rang, in the words of that moment; its name opens the product. */
export function EventRow({ event }: { readonly event: AlertHistory['events'][number] }) {
  const { id, alertId, itemId, catalogId, product, message, at, seen } = event;
  const title = wholeTitle(product, event.title);
  const now = useNow(MINUTE_MS);
  const see = () => {
    if (!seen) void ask('alerts/seen', { eventIds: [id] });
  };
  return (
    <li data-unseen={!seen || undefined} data-testid="alert-event">
      <div className={styles['eventText']}>
        <span className={styles['eventTitle']}>
          {catalogId === null ? (
            title
          ) : (
            <a href={routeHref({ screen: 'market', product: catalogId })} onClick={see}>
              {title}
            </a>
          )}
          {seen ? null : <Pill tone="accent">{t('watchAlert.isNew')}</Pill>}
        </span>
        <span className={styles['quiet']}>{message}</span>
      </div>
      <time dateTime={new Date(at).toISOString()} title={exactTimeText(at)} className={styles['quiet']}>
        {whenText(at, now)}
      </time>
      {/* A target is no alert of its own: taking it away is what silences it. */}
      {alertId === itemId ? (
        <span className={styles['noAction']} />
      ) : (
        <Menu position="bottom-end" width={180} withinPortal>
          <Menu.Target>
            <ActionIcon size={24} aria-label={`${t('watchAlert.snooze')}: ${title}`}>
              <IconBellZ size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <SnoozeItems ids={[alertId]} />
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
