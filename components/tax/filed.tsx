import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { money } from '@/lib/domain/money/money';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { filedReports, type FiledReport } from '@/lib/queries/tax-filed';
import { ask } from '../bridge/ask';
import { localOffset } from '../bridge/local-time';
import { useLive } from '../bridge/use-live';
import { countText, dateText, moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { centsOf } from './figure-cents';
import { figureText } from './figure-words';
import { taxPeriodText } from './period-select';
import styles from './tax.module.css';
import { reportKindText } from './tax-words';

/** Periods that were marked as filed, with what became of their rows since. */
export function Filed({ profile }: { readonly profile: TaxProfile }) {
  const live = useLive((books) => filedReports(books, profile, localOffset), [profile]);
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.state === 'loading') return <SkeletonRows />;
  if (live.value.length === 0)
    return <EmptyState icon={IconFileCheck} title={t('tax.filedEmpty')} text={t('tax.filedEmptyText')} />;
  return (
    <div className={styles['column']}>
      {live.value.map((report) => (
        <FiledPart key={report.id} report={report} isForm={profile.country === 'US' || report.kind !== 'year'} />
      ))}
    </div>
  );
}

function FiledPart({ report, isForm }: { readonly report: FiledReport; readonly isForm: boolean }) {
  const { figures, since, now } = report;
  const count = since.changed.length + since.added.length + since.gone.length;
  const ids = Object.keys(figures.shown);
  const shownNow = new Map(now.figures.map(({ id, shown }) => [id, shown]));
  const cents = new Map(now.figures.map((figure) => [figure.id, centsOf(figure)]));
  const of = (id: string) => money(figures.shown[id] ?? 0, figures.currency);
  const shown = ids.filter((id) => of(id).minor !== 0 || (shownNow.get(id)?.minor ?? 0) !== 0);
  return (
    <Section title={`${reportKindText(report.kind)}, ${taxPeriodText(figures)}`} action={<Unfile id={report.id} />}>
      <p className={styles['quiet']}>
        {t('tax.filedAt', [dateText(report.filedAt)])}{' '}
        {count === 0 ? (
          t('tax.sameSince')
        ) : (
          <Pill tone="needs-you">{t('tax.changedSince', count, [countText(count)])}</Pill>
        )}
      </p>
      <div className={styles['wide']}>
        <table className={`archvd-table ${styles['table']}`} data-testid="filed-figures">
          <thead>
            <tr>
              <th scope="col">{t('tax.figure')}</th>
              <th scope="col">{t('tax.filedThen')}</th>
              <th scope="col">{t('tax.filedNow')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((id) => {
              const [then, current] = [of(id), shownNow.get(id) ?? null];
              const style = { cents: cents.get(id) ?? 'fixed' } as const;
              return (
                <tr key={id} data-made={current?.minor === then.minor ? undefined : true}>
                  <th scope="row">{figureText(id, isForm)}</th>
                  <td className="archvd-figure">{moneyText(then, style)}</td>
                  <td className="archvd-figure">{current === null ? '-' : moneyText(current, style)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Unfile({ id }: { readonly id: string }) {
  const unfile = async () => {
    const asked = await ask('tax/unfile', { id });
    if (asked.ok) toast(t('tax.unfiled'));
    else toastProblem(asked.message);
  };
  return (
    <Button variant="default" size="compact-sm" h={28} onClick={() => void unfile()}>
      {t('tax.unfile')}
    </Button>
  );
}
