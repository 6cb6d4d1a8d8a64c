import { useRoute } from '../ui/use-route';
import { ExpenseItems } from './expense-items';
import { FeesTaken } from './fees-taken';
import { RecurringList } from './recurring-list';

/** What money went out for besides the pairs, what comes again by itself, and what platforms took. */
export function ExpensesScreen() {
  const { route } = useRoute();
  if (route.view === 'recurring') return <RecurringList />;
  return route.view === 'fees' ? <FeesTaken /> : <ExpenseItems />;
}
