import { Button, Group } from '@mantine/core';
import { IconBookmark, IconChartHistogram, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { PnlGroupKind } from '@/lib/queries/pnl-groups';
import type { PnlPage } from '@/lib/queries/pnl-page';
import { LeftOut } from '../bridge/left-out';
import { leftOut } from '../bridge/total-figure';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { CostMethods } from './cost-methods';
import { Fees } from './fees';
import { GroupTable } from './group-table';
import { groupHref, groupText } from './group-words';
import { KeepReport } from './keep-report';
import { LinesDrawer } from './lines-drawer';
import { OverTime } from './over-time';
import { Part } from './part';
import styles from './pnl.module.css';
import { Statement } from './statement';
import { Totals } from './totals';
import { usePnl, type PnlQuestion } from './use-pnl';
import { writeOffsUnknown } from './write-offs';

const KINDS: readonly PnlGroupKind[] = ['platform'];

/** The time in one look: what was earned, how it came about, over time and by platform. */
export function Overview({ question }: { readonly question: PnlQuestion }) {
  const live = usePnl(question, KINDS);
  return (
    <Part live={live}>
      {(page) =>
        isEmpty(page) ? (
          <EmptyState icon={IconChartHistogram} title={t('pnl.empty')} text={t('pnl.emptyText')} />
        ) : (
          <Realised page={page} question={question} />
        )
      }
    </Part>
  );
}

function isEmpty({ totals, excluded, spending, writeOffs }: PnlPage): boolean {
  const other = excluded.length + spending.byCategory.length + writeOffs.rows.length;
  return totals.sales === 0 && other === 0;
}

function Realised({ page, question }: { readonly page: PnlPage; readonly question: PnlQuestion }) {
  const { totals } = page;
  return (
    <>
      <Section title={t('pnl.realised')} action={<ReportActions question={question} />}>
        <Totals page={page} />
        {leftOut(totals) === '' ? null : (
          <p className={styles['note']}>
            <LeftOut totals={totals} /> {t('pnl.sameBasis')}
          </p>
        )}
        <Notes page={page} />
      </Section>
      <div className={styles['pair']}>
        <OverTime series={page.series} totals={totals} />
        <div>
          <Fees totals={totals} />
          {totals.complete.unsplit.minor === 0 ? null : <HowFeesSplit question={question} />}
        </div>
      </div>
      <Statement page={page} />
      <Platforms page={page} question={question} />
      <CostMethods question={question} sales={totals.sales} />
    </>
  );
}

/** What neither a statement nor the fee profile splits; the way to where a correction of the profile is proposed. */
function HowFeesSplit({ question: { choice } }: { readonly question: PnlQuestion }) {
  return (
    <p className={styles['note']}>
      {t('pnl.feesUnsplitNote')}{' '}
      <a href={routeHref({ screen: 'expenses', view: 'fees', filter: choice })}>{t('pnl.feesByProfile')}</a>
    </p>
  );
}

/** What else has to be said of the figures, in a line. */
function Notes({ page: { totals, spending, writeOffs } }: { readonly page: PnlPage }) {
  const notes = [
    totals.pending === 0 ? '' : t('pnl.pending', totals.pending, [countText(totals.pending)]),
    totals.reversed === 0 ? '' : t('pnl.reversed', totals.reversed, [countText(totals.reversed)]),
    totals.unsettled === 0 ? '' : t('pnl.unsettled', totals.unsettled, [countText(totals.unsettled)]),
    spending.missingRate === 0 ? '' : t('pnl.expensesNoRate', spending.missingRate, [countText(spending.missingRate)]),
    writeOffsUnknown(writeOffs),
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : <p className={styles['note']}>{notes.join(' ')}</p>;
}

function ReportActions({ question }: { readonly question: PnlQuestion }) {
  const [keeping, setKeeping] = useState(false);
  return (
    <Group gap="xs" className={styles['tool'] ?? ''}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconBookmark size={14} />}
        onClick={() => setKeeping(true)}
      >
        {t('pnl.keepReport')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPrinter size={14} />}
        onClick={() => window.print()}
      >
        {t('pnl.print')}
      </Button>
      {keeping ? <KeepReport question={question} onClose={() => setKeeping(false)} /> : null}
    </Group>
  );
}

/** Return by platform. */
function Platforms({ page, question }: { readonly page: PnlPage; readonly question: PnlQuestion }) {
  const [opened, setOpened] = useState<{ readonly key: string; readonly title: string } | null>(null);
  const { choice, accounting } = question;
  const groups = (page.groups.platform ?? []).map((group) => ({
    ...group,
    title: groupText('platform', group),
    href: accounting.basis === 'cash' ? null : groupHref('platform', group.key, choice),
  }));
  return (
    <Section title={t('pnl.byPlatform')}>
      <GroupTable head={t('pnl.platform')} groups={groups} byTime={false} onOpen={setOpened} />
      <LinesDrawer
        question={question}
        group={opened === null ? null : { kind: 'platform', ...opened }}
        onClose={() => setOpened(null)}
      />
    </Section>
  );
}
