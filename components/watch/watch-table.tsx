import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState, type Ref } from 'react';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { watchMedians, type AgainstMedian } from '@/lib/queries/watch-medians';
import type { WatchRow } from '@/lib/queries/watch-row';
import { useLive } from '../bridge/use-live';
import { DataList, type ListHandle, type ListSelection } from '../ui/data-list';
import { nextSort, type Sort } from '../ui/sort';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import type { RowSelection } from '../ui/use-selection';
import { useNextLooks } from './use-watched';
import { COLUMNS_WIDTH, watchColumns } from './watch-columns';
import { WatchCompact } from './watch-compact';
import { wholeName } from './watch-figures';
import { STARTS_DOWN } from './watch-tools';

interface WatchTableProps {
  readonly rows: readonly WatchRow[];
  readonly listKey: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly marks: RowSelection;
  readonly inCompact: boolean;
  readonly onAlerts: (row: WatchRow) => void;
  readonly handle: Ref<ListHandle>;
}

const NO_MEDIANS: ReadonlyMap<string, AgainstMedian> = new Map();

/** The rows as a table, or in two lines each. */
export function WatchTable(props: WatchTableProps) {
  const { rows, sort, marks, inCompact, onAlerts } = props;
  const { route, go } = useRoute();
  const looks = useNextLooks();
  const [range, setRange] = useState<readonly [first: number, last: number]>([0, 0]);
  const medians = useMediansOf(rows.slice(range[0], range[1] + 1));
  const isRoomy = useMediaQuery('(min-width: 1440px)', false, { getInitialValueInEffect: false });
  const columns = useMemo(
    () => watchColumns({ medians, looks, onAlerts, isRoomy }),
    [medians, looks, onAlerts, isRoomy],
  );
  const renderCompact = useMemo(
    () => (row: WatchRow) => <WatchCompact row={row} looks={looks} onAlerts={onAlerts} />,
    [looks, onAlerts],
  );
  const onRange = useMemo(() => (first: number, last: number) => setRange([first, last]), []);
  const selection: ListSelection<WatchRow> = {
    has: marks.has,
    all: marks.all,
    onAll: marks.onAll,
    pick: marks.pick,
    labelOf: (row) => t('watch.mark', [wholeName(row)]),
    allLabel: t('watch.markAll'),
    inCompact,
  };
  return (
    <DataList<WatchRow>
      label={t('nav.watch')}
      listKey={props.listKey}
      tableFrom={900}
      minWidth={COLUMNS_WIDTH}
      compactHeight={72}
      total={rows.length}
      offset={0}
      rows={rows}
      keyOf={(row) => row.item.id}
      columns={columns}
      renderCompact={renderCompact}
      onOpen={(row) => go({ screen: 'market', product: row.item.catalogId })}
      selectedKey={rows.find((row) => row.item.catalogId === route.product)?.item.id ?? null}
      sort={sort}
      onSort={(by) => props.onSort(nextSort(sort, by, (each) => STARTS_DOWN.includes(each)))}
      onRange={onRange}
      selection={selection}
      handle={props.handle}
    />
  );
}

/** Of what is on the screen: a thousand rows would read the sales of a thousand sizes. */
function useMediansOf(rows: readonly WatchRow[]) {
  const now = instant(useNow(MINUTE_MS));
  const question = rows.map(({ item, lowestAsk }) => [item.id, lowestAsk?.minor ?? null]);
  const live = useLive(async (books) => watchMedians(books, rows, now), [question, now]);
  return live.value ?? NO_MEDIANS;
}
