import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PairFilter } from '@/lib/queries/pair-filter';
import type { PairCounts, PairFacets } from '@/lib/queries/pair-index';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { type Choice, choicesOf, narrow } from './filter-choices';
import { fieldText, valueText } from './filter-words';
import styles from './inventory.module.css';
import { countFilters, toggleValue, valuesOf, type BuiltIn, type ListField } from './list-view';
import { ProfitRange } from './profit-range';

export interface FilterMenuProps {
  readonly view: BuiltIn;
  readonly filter: PairFilter;
  readonly onChange: (filter: PairFilter) => void;
  readonly counts: PairCounts;
  readonly facets: PairFacets;
  readonly currency: CurrencyCode;
}

/** Everything a list can be narrowed by, found by typing or with the arrow keys; Enter sets and takes away. */
export function FilterMenu(props: FilterMenuProps) {
  const { filter, onChange } = props;
  const [typed, setTyped] = useState('');
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      setTyped('');
      box.resetSelectedOption();
      box.focusTarget();
    },
  });
  const set = countFilters(filter);
  const submit = (option: string) => {
    if (option === 'missing-cost') {
      const { missingCost, ...rest } = filter;
      return onChange(missingCost === true ? rest : { ...rest, missingCost: true });
    }
    const [field, value] = split(option);
    onChange(toggleValue(filter, field, value));
  };
  return (
    <Combobox store={box} onOptionSubmit={submit} width={280} position="bottom-start" withinPortal>
      <Combobox.Target targetType="button">
        <Button
          variant="default"
          size="compact-sm"
          h={28}
          leftSection={<IconFilter size={14} stroke={1.8} />}
          aria-label={set === 0 ? t('inventory.filter') : t('inventory.filterSet', [countText(set)])}
          onClick={() => box.toggleDropdown()}
          data-testid="filter"
        >
          <span className={styles['wideOnly']}>{t('inventory.filter')}</span>
          {set === 0 ? null : <span className={styles['count']}>{countText(set)}</span>}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          placeholder={t('inventory.filterBy')}
          aria-label={t('inventory.filterBy')}
          role="combobox"
          aria-expanded
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options aria-label={t('inventory.filters')} mah={340} style={{ overflowY: 'auto' }}>
          <Options {...props} typed={typed.trim().toLowerCase()} />
        </Combobox.Options>
        <Combobox.Footer>
          <ProfitRange currency={props.currency} filter={filter} onChange={onChange} />
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Options({ typed, ...props }: FilterMenuProps & { readonly typed: string }) {
  const groups = choicesOf(props).map((choices) => narrow(choices, typed, props.filter));
  const costFits = typed === '' || t('inventory.withoutCost').toLowerCase().includes(typed);
  const showCost = costFits && props.view !== 'without-cost';
  if (groups.every((choices) => choices.length === 0) && !showCost)
    return <Combobox.Empty>{t('inventory.noFilter')}</Combobox.Empty>;
  return (
    <>
      {groups.map(([first, ...rest]) =>
        first === undefined ? null : (
          <Combobox.Group key={first.field} label={fieldText(first.field)}>
            {[first, ...rest].map((choice) => (
              <Option
                key={choice.value}
                choice={choice}
                set={valuesOf(props.filter, choice.field).includes(choice.value)}
              />
            ))}
          </Combobox.Group>
        ),
      )}
      {showCost ? (
        <Combobox.Group label={t('column.cost')}>
          <Combobox.Option value="missing-cost" active={props.filter.missingCost === true}>
            <Line
              text={t('inventory.withoutCost')}
              pairs={props.counts.missingCost}
              set={props.filter.missingCost === true}
            />
          </Combobox.Option>
        </Combobox.Group>
      ) : null}
    </>
  );
}

function Option({ choice, set }: { readonly choice: Choice; readonly set: boolean }) {
  return (
    <Combobox.Option value={`${choice.field}:${choice.value}`} active={set}>
      <Line text={valueText(choice.field, choice.value)} pairs={choice.pairs} set={set} />
    </Combobox.Option>
  );
}

function Line({ text, pairs, set }: { readonly text: string; readonly pairs: number | null; readonly set: boolean }) {
  return (
    <span className={styles['option']}>
      <IconCheck size={14} stroke={2.2} aria-hidden="true" style={{ visibility: set ? 'visible' : 'hidden' }} />
      <span className="archvd-clip">{text}</span>
      {pairs === null ? null : <span className={styles['pairs']}>{countText(pairs)}</span>}
    </span>
  );
}

function split(option: string): readonly [ListField, string] {
  const at = option.indexOf(':');
  return [option.slice(0, at) as ListField, option.slice(at + 1)];
}
