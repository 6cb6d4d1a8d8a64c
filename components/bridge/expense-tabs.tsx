import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ViewTabs } from '../ui/view-tabs';

/** The parts of what money went out for; the bank, which is a screen of its own, stands among them. */
const TABS = ['expenses', 'recurring', 'fees', 'bank'] as const;

type ExpenseTab = (typeof TABS)[number];

const WORDS: Record<ExpenseTab, () => string> = {
  expenses: () => t('nav.expenses'),
  recurring: () => t('expenses.recurring'),
  fees: () => t('expenses.feesTaken'),
  bank: () => t('nav.bank'),
};

/** As the first of a screen's tools. */
export function ExpenseTabs() {
  const { route } = useRoute();
  const current: ExpenseTab =
    route.screen === 'bank' ? 'bank' : (TABS.find((each) => each === route.view) ?? 'expenses');
  return (
    <ViewTabs
      label={t('nav.expenses')}
      tabs={TABS.map((id) => ({
        id,
        href:
          id === 'bank'
            ? routeHref({ screen: 'bank' })
            : routeHref({ screen: 'expenses', view: id === 'expenses' ? null : id }),
        isCurrent: id === current,
        testId: `tab-${id}`,
        label: WORDS[id](),
      }))}
    />
  );
}
