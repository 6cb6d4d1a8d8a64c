import { IconCheck, IconPencil } from '@tabler/icons-react';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { compareReport, type ComparedReport, type KeptReport } from '@/lib/queries/reports';
import { localOffset } from '../bridge/local-time';
import { useLive } from '../bridge/use-live';
import { countText, exactTimeText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { keptSettingsText } from './kept-settings';
import { Part } from './part';
import styles from './pnl.module.css';

/** Figures of a report in the order they are read; those that are money, and those that count. */
const FIGURES = [
  'revenue',
  'take',
  'cashOut',
  'cost',
  'otherCosts',
  'expenses',
  'profit',
  'penalties',
  'writeOffs',
  'overhead',
  'afterOverhead',
] as const;

const WORDS: Record<(typeof FIGURES)[number], () => string> = {
  revenue: () => t('pnl.revenue'),
  take: () => t('pnl.fees'),
  cashOut: () => t('pnl.cashOut'),
  cost: () => t('lines.cost'),
  otherCosts: () => t('lines.otherCosts'),
  expenses: () => t('pnl.pairExpenses'),
  profit: () => t('pnl.profitOfSales'),
  penalties: () => t('pnl.penalties'),
  writeOffs: () => t('pnl.writeOffs'),
  overhead: () => t('pnl.overhead'),
  afterOverhead: () => t('pnl.afterOverhead'),
};

/** As many changed rows as anybody reads. */
const SHOWN = 100;

/** A kept report beside what its settings come to now. */
export function ReportAgain({ report }: { readonly report: KeptReport }) {
  const live = useLive((books) => compareReport(books, report, localOffset), [report]);
  return (
    <Part live={live}>
      {(compared) => (
        <>
          <Verdict compared={compared} report={report} />
          <Figures compared={compared} report={report} />
          <Changes compared={compared} />
        </>
      )}
    </Part>
  );
}

function Verdict({ compared, report }: { readonly compared: ComparedReport; readonly report: KeptReport }) {
  const { same, changes } = compared;
  return (
    <>
      <Banner tone={same ? 'quiet' : 'needs-you'} icon={same ? IconCheck : IconPencil}>
        {same ? t('pnl.sameToTheCent') : t('pnl.rowsChanged', changes.length, [countText(changes.length)])}
      </Banner>
      <p className={styles['note']} data-testid="report-settings">
        {keptSettingsText(report)}
        <br />
        {t('pnl.reportMade', [exactTimeText(report.madeAt)])}
      </p>
    </>
  );
}

function Figures({ compared, report }: { readonly compared: ComparedReport; readonly report: KeptReport }) {
  const code = String(report.settings['currency']);
  const text = (minor: number | undefined) =>
    minor === undefined || !isCurrencyCode(code) ? '-' : moneyText(money(minor, code), { cents: 'fixed' });
  return (
    <table className={`archvd-table ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{t('pnl.figure')}</th>
          <th scope="col">{t('pnl.asKept')}</th>
          <th scope="col">{t('pnl.asNow')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('pnl.sales')}</th>
          <td className="archvd-figure">{countText(compared.kept['sales'] ?? 0)}</td>
          <td className="archvd-figure">{countText(compared.now['sales'] ?? 0)}</td>
        </tr>
        {FIGURES.map((figure) => {
          const [kept, now] = [compared.kept[figure], compared.now[figure]];
          // Kept before this figure was there.
          if (kept === undefined && now === undefined) return null;
          return (
            <tr key={figure} data-differs={kept === now ? undefined : true}>
              <th scope="row">{WORDS[figure]()}</th>
              <td className="archvd-figure">{text(kept)}</td>
              <td className="archvd-figure">{text(now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const WHAT: Record<ComparedReport['changes'][number]['what'], () => string> = {
  changed: () => t('pnl.rowChanged'),
  new: () => t('pnl.rowNew'),
  gone: () => t('pnl.rowGone'),
};

function Changes({ compared: { changes } }: { readonly compared: ComparedReport }) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles['lines']}>
      {changes.slice(0, SHOWN).map(({ id, what, label, pairId }) => (
        <li key={id}>
          <div className={styles['lineName']}>
            {pairId === null ? (
              label || id
            ) : (
              <a className={styles['name']} href={routeHref({ screen: 'inventory', pair: pairId })}>
                {label}
              </a>
            )}
          </div>
          <span className={styles['lineFacts']}>{WHAT[what]()}</span>
        </li>
      ))}
    </ul>
  );
}
