import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { PNL_GROUPS, type PnlGroup, type PnlGroupKind } from '@/lib/queries/pnl-groups';
import { Chips } from '../ui/chips';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { amountCell, exportTable, numberCell, percentCell } from './export-table';
import { marginFor, roiFor } from './group-figures';
import { GroupTable, type NamedGroup } from './group-table';
import { groupHref, groupKindText, groupText } from './group-words';
import { LinesDrawer } from './lines-drawer';
import { Part } from './part';
import styles from './pnl.module.css';
import { usePnl, type PnlQuestion } from './use-pnl';

const TIMES: readonly PnlGroupKind[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The same sales gathered one way or another; each row leads to its sales. */
export function Groups({ question }: { readonly question: PnlQuestion }) {
  const [kind, setKind] = useState<PnlGroupKind>('brand');
  const kinds = useMemo(() => [kind], [kind]);
  const live = usePnl(question, kinds);
  const [opened, setOpened] = useState<NamedGroup | null>(null);
  return (
    <Section title={t('pnl.groups')}>
      <Chips
        label={t('pnl.groups')}
        value={kind}
        onChange={setKind}
        choices={PNL_GROUPS.map((value) => ({ value, label: groupKindText(value) }))}
      />
      <div className={styles['below']} />
      <Part live={live}>
        {({ groups, totals }) => {
          const named = namedGroups(groups[kind] ?? [], kind, question);
          return (
            <>
              <GroupTable
                key={kind}
                head={groupKindText(kind)}
                groups={named}
                byTime={TIMES.includes(kind)}
                onOpen={setOpened}
              />
              {kind === 'tag' ? <p className={styles['note']}>{t('pnl.tagNote')}</p> : null}
              {totals.sales === 0 ? <p className={styles['note']}>{t('pnl.empty')}</p> : null}
              <Button
                className={styles['tool'] ?? ''}
                variant="default"
                size="compact-sm"
                mt="sm"
                leftSection={<IconDownload size={14} />}
                onClick={() => exportGroups(kind, named)}
              >
                {t('pnl.exportTable')}
              </Button>
            </>
          );
        }}
      </Part>
      <LinesDrawer
        question={question}
        group={opened === null ? null : { kind, key: opened.key, title: opened.title }}
        onClose={() => setOpened(null)}
      />
    </Section>
  );
}

/** The list of sales goes by the day of the sale: by cash, and by tag, they are shown here instead. */
function namedGroups(
  groups: readonly PnlGroup[],
  kind: PnlGroupKind,
  { choice, accounting }: PnlQuestion,
): readonly NamedGroup[] {
  const named = groups.map((group) => ({
    ...group,
    title: groupText(kind, group),
    href: accounting.basis === 'cash' ? null : groupHref(kind, group.key, choice),
  }));
  return TIMES.includes(kind) ? named.toReversed() : named;
}

function exportGroups(kind: PnlGroupKind, groups: readonly NamedGroup[]): void {
  const head = ['group', 'sales', 'counted', 'revenue', 'fees', 'costs', 'profit', 'margin_percent', 'roi_percent'];
  exportTable(
    `pnl-by-${kind}`,
    [...head, 'median_days_to_sell', 'currency'],
    groups.map(({ title, totals, turnover }) => {
      const { complete } = totals;
      return [
        title,
        numberCell(totals.sales),
        numberCell(complete.sales),
        amountCell(complete.revenue),
        amountCell(complete.take),
        amountCell(complete.cost),
        amountCell(complete.profit),
        percentCell(marginFor(totals)),
        percentCell(roiFor(totals)),
        numberCell(turnover?.median ?? null),
        complete.revenue.currency,
      ];
    }),
  );
}
