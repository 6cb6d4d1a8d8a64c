import { NativeSelect, TextInput } from '@mantine/core';
import { profitOf, totalCost } from '@/lib/domain/pnl/profit';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { PairStory } from '@/lib/queries/pair-story';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { pairFacts } from '../bridge/pair-search';
import { SaveForm } from '../bridge/save-form';
import { useForm } from '../bridge/use-form';
import { useSetting } from '../bridge/use-setting';
import { moneyText } from '../ui/format';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import styles from './add.module.css';
import { AmountInput } from '../bridge/amount-input';
import { platformChoices } from './choices';
import { dayText } from './local-day';
import { checkSale, type SellChecked, type SellFields, type SellProblems, type ToldPlatform } from './sell-facts';

export interface SellFormProps {
  readonly story: PairStory;
  readonly onClose: () => void;
}

/** A sale somewhere the companion does not talk to: where, for how much, and what arrived. */
export function SellForm({ story: { pair }, onClose }: SellFormProps) {
  const { fields, problems, refusal, busy, change, setProblems, send } = useForm<SellFields, SellProblems>(() => ({
    platform: 'ebay',
    price: '',
    is: 'fees',
    amount: '',
    soldOn: dayText(Date.now()),
    note: '',
  }));
  const now = useNow(MINUTE_MS);
  const [display] = useSetting('displayCurrency');
  const currency = display ?? 'USD';
  const checked = checkSale(fields, currency, now);
  const save = async () => {
    if (!checked.ok) return setProblems(checked.problems);
    const { price, taken, soldAt } = checked;
    const { platform, is, note } = fields;
    const sold = await send(() =>
      ask('pair/sell', { pairId: pair.id, platform, price, taken: { is, amount: taken }, soldAt, note }),
    );
    if (sold === null) return;
    if (sold.ok) {
      offerUndo(t('sellPair.sold', [pair.name, moneyText(price)]), sold.undoId);
      if (sold.stillListed) toastProblem(t('sellPair.stillListed', [pair.name]));
    }
    onClose();
  };
  return (
    <SaveForm
      label={t('sellPair.title')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={t('sellPair.save')}
    >
      <p style={{ margin: 0 }}>
        <strong>{pair.name}</strong> <span className="archvd-quiet">{pairFacts(pair)}</span>
      </p>
      <div className={styles['two']}>
        <NativeSelect
          label={t('sellPair.platform')}
          description={t('sellPair.aliasHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={platformChoices()}
          value={fields.platform}
          autoFocus
          onChange={(event) => change({ platform: event.currentTarget.value as ToldPlatform })}
        />
        <TextInput
          type="date"
          label={t('sellPair.soldOn')}
          value={fields.soldOn}
          max={dayText(now)}
          error={problems.soldOn}
          onChange={(event) => change({ soldOn: event.currentTarget.value })}
        />
      </div>
      <AmountInput
        label={t('sellPair.price')}
        value={fields.price}
        currency={currency}
        problem={problems.price}
        onChange={(price) => change({ price })}
      />
      <div className={styles['two']}>
        <NativeSelect
          label={t('sellPair.taken')}
          data={[
            { value: 'fees', label: t('sellPair.fees') },
            { value: 'received', label: t('sellPair.received') },
          ]}
          value={fields.is}
          onChange={(event) => change({ is: event.currentTarget.value === 'received' ? 'received' : 'fees' })}
        />
        <AmountInput
          label={fields.is === 'fees' ? t('sellPair.fees') : t('sellPair.received')}
          {...(fields.is === 'fees' ? { hint: t('sellPair.feesHint') } : {})}
          value={fields.amount}
          currency={checked.ok ? checked.price.currency : currency}
          problem={problems.amount}
          onChange={(amount) => change({ amount })}
        />
      </div>
      <Outcome checked={checked} story={{ pair }} />
      <TextInput
        label={t('sellPair.note')}
        value={fields.note}
        maxLength={200}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ProblemText text={refusal} />
    </SaveForm>
  );
}

/** What arrives and what it leaves, while the figures are typed; a profit only where cost and price share a currency. */
function Outcome({
  checked,
  story: { pair },
}: {
  readonly checked: SellChecked;
  readonly story: Pick<PairStory, 'pair'>;
}) {
  if (!checked.ok) return null;
  const same = [pair.cost, pair.otherCosts].every((each) => each === null || each.currency === checked.payout.currency);
  const profit = same ? profitOf(checked.payout, totalCost(pair.cost, pair.otherCosts)) : null;
  return (
    <p className={styles['net']} role="status">
      <span className="archvd-figure archvd-strong">{t('sellPair.net', [moneyText(checked.payout)])}</span>
      {profit === null ? null : (
        <span className="archvd-figure">, {t('sellPair.profit', [moneyText(profit, { sign: 'always' })])}</span>
      )}
    </p>
  );
}
