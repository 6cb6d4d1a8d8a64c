import { money } from '@/lib/domain/money/money';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { FactLines } from '../ui/fact-lines';
import { moneyText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { figureText } from './figure-words';
import styles from './tax.module.css';

const FIGURES = ['poolSales', 'poolPurchases', 'poolCarriedIn', 'poolMargin', 'poolCarriedOut'];

/** How the tax of global accounting comes about; nothing where no pair goes by it. */
export function PoolFigures({ report }: { readonly report: TaxReport }) {
  const pool = report.entries.find(({ kind, figures }) => kind === 'scheme' && figures['poolMargin'] !== undefined);
  if (pool === undefined) return null;
  return (
    <Section title={t('tax.poolTitle')}>
      <FactLines
        lines={FIGURES.map((id) => [
          figureText(id, false),
          moneyText(money(pool.figures[id] ?? 0, report.currency), { cents: 'fixed' }),
        ])}
      />
      <p className={styles['quiet']}>{t('tax.poolWhy')}</p>
    </Section>
  );
}
