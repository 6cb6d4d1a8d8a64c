import { makeReport } from '@/lib/queries/reports';
import { ask } from '../bridge/ask';
import { useBridge } from '../bridge/bridge';
import { daysOf, type PERIODS } from '../bridge/local-time';
import { periodText } from '../bridge/period-words';
import { calendarDayText } from '../ui/format';
import { NameDialog } from '../ui/name-dialog';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { requestOf, type PnlQuestion } from './use-pnl';

interface KeepReportProps {
  readonly question: PnlQuestion;
  readonly onClose: () => void;
}

/** Longest name of a report, in characters. */
const LONGEST = 80;

/** Asks for a name and keeps the figures with everything they were made from. */
export function KeepReport({ question, onClose }: KeepReportProps) {
  const { books } = useBridge();
  const keep = async (name: string): Promise<boolean> => {
    const made = await makeReport(books, requestOf(question));
    const { settings, figures, digest } = made;
    const asked = await ask('reports/keep', {
      kind: 'pnl',
      name,
      settings: { ...settings },
      figures: { ...figures },
      digest,
    });
    if (!asked.ok) {
      toastProblem(asked.message);
      return false;
    }
    toast(t('pnl.reportKept', [name]));
    return true;
  };
  return (
    <NameDialog
      opened
      name={nameOf(question)}
      title={t('pnl.keepReport')}
      label={t('pnl.reportName')}
      description={t('pnl.reportNote')}
      maxLength={LONGEST}
      onClose={onClose}
      onKeep={keep}
    />
  );
}

/** `This year · When sold`, to begin with. */
function nameOf({ choice, accounting }: PnlQuestion): string {
  const days = daysOf(choice);
  const time =
    days === null
      ? periodText(choice as (typeof PERIODS)[number])
      : `${calendarDayText(days.first)} - ${calendarDayText(days.last)}`;
  return `${time} · ${accounting.basis === 'cash' ? t('pnl.cash') : t('pnl.accrual')}`;
}
