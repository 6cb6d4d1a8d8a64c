import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { FactLines } from '../ui/fact-lines';
import { moneyText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { figureText } from './figure-words';
import styles from './tax.module.css';

interface PoolFiguresProps {
  readonly report: TaxReport;
  readonly onOpen: (figure: string) => void;
}

/** Whether a figure tells how global accounting comes about. */
export function isPoolFigure({ id }: { readonly id: string }): boolean {
  return id.startsWith('pool');
}

/** How the tax of global accounting comes about, each figure with its rows; nothing where no pair goes by it. */
export function PoolFigures({ report, onOpen }: PoolFiguresProps) {
  const figures = report.figures.filter(isPoolFigure);
  if (figures.length === 0) return null;
  return (
    <Section title={t('tax.poolTitle')}>
      <FactLines
        lines={figures.map(({ id, amount }) => [
          figureText(id, false),
          <button key={id} type="button" className={styles['link']} onClick={() => onOpen(id)}>
            {moneyText(amount, { cents: 'fixed' })}
          </button>,
        ])}
      />
      <p className={styles['quiet']}>{t('tax.poolWhy')}</p>
    </Section>
  );
}
