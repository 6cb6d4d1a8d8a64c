import { useState } from 'react';
import type { MileageRate } from '@/lib/domain/expenses/mileage';
import type { Mileage } from '@/lib/domain/expenses/expense';
import { sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { calendarDate, DAY_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { drivenInYear } from '@/lib/queries/expense-detail';
import { localOffset } from '../bridge/local-time';
import { SaveForm } from '../bridge/save-form';
import { useLive } from '../bridge/use-live';
import { moneyText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useTyped } from '../ui/unsaved';
import { useNow } from '../ui/use-now';
import { tryChange } from './expense-commands';
import { noonOfDay } from './expense-draft';
import styles from './expenses.module.css';
import { JourneyFields } from './journey-fields';
import { beyondOf, emptyMileage, journeyOf, rateOf, type JourneyCost, type MileageFields } from './mileage-draft';
import { distanceText } from './mileage-words';

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
  useTyped(fields);
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
    <SaveForm label={t('mileage.add')} onSave={() => void save()} onClose={onClose} busy={busy} testId="save-mileage">
      <JourneyFields fields={fields} known={known} currency={currency} tried={tried} isDay={isDay} onChange={change} />
      <Outcome journey={journey} beyond={beyondOf(fields, known, driven)} unit={unit} />
      <ProblemText text={refusal} />
    </SaveForm>
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
