import { NativeSelect, TextInput } from '@mantine/core';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { AmountInput } from '../bridge/amount-input';
import { amountProblem } from '../bridge/amount-problem';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { parseCost } from '../bridge/parse-cost';
import { REVERSAL_REASONS, reversalText } from '../bridge/sale-stage-words';
import { SaveForm } from '../bridge/save-form';
import { useForm } from '../bridge/use-form';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import styles from './add.module.css';
import { dayOf, dayText } from './local-day';
import {
  type ReverseSaleFields,
  reverseSaleFields,
  type ReverseSaleProblems,
  USUAL_PLACE,
  PLACES,
} from './reverse-sale-fields';

export interface ReverseSaleFormProps {
  readonly sale: Sale;
  readonly pair: Pair;
  readonly onClose: () => void;
}

/** A sale that came to nothing: why, since when, what it cost, and where its pair is now. */
export function ReverseSaleForm({ sale, pair, onClose }: ReverseSaleFormProps) {
  const now = useNow(MINUTE_MS);
  const { fields, problems, refusal, busy, change, setProblems, send } = useForm<
    ReverseSaleFields,
    ReverseSaleProblems
  >(() => reverseSaleFields(sale, pair));
  const { currency } = sale.price;
  const save = async () => {
    const penalty = parseCost(fields.penalty, currency);
    const day = dayOf(fields.day);
    if (!penalty.ok) return setProblems({ penalty: amountProblem(penalty.reason) });
    if (penalty.cost !== null && penalty.cost.currency !== currency)
      return setProblems({ penalty: t('reverseSale.other', [currency]) });
    if (day === null || day === 'bad') return setProblems({ day: t('add.badDate') });
    const { reason, note, location } = fields;
    const reversed = await send(() =>
      ask('sales/reverse', {
        saleId: sale.id,
        reason,
        at: fields.day === dayText(now) ? now : day,
        penalty: penalty.cost,
        note,
        pair: fields.pair,
        location: location.trim() === '' ? null : location,
      }),
    );
    if (reversed === null) return;
    if (reversed.ok) offerUndo(t('reverseSale.saved'), reversed.undoId);
    onClose();
  };
  return (
    <SaveForm
      label={t('reverseSale.title')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={t('reverseSale.save')}
      testId="reverse-save"
    >
      <p className="archvd-quiet">{t('reverseSale.text')}</p>
      <div className={styles['two']}>
        <NativeSelect
          label={t('reverseSale.reason')}
          data={REVERSAL_REASONS.map((value) => ({ value, label: reversalText(value) }))}
          value={fields.reason}
          autoFocus
          onChange={(event) => {
            const reason = REVERSAL_REASONS.find((each) => each === event.currentTarget.value) ?? 'returned';
            change({ reason, pair: USUAL_PLACE[reason] });
          }}
        />
        <TextInput
          type="date"
          label={t('reverseSale.on')}
          value={fields.day}
          error={problems.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      </div>
      <AmountInput
        label={t('reverseSale.penalty')}
        hint={t('reverseSale.penaltyHint')}
        value={fields.penalty}
        currency={currency}
        problem={problems.penalty}
        onChange={(penalty) => change({ penalty })}
      />
      <NativeSelect
        label={t('reverseSale.where')}
        data={PLACES.map(([value, text]) => ({ value, label: text() }))}
        value={fields.pair}
        onChange={(event) =>
          change({ pair: PLACES.find(([value]) => value === event.currentTarget.value)?.[0] ?? 'in-stock' })
        }
      />
      <TextInput
        label={t('reverseSale.location')}
        value={fields.location}
        maxLength={80}
        onChange={(event) => change({ location: event.currentTarget.value })}
      />
      <TextInput
        label={t('reverseSale.note')}
        value={fields.note}
        maxLength={500}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ProblemText text={refusal} />
    </SaveForm>
  );
}
