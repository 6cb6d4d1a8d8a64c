import { Button } from '@mantine/core';
import { useState } from 'react';
import { subtract } from '@/lib/domain/money/arithmetic';
import { money } from '@/lib/domain/money/money';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { filedBefore } from '@/lib/queries/tax-filed';
import { AmountInput } from '../bridge/amount-input';
import { amountProblem } from '../bridge/amount-problem';
import { parseCost } from '../bridge/parse-cost';
import { useLive } from '../bridge/use-live';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './tax.module.css';

interface ClosingStockProps {
  readonly report: TaxReport;
  readonly profile: TaxProfile;
  readonly onProfile: (profile: TaxProfile) => void;
}

/** Whether the stock this year began with is what last year was filed as having ended with. */
export function ClosingStock({ report, profile, onProfile }: ClosingStockProps) {
  const year = Number(report.period.first.slice(0, 4)) - 1;
  const stated = profile.stated.find((each) => each.what === 'closing-stock' && each.year === year);
  const opening = report.figures.find(({ id }) => id === 'line35')?.amount ?? money(0, report.currency);
  const keep = (minor: number | null) => {
    const others = profile.stated.filter((each) => each !== stated);
    const next = minor === null ? [] : [{ what: 'closing-stock' as const, year, platform: null, minor }];
    onProfile({ ...profile, stated: [...others, ...next] });
  };
  const kept = useLive((books) => filedBefore(books, 'year', report.period.first, 'line41'), [report.period.first]);
  // What the seller says counts before what was marked as filed here.
  const known = stated?.minor ?? kept.value;
  const filed = known === null ? null : money(known, report.currency);
  const isSame = filed !== null && filed.minor === opening.minor;
  return (
    <div className={styles['left']} data-testid="closing-stock">
      <Field
        key={`${year}|${known ?? ''}`}
        value={filed === null ? '' : moneyText(filed, { cents: 'fixed' })}
        currency={report.currency}
        onKeep={keep}
      />
      <p className={styles['quiet']} role="status">
        {filed === null ? t('tax.closingUnknown') : null}
        {isSame ? t('tax.closingSame') : null}
        {filed === null || isSame
          ? null
          : t('tax.closingDiffers', [
              moneyText(opening, { cents: 'fixed' }),
              moneyText(filed, { cents: 'fixed' }),
              moneyText(subtract(opening, filed), { cents: 'fixed', sign: 'always' }),
            ])}
      </p>
    </div>
  );
}

interface FieldProps {
  readonly value: string;
  readonly currency: TaxReport['currency'];
  readonly onKeep: (minor: number | null) => void;
}

function Field({ value, currency, onKeep }: FieldProps) {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const keep = () => {
    const parsed = parseCost(text, currency);
    if (!parsed.ok) return setProblem(amountProblem(parsed.reason));
    if (parsed.cost !== null && parsed.cost.currency !== currency) return setProblem(amountProblem('other-currency'));
    setProblem(undefined);
    onKeep(parsed.cost?.minor ?? null);
  };
  return (
    <form
      className={styles['tools']}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <AmountInput
        label={t('tax.closingStated')}
        value={text}
        currency={currency}
        problem={problem}
        onChange={setText}
      />
      <Button type="submit" variant="default" disabled={text === value} style={{ alignSelf: 'end' }}>
        {t('tax.statedKeep')}
      </Button>
    </form>
  );
}
