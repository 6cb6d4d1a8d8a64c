import { NativeSelect } from '@mantine/core';
import { conditionChoices, packagingChoices } from '../bridge/condition-choices';
import { t } from '../ui/text';
import styles from './market.module.css';
import { LOOK_CONDITIONS, LOOK_PACKAGINGS, LOOK_PLACES, regionName, type MarketView } from './market-view';

interface MarketControlsProps {
  readonly view: MarketView;
  readonly onChange: (part: Partial<MarketView>) => void;
  /** Regions known in the books; null: everywhere. */
  readonly regions: readonly (string | null)[];
  /** The seller's own. */
  readonly own: string | null;
}

/** Whose prices are shown: condition, box, where the pairs lie, and where they are sold. */
export function MarketControls({ view, onChange, regions, own }: MarketControlsProps) {
  const places = {
    both: t('market.placeBoth'),
    'with-you': t('market.placeWithYou'),
    consigned: t('market.placeConsigned'),
  };
  return (
    <div className={styles['controls']} role="group" aria-label={t('market.whose')}>
      <Choice
        label={t('inventory.condition')}
        value={view.condition}
        values={LOOK_CONDITIONS}
        words={Object.fromEntries(conditionChoices().map(({ value, label }) => [value, label]))}
        onChange={(condition) => onChange({ condition })}
      />
      <Choice
        label={t('market.box')}
        value={view.packaging}
        values={LOOK_PACKAGINGS}
        words={Object.fromEntries(packagingChoices().map(({ value, label }) => [value, label]))}
        onChange={(packaging) => onChange({ packaging })}
      />
      <Choice
        label={t('market.place')}
        value={view.place}
        values={LOOK_PLACES}
        words={places}
        onChange={(place) => onChange({ place })}
      />
      <Choice
        label={t('market.region')}
        value={regions.some((each) => regionName(each, own) === view.region) ? view.region : 'own'}
        values={regions.map((each) => regionName(each, own))}
        words={Object.fromEntries(regions.map((each) => [regionName(each, own), regionText(each, own)]))}
        onChange={(region) => onChange({ region })}
      />
    </div>
  );
}

function regionText(regionId: string | null, own: string | null): string {
  const name = regionId === null ? t('market.everywhere') : t('market.regionNo', [regionId]);
  return regionId === own && own !== null ? t('market.regionOwn', [name]) : name;
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (value: V) => void;
}

function Choice<V extends string>({ label, value, values, words, onChange }: ChoiceProps<V>) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={values.map((each) => ({ value: each, label: words[each] ?? each }))}
      onChange={(event) => {
        const chosen = values.find((each) => each === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
