import { NativeSelect, TextInput } from '@mantine/core';
import type { MileageRate } from '@/lib/domain/expenses/mileage';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { t } from '../ui/text';
import styles from './expenses.module.css';
import { COUNTRIES, type Country, type MileageFields } from './mileage-draft';
import { parseDistance, parseRate, rateInput } from './mileage-words';

const COUNTRY_WORDS: Record<Country, () => string> = {
  GB: () => t('mileage.hmrc'),
  US: () => t('mileage.irs'),
  AU: () => t('mileage.ato'),
  own: () => t('mileage.ownRate'),
};

interface RateFieldProps {
  readonly fields: MileageFields;
  readonly known: MileageRate | null;
  readonly currency: CurrencyCode;
  readonly tried: boolean;
  readonly onChange: (part: Partial<MileageFields>) => void;
}

interface JourneyFieldsProps extends RateFieldProps {
  readonly isDay: boolean;
}

/** The fields of a journey: when, how far, at which rate, from where to where. */
export function JourneyFields({ fields, known, currency, tried, isDay, onChange }: JourneyFieldsProps) {
  const isMiles = (known?.unit ?? fields.unit) === 'mile';
  const isDistance = parseDistance(fields.distance) !== null;
  return (
    <>
      <div className={styles['two']}>
        <TextInput
          type="date"
          label={t('expenses.day')}
          value={fields.day}
          error={tried && !isDay ? t('expenses.dayWrong') : undefined}
          onChange={(event) => onChange({ day: event.currentTarget.value, rate: null })}
        />
        <TextInput
          label={isMiles ? t('mileage.distanceMiles') : t('mileage.distanceKm')}
          value={fields.distance}
          inputMode="decimal"
          autoComplete="off"
          error={tried && !isDistance ? t('mileage.distanceWrong') : undefined}
          onChange={(event) => onChange({ distance: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        label={t('mileage.rateOf')}
        value={fields.country}
        onChange={(event) =>
          onChange({ country: COUNTRIES.find((each) => each === event.currentTarget.value) ?? 'own', rate: null })
        }
        data={COUNTRIES.map((value) => ({ value, label: COUNTRY_WORDS[value]() }))}
      />
      <RateField fields={fields} known={known} currency={currency} tried={tried} onChange={onChange} />
      <div className={styles['two']}>
        <TextInput
          label={t('mileage.from')}
          value={fields.from}
          maxLength={200}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          label={t('mileage.to')}
          value={fields.to}
          maxLength={200}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('mileage.why')}
        value={fields.note}
        maxLength={2000}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

/** The known rate stands there with its source, and gives way to whatever is typed. */
function RateField({ fields, known, currency, tried, onChange }: RateFieldProps) {
  const per = minorPerUnit(currency);
  const bands = known?.bands.map(({ rateMilli }) => rateInput(rateMilli, per)).join(t('mileage.then'));
  const missing = fields.rate === null && known === null;
  const wrong = fields.rate !== null && parseRate(fields.rate, per) === null;
  return (
    <div className={known === null ? styles['two'] : undefined}>
      <TextInput
        label={t('mileage.rate', [currency])}
        value={fields.rate ?? bands ?? ''}
        inputMode="decimal"
        autoComplete="off"
        description={fields.rate === null && known !== null ? t('mileage.source', [known.source]) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={(tried && missing) || wrong ? t('mileage.rateWrong') : undefined}
        onChange={(event) => onChange({ rate: event.currentTarget.value })}
      />
      {known === null ? (
        <NativeSelect
          label={t('mileage.unit')}
          value={fields.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value === 'mile' ? 'mile' : 'km' })}
          data={[
            { value: 'mile', label: t('mileage.mile') },
            { value: 'km', label: t('mileage.km') },
          ]}
        />
      ) : null}
    </div>
  );
}
