import type { CurrencyCode } from '@/lib/domain/money/currency';
import { instant, MINUTE_MS, type CalendarDate } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { expenseDetail } from '@/lib/queries/expense-detail';
import { listExpenses } from '@/lib/queries/expenses';
import { recurringExpenses } from '@/lib/queries/recurring-expenses';
import { localOffset } from '../bridge/local-time';
import { EXPENSE_FORMS, pairsOfNewExpense, type ExpenseFormName } from '../bridge/to-expense';
import { useLive } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { ErrorState, SkeletonRows } from '../ui/states';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { emptyFields, fieldsOf } from './expense-draft';
import { ExpenseForm } from './expense-form';
import styles from './expenses.module.css';
import { MileageForm } from './mileage-form';
import { recurringFields } from './recurring-draft';
import { RecurringForm } from './recurring-form';

const TITLES: Record<ExpenseFormName, (isNew: boolean) => string> = {
  expense: (isNew) => (isNew ? t('expenses.add') : t('expenses.edit')),
  mileage: () => t('mileage.add'),
  recurring: (isNew) => (isNew ? t('recurring.add') : t('recurring.edit')),
};

/** The form about expenses that the address asks for, over whatever screen it is. */
export function ExpenseForms() {
  const { route, change } = useRoute();
  const form = EXPENSE_FORMS.find((each) => each === route.add) ?? null;
  // Elsewhere the address may name something else.
  const item = route.screen === 'expenses' ? route.item : null;
  const close = () => change({ add: null, ...(route.screen === 'expenses' ? { item: null } : {}) });
  return (
    <TaskDrawer
      opened={form !== null}
      title={form === null ? '' : TITLES[form](item === null)}
      onClose={close}
      testId="expense-drawer"
    >
      <div className={styles['drawerForm']}>
        {form === null ? null : <FormOf key={`${form}${item ?? ''}`} form={form} item={item} onClose={close} />}
      </div>
    </TaskDrawer>
  );
}

interface FormOfProps {
  readonly form: ExpenseFormName;
  readonly item: string | null;
  readonly onClose: () => void;
}

function FormOf({ form, item, onClose }: FormOfProps) {
  const [currency] = useSetting('displayCurrency');
  const [profile] = useSetting('feeProfile');
  const today = useToday();
  if (currency === null || profile === null) return <SkeletonRows count={4} />;
  if (form === 'mileage')
    return <MileageForm country={profile.country} currency={currency} today={today} onClose={onClose} />;
  return form === 'recurring' ? (
    <RecurringOf item={item} currency={currency} onClose={onClose} />
  ) : (
    <ExpenseOf item={item} currency={currency} onClose={onClose} />
  );
}

interface OfProps {
  readonly item: string | null;
  readonly currency: CurrencyCode;
  readonly onClose: () => void;
}

function ExpenseOf({ item, currency, onClose }: OfProps) {
  const now = useNow(MINUTE_MS);
  const suppliers = useSuppliers(currency);
  const live = useLive(async (books) => (item === null ? null : expenseDetail(books, item)), [item]);
  if (live.state === 'loading' || suppliers === null) return <SkeletonRows count={4} />;
  if (item !== null && live.value === null) return <Gone />;
  const detail = live.value;
  const initial = detail === null ? emptyFields(currency, now, pairsOfNewExpense()) : fieldsOf(detail.expense);
  return <ExpenseForm initial={initial} detail={detail} suppliers={suppliers} onClose={onClose} />;
}

function RecurringOf({ item, currency, onClose }: OfProps) {
  const today = useToday();
  const suppliers = useSuppliers(currency);
  const live = useLive(recurringExpenses, []);
  if (live.state === 'loading' || suppliers === null) return <SkeletonRows count={4} />;
  const row = live.value?.find(({ recurring }) => recurring.id === item)?.recurring ?? null;
  if (item !== null && row === null) return <Gone />;
  const initial = recurringFields(row, currency, today);
  return <RecurringForm initial={initial} id={item} today={today} suppliers={suppliers} onClose={onClose} />;
}

function Gone() {
  return <ErrorState title={t('expenses.gone')} text={t('expenses.goneText')} />;
}

/** Everybody something was bought from before; null while it is read. */
function useSuppliers(currency: CurrencyCode): readonly string[] | null {
  const live = useLive(
    async (books) =>
      listExpenses(books, {
        period: null,
        search: '',
        category: null,
        pairId: null,
        sort: { by: 'spent', descending: true },
        currency,
      }),
    [currency],
  );
  return live.state === 'loading' ? null : (live.value?.suppliers ?? []);
}

/** Today on this device's calendar. */
function useToday(): CalendarDate {
  return localDate(instant(useNow(MINUTE_MS)), localOffset);
}
