import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { PnlGroup, PnlGroupKind } from '@/lib/queries/pnl-groups';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { exportTable, numberCell } from './export-table';
import { groupKindText, groupText } from './group-words';
import { LinesDrawer } from './lines-drawer';
import { Part } from './part';
import styles from './pnl.module.css';
import { usePnl, type PnlQuestion } from './use-pnl';

const KINDS = ['brand', 'style'] as const satisfies readonly PnlGroupKind[];

/** As many as anybody reads at once; the file has them all. */
const SHOWN = 20;

/** How long pairs took to sell : the middle one, and the middle half. */
export function TurnoverTable({ question }: { readonly question: PnlQuestion }) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('brand');
  const [opened, setOpened] = useState<PnlGroup | null>(null);
  const kinds = useMemo(() => [kind], [kind]);
  const overTime = useMemo<PnlQuestion>(
    () => ({ ...question, choice: 'all', accounting: { basis: 'accrual', costMethod: 'specific' } }),
    [question],
  );
  const live = usePnl(overTime, kinds);
  const chips = (
    <Chips
      label={t('pnl.turnover')}
      value={kind}
      onChange={setKind}
      choices={KINDS.map((value) => ({ value, label: groupKindText(value) }))}
    />
  );
  return (
    <Section title={t('pnl.turnover')} action={chips}>
      <Part live={live}>
        {({ groups }) => {
          const paced = mostSoldFirst(groups[kind] ?? []);
          if (paced.length === 0) return <p className={styles['note']}>{t('pnl.daysUnknown')}</p>;
          return (
            <>
              <table className={`archvd-table ${styles['table']}`}>
                <thead>
                  <tr>
                    <th scope="col">{groupKindText(kind)}</th>
                    <th scope="col">{t('pnl.days')}</th>
                    <th scope="col">{t('pnl.daysMiddle')}</th>
                    <th scope="col">{t('pnl.sales')}</th>
                  </tr>
                </thead>
                <tbody>
                  {paced.slice(0, SHOWN).map((group) => (
                    <Row key={group.key} group={group} title={groupText(kind, group)} onOpen={setOpened} />
                  ))}
                </tbody>
              </table>
              <p className={styles['note']}>{t('pnl.turnoverNote')}</p>
              <Button
                className={styles['tool'] ?? ''}
                variant="default"
                size="compact-sm"
                mt="sm"
                leftSection={<IconDownload size={14} />}
                onClick={() => exportTurnover(kind, paced)}
              >
                {t('pnl.exportTable')}
              </Button>
            </>
          );
        }}
      </Part>
      <LinesDrawer
        question={overTime}
        group={opened === null ? null : { kind, key: opened.key, title: groupText(kind, opened) }}
        onClose={() => setOpened(null)}
      />
    </Section>
  );
}

function mostSoldFirst(groups: readonly PnlGroup[]): readonly PnlGroup[] {
  return groups
    .filter(({ turnover }) => turnover !== null)
    .toSorted((a, b) => (b.turnover?.sales ?? 0) - (a.turnover?.sales ?? 0) || (a.key < b.key ? -1 : 1));
}

interface RowProps {
  readonly group: PnlGroup;
  readonly title: string;
  readonly onOpen: (group: PnlGroup) => void;
}

function Row({ group, title, onOpen }: RowProps) {
  const { turnover } = group;
  if (turnover === null) return null;
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles['open']} onClick={() => onOpen(group)}>
          {title}
        </button>
      </th>
      <td className="archvd-figure archvd-strong">{countText(turnover.median)}</td>
      <td className="archvd-figure">
        {turnover.lowerQuartile === turnover.upperQuartile
          ? '-'
          : t('pnl.daysRange', [countText(turnover.lowerQuartile), countText(turnover.upperQuartile)])}
      </td>
      <td className="archvd-figure">{countText(turnover.sales)}</td>
    </tr>
  );
}

function exportTurnover(kind: PnlGroupKind, groups: readonly PnlGroup[]): void {
  exportTable(
    `turnover-by-${kind}`,
    ['group', 'sales', 'lower_quartile_days', 'median_days', 'upper_quartile_days'],
    groups.map((group) => [
      groupText(kind, group),
      numberCell(group.turnover?.sales ?? null),
      numberCell(group.turnover?.lowerQuartile ?? null),
      numberCell(group.turnover?.median ?? null),
      numberCell(group.turnover?.upperQuartile ?? null),
    ]),
  );
}
