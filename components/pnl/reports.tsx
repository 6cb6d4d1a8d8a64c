import { ActionIcon, Menu } from '@mantine/core';
import { IconBookmark, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { listReports, type KeptReport } from '@/lib/queries/reports';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { SideDrawer } from '../bridge/side-drawer';
import { useLive } from '../bridge/use-live';
import { exactTimeText } from '../ui/format';
import { NameDialog } from '../ui/name-dialog';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { Part } from './part';
import { keptSettingsText } from './kept-settings';
import styles from './pnl.module.css';
import { ReportAgain } from './report-again';

/** Reports that were kept; opening one makes it again and says whether it still comes to the same. */
export function Reports() {
  const live = useLive(listReports, []);
  const [opened, setOpened] = useState<KeptReport | null>(null);
  const [renamed, setRenamed] = useState<KeptReport | null>(null);
  return (
    <>
      <Part live={live}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState
              icon={IconBookmark}
              title={t('pnl.noReports')}
              text={t('pnl.noReportsText')}
              action={<a href={routeHref({ screen: 'pnl' })}>{t('pnl.tabOverview')}</a>}
            />
          ) : (
            <Section title={t('pnl.tabReports')}>
              <ul className={styles['lines']} data-testid="pnl-kept">
                {reports.map((report) => (
                  <li key={report.id}>
                    <div className={styles['lineName']}>
                      <button type="button" className={styles['open']} onClick={() => setOpened(report)}>
                        {report.name}
                      </button>
                      <div className={styles['lineFacts']}>
                        {keptSettingsText(report)} · {t('pnl.reportMade', [exactTimeText(report.madeAt)])}
                      </div>
                    </div>
                    <ReportMenu report={report} onRename={() => setRenamed(report)} />
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </Part>
      <SideDrawer title={opened?.name ?? null} onClose={() => setOpened(null)} testId="pnl-report">
        {opened === null ? null : <ReportAgain report={opened} />}
      </SideDrawer>
      {renamed === null ? null : (
        <NameDialog
          opened
          name={renamed.name}
          title={t('pnl.renameReport')}
          label={t('pnl.reportName')}
          maxLength={80}
          onClose={() => setRenamed(null)}
          onKeep={(name) => rename(renamed.id, name)}
        />
      )}
    </>
  );
}

function ReportMenu({ report, onRename }: { readonly report: KeptReport; readonly onRename: () => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('pnl.reportMore', [report.name])}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>{t('pnl.renameReport')}</Menu.Item>
        <Menu.Item onClick={() => void remove(report)}>{t('pnl.removeReport')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function rename(id: string, name: string): Promise<boolean> {
  const asked = await ask('reports/rename', { id, name });
  if (!asked.ok) toastProblem(asked.message);
  return asked.ok;
}

async function remove({ id, name }: KeptReport): Promise<void> {
  const asked = await ask('reports/remove', { id });
  if (!asked.ok) return toastProblem(asked.message);
  if (asked.value.ok) offerUndo(t('pnl.reportRemoved', [name]), asked.value.undoId);
}
