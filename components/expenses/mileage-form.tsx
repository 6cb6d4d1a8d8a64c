import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MileageRate } from '@/lib/domain/expenses/mileage';
import type { Mileage } from '@/lib/domain/expenses/expense';
import { minorPerUnit, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { calendarDate, DAY_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { drivenInYear } from '@/lib/queries/expense-detail';
import { FormFrame } from '../bridge/form-frame';
import { localOffset } from '../bridge/local-time';
import { useLive } from '../bridge/use-live';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { tryChange } from './expense-commands';
import { noonOfDay } from './expense-draft';
import styles from './expenses.module.css';
import {
  beyondOf,
  COUNTRIES,
  emptyMileage,
  journeyOf,
  rateOf,
  type Country,
  type JourneyCost,
  type MileageFields,
} from './mileage-draft';
import { distanceText, parseDistance, parseRate, rateInput } from './mileage-words';

const COUNTRY_WORDS: Record<Country, () => string> = {
  GB: () => t('mileage.hmrc'),
  US: () => t('mileage.irs'),
  AU: () => t('mileage.ato'),
  own: () => t('mileage.ownRate'),
};

interface MileageFormProps {
  /** Where the seller is registered, as far as it is known. */
  readonly country: string | null;
  readonly currency: CurrencyCode;
  readonly today: string;
  readonly onClose: () => void;
}

/** A journey with the own car, at the rate of its day or one of the seller's own. */
export function MileageForm({ country, currency: display, today, onClose }: MileageFormProps) {
  const now = useNow(MINUTE_MS);
  const [fields, setFields] = useState(() => emptyMileage(country, today));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = rateOf(fields);
  const currency = known?.currency ?? display;
  const unit = known?.unit ?? fields.unit;
  const driven = useDriven(fields.day, known);
  const journey = journeyOf(fields, known, currency, driven);
  const spentAt = noonOfDay(fields.day);
  const isDay = spentAt !== null && spentAt <= now + DAY_MS;
  const change = (part: Partial<MileageFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setRefusal(null);
  };
  const save = async () => {
    setTried(true);
    if (busy || journey === null || !isDay || spentAt === null) return;
    setBusy(true);
    const drafts = journey.map(({ mileage, amount }) => ({
      category: 'mileage' as const,
      amount,
      tax: null,
      spentAt,
      supplier: '',
      note: fields.note,
      pairIds: [],
      split: 'even' as const,
      mileage,
    }));
    const total = sum(
      journey.map(({ amount }) => amount),
      currency,
    );
    const said = t('expenses.saved', [moneyText(total)]);
    const problem = await tryChange('expenses/save', { id: null, drafts, receipts: [] }, said);
    setBusy(false);
    if (problem === null) onClose();
    else setRefusal(problem);
  };
  return (
    <FormFrame
      label={t('mileage.add')}
      onSave={() => void save()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button onClick={() => void save()} loading={busy} title={t('add.keys')} data-testid="save-mileage">
            {t('action.save')}
          </Button>
        </>
      }
    >
      <Fields fields={fields} known={known} currency={currency} tried={tried} isDay={isDay} onChange={change} />
      <Outcome journey={journey} beyond={beyondOf(fields, known, driven)} unit={unit} />
      {refusal === null ? null : (
        <p role="alert" className={styles['problem']}>
          {refusal}
        </p>
      )}
    </FormFrame>
  );
}

interface RateFieldProps {
  readonly fields: MileageFields;
  readonly known: MileageRate | null;
  readonly currency: CurrencyCode;
  readonly tried: boolean;
  readonly onChange: (part: Partial<MileageFields>) => void;
}

interface FieldsProps extends RateFieldProps {
  readonly isDay: boolean;
}

function Fields({ fields, known, currency, tried, isDay, onChange }: FieldsProps) {
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

function Outcome({
  journey,
  beyond,
  unit,
}: {
  readonly journey: readonly JourneyCost[] | null;
  readonly beyond: number;
  readonly unit: Mileage['unit'];
}) {
  if (journey === null && beyond === 0) return null;
  return (
    <div className={styles['preview']} role="status">
      {(journey ?? []).map(({ mileage, amount }) => (
        <div key={mileage.rateMilli}>
          {distanceText(mileage)}: <strong className="archvd-figure">{moneyText(amount, { cents: 'fixed' })}</strong>
        </div>
      ))}
      {beyond > 0 ? <div>{t('mileage.beyond', [distanceText({ tenths: beyond, unit })])}</div> : null}
    </div>
  );
}

/** What was driven this tax year before this journey; 0 while it is read or where no rate asks for it. */
function useDriven(day: string, known: MileageRate | null): number {
  const live = useLive(
    async (books) => {
      const on = calendarDate(day);
      return on === null || known === null ? 0 : drivenInYear(books, on, known, localOffset);
    },
    [day, known?.source ?? null],
  );
  return live.value ?? 0;
}
