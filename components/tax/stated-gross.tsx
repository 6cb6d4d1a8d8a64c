import { Button } from '@mantine/core';
import { useState } from 'react';
import { subtract } from '@/lib/domain/money/arithmetic';
import { money } from '@/lib/domain/money/money';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { PlatformSummary } from '@/lib/domain/tax/platform-summary';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { AmountInput } from '../bridge/amount-input';
import { amountProblem } from '../bridge/amount-problem';
import { platformText } from '../bridge/sale-platform';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './tax.module.css';

interface StatedGrossProps {
  readonly rows: readonly PlatformSummary[];
  readonly year: number;
  readonly profile: TaxProfile;
  readonly onProfile: (profile: TaxProfile) => void;
}

/** What the form of each platform says, beside what the books say. */
export function StatedGross({ rows, year, profile, onProfile }: StatedGrossProps) {
  const keep = (platform: string, minor: number | null) => {
    const others = profile.stated.filter(
      (each) => !(each.what === '1099-k' && each.year === year && each.platform === platform),
    );
    const next = minor === null ? [] : [{ what: '1099-k' as const, year, platform, minor }];
    onProfile({ ...profile, stated: [...others, ...next] });
  };
  return (
    <div className={styles['left']}>
      {rows
        .filter(({ sales }) => sales > 0)
        .map((row) => {
          const stated = profile.stated.find(
            (each) => each.what === '1099-k' && each.year === year && each.platform === row.platform,
          );
          return (
            <Stated
              key={`${row.platform}|${year}|${stated?.minor ?? ''}`}
              row={row}
              minor={stated?.minor ?? null}
              onKeep={(minor) => keep(row.platform, minor)}
            />
          );
        })}
    </div>
  );
}

interface StatedProps {
  readonly row: PlatformSummary;
  readonly minor: number | null;
  readonly onKeep: (minor: number | null) => void;
}

function Stated({ row: { platform, gross }, minor, onKeep }: StatedProps) {
  const { currency } = gross;
  const stated = minor === null ? null : money(minor, currency);
  const value = stated === null ? '' : moneyText(stated, { cents: 'fixed' });
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const difference = stated === null ? null : subtract(stated, gross);
  const keep = () => {
    if (text.trim() === '') return onKeep(null);
    const parsed = parseMoney(text, currency);
    if (!parsed.ok) return setProblem(amountProblem(parsed.reason));
    if (parsed.money.minor < 0) return setProblem(amountProblem('negative'));
    onKeep(parsed.money.minor);
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
        label={t('tax.statedOf', [platformText(platform)])}
        value={text}
        currency={currency}
        problem={problem}
        onChange={setText}
      />
      <Button type="submit" variant="default" disabled={text === value} style={{ alignSelf: 'end' }}>
        {t('tax.statedKeep')}
      </Button>
      {difference === null ? null : (
        <span className={styles['quiet']} role="status">
          {difference.minor === 0
            ? t('tax.tallies')
            : `${t('tax.difference')} ${moneyText(difference, { sign: 'always', cents: 'fixed' })}`}
        </span>
      )}
    </form>
  );
}
