import { SALE_GROUPS, type SaleGroup } from '@/lib/queries/sale-groups';
import type { PnlGroup, PnlGroupKind } from '@/lib/queries/pnl-groups';
import type { PeriodChoice } from '../bridge/local-time';
import { saleFilterText } from '../bridge/sale-filter';
import { platformText } from '../bridge/sale-platform';
import { calendarDayText, monthText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

const WORDS: Record<PnlGroupKind, () => string> = {
  day: () => t('pnl.day'),
  week: () => t('pnl.week'),
  month: () => t('pnl.month'),
  quarter: () => t('pnl.quarter'),
  year: () => t('pnl.year'),
  brand: () => t('pnl.brand'),
  style: () => t('pnl.style'),
  size: () => t('pnl.size'),
  platform: () => t('pnl.platform'),
  tag: () => t('pnl.tag'),
};

export function groupKindText(kind: PnlGroupKind): string {
  return WORDS[kind]();
}

/** What a group is called. */
export function groupText(kind: PnlGroupKind, { key, name }: Pick<PnlGroup, 'key' | 'name'>): string {
  if (kind === 'day') return calendarDayText(key);
  if (kind === 'week') return t('pnl.weekOf', [calendarDayText(key)]);
  if (kind === 'month') return monthText(key);
  if (kind === 'platform') return platformText(key);
  if (key === '' && kind === 'brand') return t('pnl.noBrand');
  if (key === '' && kind === 'tag') return t('pnl.noTag');
  return name === null || name === '' ? key : `${name} · ${key}`;
}

/** Where the sales of a group are; null when the list of sales knows no such group. */
export function groupHref(kind: PnlGroupKind, key: string, choice: PeriodChoice): string | null {
  const days = daysOfGroup(kind, key);
  if (days !== null) return routeHref({ screen: 'sales', view: days });
  if (!isSaleGroup(kind)) return null;
  return routeHref({ screen: 'sales', view: choice, filter: saleFilterText({ [kind]: key }) });
}

function isSaleGroup(kind: PnlGroupKind): kind is SaleGroup {
  return (SALE_GROUPS as readonly string[]).includes(kind);
}

/** First and last day of a time: `2026-02` is `2026-02-01..2026-02-28`; null for what is no time. */
function daysOfGroup(kind: PnlGroupKind, key: string): string | null {
  const [year = 0, part = 1] = key.split(/-Q?/).map(Number);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  if (kind === 'day') return `${key}..${key}`;
  if (kind === 'week') return `${key}..${day(Date.parse(key) + 6 * 86_400_000)}`;
  if (kind === 'month') return `${key}-01..${day(Date.UTC(year, part, 0))}`;
  if (kind === 'quarter') return `${day(Date.UTC(year, part * 3 - 3, 1))}..${day(Date.UTC(year, part * 3, 0))}`;
  return kind === 'year' ? `${key}-01-01..${key}-12-31` : null;
}
