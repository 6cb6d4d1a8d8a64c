import {
  IconBell,
  IconCash,
  IconChevronRight,
  IconCircleX,
  IconPackageImport,
  IconTrendingUp,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { todayChanges, type TodayChanges } from '@/lib/queries/today-changes';
import { useLive } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { stageText } from '../bridge/words';
import { Age } from '../ui/age-text';
import { countText, moneyText, whenText } from '../ui/format';
import { routeHref, type Route } from '../ui/route';
import { Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './today.module.css';
import { useSeenSince } from './use-seen-since';

/** What happened between the last visit and this one; each change opens its screen. */
export function Changes() {
  const since = useSeenSince();
  return (
    <Section title={t('today.changes')}>
      {since === undefined ? <SkeletonRows count={3} /> : null}
      {since === null ? <p className={styles['quiet']}>{t('today.changesFirst')}</p> : null}
      {since ? <List since={since} /> : null}
    </Section>
  );
}

function List({ since }: { readonly since: Instant }) {
  const now = useNow(MINUTE_MS);
  const regionId = useRegion();
  const live = useLive((books) => todayChanges(books, since, instant(now), regionId ?? null), [since, now, regionId]);
  if (live.state === 'loading') return <SkeletonRows count={3} />;
  if (live.state === 'failed') {
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  }
  const rows = rowsOf(live.value);
  if (rows.length === 0) return <p className={styles['quiet']}>{t('today.noChanges', [whenText(since, now)])}</p>;
  return (
    <ul className={styles['list']} data-testid="changes">
      {rows.map(({ key, icon: Picture, what, text, aside, to }) => (
        <li key={key}>
          <a className={styles['change']} href={routeHref(to)}>
            <Picture size={18} stroke={1.6} aria-hidden="true" />
            <span className={styles['what']}>{what}</span>
            <span className="archvd-clip">{text}</span>
            <span className={`archvd-figure ${styles['aside']}`}>{aside}</span>
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly key: string;
  readonly icon: Icon;
  readonly what: string;
  readonly text: ReactNode;
  readonly aside: ReactNode;
  readonly to: Pick<Route, 'screen'> & Partial<Route>;
}

/** What rang, told in full. */
const RANG = { screen: 'watch', view: 'history' } as const;

function rowsOf({ sold, cancelled, moved, alerts, prices, added }: TodayChanges): Row[] {
  return [
    ...sold.newest.map(({ sale, size, run }): Row => ({
      key: sale.id,
      icon: IconCash,
      what: t('today.sold'),
      text: [formatSize(size, run), sale.name, moneyText(sale.price)].join(' · '),
      aside: <Age at={sale.soldAt} />,
      to: { screen: 'sales', query: sale.orderNumber },
    })),
    ...rest(sold, IconCash, t('today.sold'), { screen: 'sales' }),
    ...cancelled.newest.map((change) => orderRow(change, IconCircleX, t('today.cancelled'))),
    ...rest(cancelled, IconCircleX, t('today.cancelled'), { screen: 'sales' }),
    ...alerts.newest.map(({ id, title, message, at }): Row => ({
      key: id,
      icon: IconBell,
      what: t('today.rang'),
      text: <span title={message}>{title}</span>,
      aside: <Age at={at} />,
      to: RANG,
    })),
    ...rest(alerts, IconBell, t('today.rang'), RANG),
    ...moved.newest.map((change) => orderRow(change, IconTruckDelivery, stageText(change.stage))),
    ...rest(moved, IconTruckDelivery, t('today.moved'), { screen: 'sales' }),
    ...prices.newest.map(({ variantId, catalogId, name, size, run, before, after, own }): Row => ({
      key: variantId,
      icon: IconTrendingUp,
      what: t('today.ask'),
      text: [formatSize(size, run), name, t('today.askUnder', [moneyText(own)])].join(' · '),
      aside: t('today.askMoved', [moneyText(before), moneyText(after)]),
      to: { screen: 'market', product: catalogId },
    })),
    ...rest(prices, IconTrendingUp, t('today.ask'), { screen: 'selling' }),
    ...addedRow(added),
  ];
}

function orderRow({ order, size, run }: TodayChanges['moved']['newest'][number], icon: Icon, what: string): Row {
  return {
    key: order.id,
    icon,
    what,
    text: [formatSize(size, run), order.name, moneyText(order.price)].join(' · '),
    aside: <Age at={order.changedAt} />,
    to: { screen: 'sales', query: order.orderNumber },
  };
}

/** What is not named one by one. */
function rest(
  { count, newest }: { readonly count: number; readonly newest: readonly unknown[] },
  icon: Icon,
  what: string,
  to: Row['to'],
): Row[] {
  const more = count - newest.length;
  if (more <= 0) return [];
  return [{ key: `more ${what}`, icon, what, text: t('today.more', more, [countText(more)]), aside: null, to }];
}

function addedRow({ count, more }: TodayChanges['added']): Row[] {
  if (count === 0) return [];
  const text = more ? t('today.addedMore', [countText(count)]) : t('today.added', count, [countText(count)]);
  const to = { screen: 'inventory' } as const;
  return [{ key: 'added', icon: IconPackageImport, what: t('nav.inventory'), text, aside: null, to }];
}
