import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { instant } from '@/lib/domain/time/instant';
import { aliasFeeTables } from '@/lib/queries/fee-variance';
import { useLive } from '../bridge/use-live';
import { dateText, moneyText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { feeLines, type FeeLine } from './fee-lines';
import { percentInput } from '../bridge/parse-percent';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

/** Which fees are counted from when on, and where they were found. */
export function FeeTables({ profile }: { readonly profile: FeeProfile }) {
  const now = useNow(3_600_000);
  const tables = useLive(aliasFeeTables, []).value ?? [];
  const place = profile.method === 'prepaid' ? t('settings.prepaid') : t('settings.dropOff');
  return (
    <SubPart title={t('options.feeTables')} text={t('options.feeTablesText')}>
      {feeLines(tables, profile, instant(now)).map((line) => (
        <details key={line.validFrom} className={styles['fees']} open={line.isInForce}>
          <summary>
            {t('options.feeFrom', [dateText(line.validFrom)])}{' '}
            {line.isInForce ? <Pill tone="accent">{t('options.feeInForce')}</Pill> : null}
          </summary>
          <Fees line={line} place={place} />
        </details>
      ))}
    </SubPart>
  );
}

function Fees({ line, place }: { readonly line: FeeLine; readonly place: string }) {
  const unknown = t('options.feeUnknown');
  const figures: readonly (readonly [string, string])[] = [
    [t('options.feeCommission'), line.commission === null ? unknown : shareText(line.commission)],
    [t('options.feeSellerFee', [place]), line.sellerFee === null ? unknown : moneyText(line.sellerFee)],
    [t('options.feeCashOut'), shareText(line.cashOut)],
  ];
  return (
    <>
      <dl className="archvd-lines">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="archvd-figure">{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['quiet']}>{t('options.feeSource', [line.source])}</p>
    </>
  );
}

function shareText(basisPoints: number): string {
  return `${percentInput(basisPoints)} %`;
}
