import { useRef, useState } from 'react';
import { ORDER_SHOWS } from '@/lib/queries/orders-list';
import { readOrderRows } from '@/lib/queries/read-order-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { useBridge } from '../bridge/bridge';
import { LateNote } from '../bridge/late-note';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import type { ListHandle } from '../ui/data-list';
import { Screen } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useRoute } from '../ui/use-route';
import { useSelection } from '../ui/use-selection';
import { NoOrders } from './no-orders';
import { OrderDrawer } from './order-drawer';
import { OrderKeysHelp } from './order-keys-help';
import { OrderTable } from './order-table';
import { OrderTaskForm, type AskedTask } from './order-task-form';
import { OrderTools } from './order-tools';
import { OrdersActions } from './orders-actions';
import { labelled, OrdersBar } from './orders-bar';
import styles from './orders.module.css';
import { useOrderKeys } from './use-order-keys';
import { useOrders } from './use-orders';

/** Orders to confirm and to ship before their time is over, and what became of the others. */
export function OrdersScreen() {
  const valuation = useValuation();
  return valuation === null ? (
    <Screen title={t('nav.orders')} fixed>
      <SkeletonRows />
    </Screen>
  ) : (
    <Orders valuation={valuation} />
  );
}

function Orders({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const { books } = useBridge();
  const show = ORDER_SHOWS.find((each) => each === route.view) ?? 'radar';
  const { listKey, live, onRange } = useOrders(show, route.query, valuation);
  const marks = useSelection(live.value?.ids ?? NONE, known);
  const marked = useLive((current) => readOrderRows(current, marks.ids, valuation.now), [marks.ids, valuation]);
  const [marking, setMarking] = useState(false);
  const [help, setHelp] = useState(false);
  const [asked, setAsked] = useState<AskedTask | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const handle = useRef<ListHandle>(null);
  const clear = () => {
    marks.clear();
    setMarking(false);
  };
  // Read anew at that moment: what is marked may have been marked, or changed, an instant before.
  const begin = async (task: AskedTask['task'], ids: readonly string[]) => {
    const found = await readOrderRows(books, ids, valuation.now);
    const fit = task === 'print' ? labelled(found) : found;
    if (fit.length > 0) setAsked({ task, rows: fit });
  };
  const inCompact = marking || marks.ids.length > 0;
  useListKeys({
    search,
    list: handle,
    onHelp: () => setHelp(true),
    onAll: marks.onAll,
    // What lies on top is closed first.
    onEscape: inCompact && asked === null ? clear : null,
  });
  const rows = live.value?.rows ?? [];
  useOrderKeys((task, index) => {
    if (asked !== null) return;
    const one = index === null ? undefined : rows[index - (live.value?.offset ?? 0)];
    void begin(task, marks.ids.length > 0 ? marks.ids : one === undefined ? [] : [one.order.id]);
  });
  const late = live.value?.late ?? null;
  const waits = show === 'radar' || show === 'to-confirm' || show === 'to-ship';
  return (
    <Screen
      title={t('nav.orders')}
      action={
        <OrdersActions
          list={waits ? live.value : null}
          marking={inCompact}
          onTask={(task, ids) => void begin(task, ids)}
          onMark={() => (inCompact ? clear() : setMarking(true))}
          onHelp={() => setHelp(true)}
        />
      }
      tools={<OrderTools show={show} counts={live.value?.counts} search={search} onShow={clear} />}
      fixed
    >
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && live.value.total === 0 ? (
        <NoOrders isSearched={route.query !== ''} waits={waits} />
      ) : null}
      {live.state === 'ready' && live.value.total > 0 ? (
        <>
          {waits && late !== null ? (
            <p className={styles['note']} data-testid="late-cost">
              <LateNote late={late} />
            </p>
          ) : null}
          <OrderTable
            listKey={listKey}
            list={live.value}
            here={{ view: route.view, query: route.query }}
            onRange={onRange}
            marks={marks}
            inCompact={inCompact}
            openOrder={route.item}
            onOpen={(item) => change({ item })}
            handle={handle}
          />
        </>
      ) : null}
      {inCompact ? (
        <OrdersBar
          rows={marked.value ?? []}
          count={marks.ids.length}
          hidden={marks.hidden}
          matching={live.value?.total ?? 0}
          onTask={(task) => void begin(task, marks.ids)}
          onAll={marks.onAll}
          onClear={clear}
        />
      ) : null}
      <OrderDrawer
        orderId={route.item}
        valuation={valuation}
        late={late}
        onTask={(task, row) => void begin(task, [row.order.id])}
        onClose={() => change({ item: null })}
      />
      <OrderTaskForm asked={asked} late={late} onClose={() => setAsked(null)} onSent={clear} />
      <OrderKeysHelp opened={help} onClose={() => setHelp(false)} />
    </Screen>
  );
}

const NONE: readonly string[] = [];

/** An order that is over is told by the command that leaves it out. */
const known = () => true;
