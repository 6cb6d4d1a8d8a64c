import { Button } from '@mantine/core';
import { useState } from 'react';
import { methodPage, type MethodFigures } from '@/lib/queries/method-page';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { costMethodText } from './accounting-choice';
import { Part } from './part';
import styles from './pnl.module.css';
import { requestOf, type PnlQuestion } from './use-pnl';

const FORMULAS: Record<MethodFigures['method'], () => string> = {
  specific: () => t('pnl.costSpecificNote'),
  fifo: () => t('pnl.costFifoNote'),
  average: () => t('pnl.costAverageNote'),
};

/** Above so many sales it is worked out when somebody asks: it goes through every pair there ever was. */
const MANY = 3000;

interface CostMethodsProps {
  readonly question: PnlQuestion;
  /** Sales of the time. */
  readonly sales: number;
}

/** What the same sales cost by each method, side by side. */
export function CostMethods({ question, sales }: CostMethodsProps) {
  const [asked, setAsked] = useState(false);
  if (!asked && sales > MANY)
    return (
      <Section title={t('pnl.costMethods')}>
        <Button className={styles['tool'] ?? ''} variant="default" size="compact-sm" onClick={() => setAsked(true)}>
          {t('pnl.costMethodsShow')}
        </Button>
      </Section>
    );
  return <SideBySide question={question} />;
}

function SideBySide({ question }: { readonly question: PnlQuestion }) {
  const live = useLive((books) => methodPage(books, requestOf(question)), [question]);
  return (
    <Section title={t('pnl.costMethods')}>
      <Part live={live}>
        {({ methods, sales, unknownSold, unknownRemaining }) => (
          <>
            <table className={`archvd-table ${styles['table']}`} data-testid="pnl-methods">
              <thead>
                <tr>
                  <th scope="col">{t('pnl.costMethod')}</th>
                  <th scope="col">{t('pnl.costOfSold')}</th>
                  <th scope="col">{t('pnl.profit')}</th>
                  <th scope="col" data-rank="middle">
                    {t('pnl.costRemaining')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {methods.map(({ method, cost, profit, remaining }) => {
                  const explain = {
                    formula: FORMULAS[method](),
                    inputs: [[t('totals.counted'), countText(sales)]] as const,
                  };
                  return (
                    <tr key={method} data-current={method === question.accounting.costMethod || undefined}>
                      <th scope="row">{costMethodText(method)}</th>
                      <td>
                        <MoneyFigure amount={cost} cents="fixed" explain={explain} />
                      </td>
                      <td>
                        <ProfitFigure amount={profit} cents="fixed" explain={explain} />
                      </td>
                      <td data-rank="middle">
                        <MoneyFigure amount={remaining} cents="fixed" explain={explain} />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            <p className={styles['note']}>
              {t('pnl.costMethodsNote')}{' '}
              {unknownSold + unknownRemaining === 0
                ? null
                : t('pnl.costMethodsUnknown', [countText(unknownSold), countText(unknownRemaining)])}
            </p>
          </>
        )}
      </Part>
    </Section>
  );
}
