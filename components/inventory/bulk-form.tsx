import { Autocomplete, Button, Group, Modal, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PairFacets } from '@/lib/queries/pair-index';
import { parseCost } from '../bridge/parse-cost';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import type { PairChanges } from './bulk-commands';

/** What many pairs can be given at once. */
export type BulkKind = 'cost' | 'tags' | 'location' | 'bought';

export interface BulkFormProps {
  /** null: closed. */
  readonly kind: BulkKind | null;
  readonly count: number;
  readonly facets: PairFacets;
  readonly currency: CurrencyCode;
  readonly onApply: (changes: PairChanges) => void;
  readonly onClose: () => void;
}

const TITLES: Record<BulkKind, () => string> = {
  cost: () => t('inventory.setCost'),
  tags: () => t('inventory.setTags'),
  location: () => t('inventory.setLocation'),
  bought: () => t('inventory.setBought'),
};

interface Fields {
  readonly cost: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly location: string;
  readonly bought: string;
  readonly supplier: string;
}

const EMPTY: Fields = { cost: '', add: [], remove: [], location: '', bought: '', supplier: '' };

/** One value for every marked pair. */
export function BulkForm({ kind, count, facets, currency, onApply, onClose }: BulkFormProps) {
  const [fields, setFields] = useState<Fields>(EMPTY);
  // What it was stays while it closes.
  const [shown, setShown] = useState<BulkKind>('cost');
  if (kind !== null && kind !== shown) setShown(kind);
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const read = changesOf(shown, fields, currency);
  const apply = () => {
    if (read.changes === null) return;
    setFields(EMPTY);
    onApply(read.changes);
  };
  const close = () => {
    setFields(EMPTY);
    onClose();
  };
  return (
    <Modal
      opened={kind !== null}
      onClose={close}
      title={TITLES[shown]()}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
        }}
      >
        <Inputs kind={shown} fields={fields} facets={facets} problem={read.problem} onChange={change} />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={read.changes === null} data-testid="apply-bulk">
            {t('inventory.applyTo', count, [countText(count)])}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface InputsProps extends Pick<BulkFormProps, 'facets'> {
  readonly kind: BulkKind;
  readonly fields: Fields;
  readonly problem: string | null;
  readonly onChange: (part: Partial<Fields>) => void;
}

function Inputs({ kind, fields, facets, problem, onChange }: InputsProps) {
  const values = (of: keyof PairFacets) => facets[of].map(({ value }) => value);
  if (kind === 'cost')
    return (
      <TextInput
        label={t('inventory.costEach')}
        description={t('inventory.costEachHint')}
        error={problem}
        inputMode="decimal"
        autoComplete="off"
        value={fields.cost}
        onChange={(event) => onChange({ cost: event.currentTarget.value })}
        data-autofocus
      />
    );
  if (kind === 'tags')
    return (
      <>
        <TagsInput
          label={t('inventory.addTags')}
          data={values('tags')}
          value={[...fields.add]}
          onChange={(add) => onChange({ add })}
          acceptValueOnBlur
          openOnFocus={false}
          data-autofocus
        />
        <TagsInput
          mt="sm"
          label={t('inventory.removeTags')}
          data={values('tags')}
          value={[...fields.remove]}
          onChange={(remove) => onChange({ remove })}
          acceptValueOnBlur
          openOnFocus={false}
        />
      </>
    );
  if (kind === 'location')
    return (
      <Autocomplete
        label={t('inventory.location')}
        description={t('inventory.locationHint')}
        data={values('locations')}
        openOnFocus={false}
        value={fields.location}
        onChange={(location) => onChange({ location })}
        data-autofocus
      />
    );
  return (
    <>
      <TextInput
        type="date"
        label={t('inventory.boughtOn')}
        description={t('inventory.boughtHint')}
        value={fields.bought}
        onChange={(event) => onChange({ bought: event.currentTarget.value })}
        data-autofocus
      />
      <Autocomplete
        mt="sm"
        label={t('inventory.supplier')}
        data={values('suppliers')}
        openOnFocus={false}
        value={fields.supplier}
        onChange={(supplier) => onChange({ supplier })}
      />
    </>
  );
}

interface Read {
  /** null: nothing to do yet. */
  readonly changes: PairChanges | null;
  readonly problem: string | null;
}

function changesOf(kind: BulkKind, fields: Fields, currency: CurrencyCode): Read {
  if (kind === 'cost') return costOf(fields.cost, currency);
  if (kind === 'tags') {
    const { add, remove } = fields;
    const changes = {
      ...(add.length === 0 ? {} : { tagsAdd: [...add] }),
      ...(remove.length === 0 ? {} : { tagsRemove: [...remove] }),
    };
    return { changes: add.length + remove.length === 0 ? null : changes, problem: null };
  }
  if (kind === 'location') return { changes: { location: fields.location.trim() || null }, problem: null };
  const boughtAt = fields.bought === '' ? Number.NaN : new Date(`${fields.bought}T00:00`).getTime();
  const supplier = fields.supplier.trim();
  const changes = {
    ...(Number.isNaN(boughtAt) ? {} : { boughtAt }),
    ...(supplier === '' ? {} : { supplier }),
  };
  return { changes: Object.keys(changes).length === 0 ? null : changes, problem: null };
}

function costOf(text: string, currency: CurrencyCode): Read {
  if (text.trim() === '') return { changes: null, problem: null };
  const parsed = parseCost(text, currency);
  if (!parsed.ok)
    return { changes: null, problem: parsed.reason === 'negative' ? t('cost.negative') : t('cost.notANumber') };
  return { changes: { cost: parsed.cost === null ? null : { ...parsed.cost } }, problem: null };
}
