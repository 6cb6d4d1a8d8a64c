import { useState } from 'react';
import type { PnlGroup, PnlPage } from '@/lib/queries/pnl-page';
import type { SaleGroup } from '@/lib/queries/sale-groups';
import type { PeriodChoice } from '../bridge/local-time';
import { saleFilterText } from '../bridge/sale-filter';
import { platformText } from '../bridge/sale-platform';
import { Chips } from '../ui/chips';
import { monthText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { GroupTable, type NamedGroup } from './group-table';

const KINDS = ['month', 'brand', 'style', 'size', 'platform'] as const;

type Kind = (typeof KINDS)[number];

const WORDS: Record<Kind, { readonly chip: () => string; readonly head: () => string }> = {
  month: { chip: () => t('pnl.month'), head: () => t('pnl.month') },
  brand: { chip: () => t('pnl.brand'), head: () => t('pnl.brand') },
  style: { chip: () => t('pnl.style'), head: () => t('pnl.style') },
  size: { chip: () => t('pnl.size'), head: () => t('pnl.size') },
  platform: { chip: () => t('pnl.platform'), head: () => t('pnl.platform') },
};

interface GroupsProps {
  readonly page: PnlPage;
  readonly choice: PeriodChoice;
}

/** The same sales gathered one way or another; each row leads to its sales. */
export function Groups({ page, choice }: GroupsProps) {
  const [kind, setKind] = useState<Kind>('brand');
  const chips = (
    <Chips
      label={t('pnl.groups')}
      value={kind}
      onChange={setKind}
      choices={KINDS.map((value) => ({ value, label: WORDS[value].chip() }))}
    />
  );
  return (
    <Section title={t('pnl.groups')} action={chips}>
      <GroupTable
        key={kind}
        head={WORDS[kind].head()}
        groups={namedGroups(page, kind, choice)}
        byTime={kind === 'month'}
      />
    </Section>
  );
}

function namedGroups(page: PnlPage, kind: Kind, choice: PeriodChoice): readonly NamedGroup[] {
  if (kind === 'month') {
    return page.byMonth
      .toReversed()
      .map(({ key, totals }) => ({ key, totals, name: monthText(key), href: salesHref({ view: monthDays(key) }) }));
  }
  const groups: Record<SaleGroup, readonly PnlGroup[]> = {
    brand: page.byBrand,
    style: page.byStyle,
    size: page.bySize,
    platform: page.byPlatform,
  };
  return groups[kind].map(({ key, name, totals }) => ({
    key,
    totals,
    name: nameOf(kind, key, name),
    href: salesHref({ view: choice, filter: saleFilterText({ [kind]: key }) }),
  }));
}

function nameOf(kind: SaleGroup, key: string, name: string | null): string {
  if (kind === 'platform') return platformText(key);
  if (kind === 'brand' && key === '') return t('pnl.noBrand');
  return name === null || name === '' ? key : `${name} · ${key}`;
}

function salesHref(to: { readonly view: string; readonly filter?: string | null }): string {
  return routeHref({ screen: 'sales', view: to.view, filter: to.filter ?? null });
}

/** A month as first and last day: `2026-02` is `2026-02-01..2026-02-28`. */
function monthDays(month: string): string {
  const [year, nth] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, nth ?? 1, 0)).getUTCDate();
  return `${month}-01..${month}-${String(last).padStart(2, '0')}`;
}
