import { ActionIcon, Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { PAIR_SORTS, type PairSort } from '@/lib/queries/pair-order';
import { t } from '../ui/text';
import { COLUMN_IDS, moveColumn, toggleColumn, type ColumnId } from './column-ids';
import styles from './inventory.module.css';
import { COLUMN_WORDS } from './pair-columns';

export interface DisplayMenuProps {
  readonly sort: PairSort;
  readonly onSort: (sort: PairSort) => void;
  readonly columns: readonly ColumnId[];
  /** null: as they come. */
  readonly onColumns: (columns: readonly ColumnId[] | null) => void;
}

/** Sorting, also where there are no column heads, and which columns stand where. */
export function DisplayMenu({ sort, onSort, columns, onColumns }: DisplayMenuProps) {
  return (
    <Popover position="bottom-end" width={260} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.8} />}
          aria-label={t('inventory.display')}
          data-testid="display"
        >
          <span className={styles['wideOnly']}>{t('inventory.display')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inventory.display')}>
        <div className={styles['sortLine']}>
          <NativeSelect
            size="xs"
            aria-label={t('inventory.sortBy')}
            value={sort.by}
            data={PAIR_SORTS.map((by) => ({ value: by, label: COLUMN_WORDS[by]() }))}
            onChange={(event) => {
              const by = PAIR_SORTS.find((each) => each === event.currentTarget.value);
              if (by !== undefined) onSort({ ...sort, by });
            }}
          />
          <Button
            variant="default"
            size="compact-xs"
            h={30}
            onClick={() => onSort({ ...sort, descending: !sort.descending })}
            leftSection={sort.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />}
          >
            {sort.descending ? t('inventory.descending') : t('inventory.ascending')}
          </Button>
        </div>
        <Columns columns={columns} onColumns={onColumns} />
      </Popover.Dropdown>
    </Popover>
  );
}

type ColumnsProps = Pick<DisplayMenuProps, 'columns' | 'onColumns'>;

function Columns({ columns, onColumns }: ColumnsProps) {
  const others = COLUMN_IDS.filter((id) => !columns.includes(id));
  return (
    <div className={styles['columns']} role="group" aria-label={t('inventory.columns')}>
      <h2>{t('inventory.columns')}</h2>
      {[...columns, ...others].map((id) => (
        <div key={id} className={styles['columnLine']}>
          <Checkbox
            size="xs"
            styles={{ label: { fontSize: 'var(--archvd-base)' } }}
            label={COLUMN_WORDS[id]()}
            checked={columns.includes(id)}
            disabled={id === 'name'}
            onChange={() => onColumns(toggleColumn(columns, id))}
          />
          {columns.includes(id) && id !== 'name' ? <Move id={id} columns={columns} onColumns={onColumns} /> : null}
        </div>
      ))}
      <Button variant="subtle" size="compact-xs" mt={6} onClick={() => onColumns(null)}>
        {t('inventory.usualColumns')}
      </Button>
    </div>
  );
}

function Move({ id, columns, onColumns }: ColumnsProps & { readonly id: ColumnId }) {
  const place = columns.indexOf(id);
  const name = COLUMN_WORDS[id]();
  return (
    <>
      <ActionIcon
        size={24}
        aria-label={t('inventory.moveLeft', [name])}
        disabled={place <= 1}
        onClick={() => onColumns(moveColumn(columns, id, -1))}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        size={24}
        aria-label={t('inventory.moveRight', [name])}
        disabled={place === columns.length - 1}
        onClick={() => onColumns(moveColumn(columns, id, 1))}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
    </>
  );
}
