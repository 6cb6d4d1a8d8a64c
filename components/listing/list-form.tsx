import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import type { Valuation } from '@/lib/queries/valuation';
import { conditionChoices, packagingChoices } from '../bridge/condition-choices';
import { CostField } from '../bridge/cost-field';
import { FormFrame } from '../bridge/form-frame';
import { command } from '../bridge/listing-commands';
import { PriceOutcome } from '../bridge/price-outcome';
import { useValuer } from '../bridge/use-valuer';
import { factsText } from '../bridge/words';
import { moneyText } from '../ui/format';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { DefectField } from './defect-field';
import { FormProblems } from './form-problems';
import styles from './listing.module.css';
import { firstFields, priceBy, priceInput } from './first-fields';
import { MarketLine } from './market-line';
import { PictureField } from './picture-field';
import { readStrategy, type StrategyKind } from './strategies';
import { StrategyPicker } from './strategy-picker';
import { useDraftAs } from './use-listing-drafts';
import { checkWish, toOrder, type ListingFields } from './wish';

export interface ListFormProps {
  readonly draft: ListingDraft;
  readonly valuation: Valuation;
  readonly onClose: () => void;
  /** Back to the pairs it was opened from; null: there are none. */
  readonly onBack: (() => void) | null;
}

/** One pair onto alias: its price with what comes of it, its condition and its pictures. */
export function ListForm({ draft: given, valuation, onClose, onBack }: ListFormProps) {
  const [fields, setFields] = useState<ListingFields>(() => firstFields(given));
  const draft = useDraftAs(given, valuation, fields);
  const { pair, product } = draft;
  const [busy, setBusy] = useState(false);
  useTyped(fields);
  const valuer = useValuer(valuation, [pair]);
  const change = (part: Partial<ListingFields>) => setFields((before) => ({ ...before, ...part }));
  // A word is given for a price: another price wants it anew.
  const setPrice = (price: string) => change({ price, belowFloor: false, intoOffer: false });
  const setStrategy = (strategy: StrategyKind, amount: string) => {
    change({ strategy, amount });
    const found = priceBy(draft, strategy, amount);
    if (found !== null) setPrice(priceInput(found));
  };
  const checked = checkWish(draft, fields);
  const strategy = fields.strategy === null ? null : readStrategy(fields.strategy, fields.amount);
  const list = async () => {
    const order = toOrder(draft, fields, checked);
    if (busy || order === null) return;
    setBusy(true);
    const answer = await command('listings/create', { listings: [order] });
    setBusy(false);
    if (answer !== null && answer.accepted > 0) (onBack ?? onClose)();
  };
  return (
    <FormFrame
      label={t('listing.title')}
      onSave={() => void list()}
      actions={
        <>
          <Button variant="default" onClick={onBack ?? onClose}>
            {onBack === null ? t('action.cancel') : t('listing.backToAll')}
          </Button>
          <Button
            onClick={() => void list()}
            loading={busy}
            disabled={checked.stop !== null}
            title={t('add.keys')}
            data-testid="list-it"
          >
            {checked.price === null ? t('listing.listNothing') : t('listing.listFor', [moneyText(checked.price)])}
          </Button>
        </>
      }
    >
      <div className={styles['pair']}>
        <PairPicture url={product?.pictureUrl ?? null} size={44} />
        <div>
          <strong className="archvd-clip">{pair.name}</strong>
          <span className="archvd-clip archvd-quiet">
            {factsText(pair.styleCode, pair.size, null, product?.sizeRun ?? null)}
          </span>
        </div>
        <CostField pair={pair} />
      </div>
      <MarketLine draft={draft} fields={fields} />
      <StrategyPicker
        kind={fields.strategy}
        amount={fields.amount}
        problem={strategy === null || strategy.ok ? null : strategy.problem}
        onChange={setStrategy}
        priceOf={(kind) => {
          const found = kind === 'undercut' || kind === 'match' ? priceBy(draft, kind, '') : null;
          return found === null ? null : moneyText(found);
        }}
      />
      <TextInput
        label={t('listing.price')}
        value={fields.price}
        error={checked.typo}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          change({ strategy: null });
          setPrice(event.currentTarget.value);
        }}
        leftSection={<span className="archvd-figure">USD</span>}
        leftSectionWidth={46}
        data-testid="list-price"
      />
      <PriceOutcome valuer={valuer} price={checked.price} pair={pair} floor={draft.floor} />
      <FormProblems draft={draft} problems={checked.problems} fields={fields} onChange={change} />
      <div className={styles['two']}>
        <NativeSelect
          label={t('add.condition')}
          description={t('listing.conditionHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          data={conditionChoices()}
          value={fields.condition}
          onChange={(event) => change({ condition: event.currentTarget.value, belowFloor: false, intoOffer: false })}
        />
        <NativeSelect
          label={t('add.box')}
          data={packagingChoices()}
          value={fields.packaging}
          onChange={(event) => change({ packaging: event.currentTarget.value, belowFloor: false, intoOffer: false })}
        />
      </div>
      {fields.condition === 'new' ? null : (
        <DefectField
          defects={fields.defects}
          additional={fields.additionalDefects}
          onDefects={(defects) => change({ defects })}
          onAdditional={(additionalDefects) => change({ additionalDefects })}
        />
      )}
      <PictureField pairId={pair.id} needed={product?.requiresPictures === true} />
      <Switch
        label={t('listing.atOnce')}
        description={t('listing.atOnceHint')}
        checked={fields.activate}
        onChange={(event) => change({ activate: event.currentTarget.checked })}
      />
    </FormFrame>
  );
}
