import { useMemo } from 'react';
import { stockPage } from '@/lib/queries/stock-page';
import { periodChoice } from '../bridge/local-time';
import { PeriodPicker } from '../bridge/period-picker';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { useValuation } from '../bridge/use-valuation';
import { Screen } from '../ui/screen';
import { SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { AccountingChoice } from './accounting-choice';
import { Groups } from './groups';
import { Missing } from './missing';
import { Overview } from './overview';
import { Part } from './part';
import { pnlTabOf, PnlTabs, type PnlTab } from './pnl-tabs';
import styles from './pnl.module.css';
import { Reports } from './reports';
import { Stock } from './stock';
import type { PnlQuestion } from './use-pnl';
import { WhatIf } from './what-if';
import { Worth } from './worth';

/** Parts that are about a time; the others are about today. */
const TIMED: readonly PnlTab[] = ['overview', 'groups'];

/** What was earned in a time, what the stock is worth, and what is missing to know either. */
export function PnlScreen() {
  const valuation = useValuation();
  const [accounting, setAccounting] = useSetting('accounting');
  const { route, change } = useRoute();
  const choice = periodChoice(route.view) ?? '30';
  const tab = pnlTabOf(route.filter);
  const question = useMemo(
    () => (valuation === null || accounting === null ? null : { choice, valuation, accounting }),
    [choice, valuation, accounting],
  );
  return (
    <Screen
      title={t('nav.pnl')}
      tools={
        <>
          <PnlTabs current={tab} />
          {TIMED.includes(tab) ? (
            <>
              <PeriodPicker value={choice} onChange={(view) => change({ view }, 'quiet')} />
              {accounting === null ? null : <AccountingChoice value={accounting} onChange={setAccounting} />}
            </>
          ) : null}
        </>
      }
    >
      <div className={styles['column']}>
        {question === null ? <SkeletonRows /> : <PartOf tab={tab} question={question} />}
      </div>
    </Screen>
  );
}

function PartOf({ tab, question }: { readonly tab: PnlTab; readonly question: PnlQuestion }) {
  if (tab === 'groups') return <Groups question={question} />;
  if (tab === 'stock') return <StockPart question={question} />;
  if (tab === 'missing') return <Missing />;
  if (tab === 'what-if') return <WhatIf valuation={question.valuation} />;
  return tab === 'reports' ? <Reports /> : <Overview question={question} />;
}

function StockPart({ question }: { readonly question: PnlQuestion }) {
  const { valuation } = question;
  const live = useLive((books) => stockPage(books, valuation), [valuation]);
  return (
    <Part live={live}>
      {(page) => (
        <>
          <Worth worth={page.worth} currency={valuation.currency} />
          <Stock page={page} question={question} />
        </>
      )}
    </Part>
  );
}
