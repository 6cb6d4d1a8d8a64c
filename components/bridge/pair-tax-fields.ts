import type { Pair, TaxTreatment } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { parseMoney } from '@/lib/domain/money/parse-money';
import type { MessageInput } from '@/lib/messaging/protocol';
import { moneyText } from '../ui/format';
import { amountProblem } from './amount-problem';

type Changes = MessageInput<'tax/set-pairs'>['changes'];

/** The fields as they are typed. */
export interface PairTaxFields {
  /** `keep` leaves it, `profile` takes back what was said of the pair. */
  readonly treatment: TaxTreatment | 'profile' | 'keep';
  readonly note: string;
  readonly invoice: string;
  readonly inputTax: string;
}

/** The fields of a pair as it stands; of many pairs all are empty. */
export function pairTaxFields(pair: Pair | null): PairTaxFields {
  if (pair === null) return { treatment: 'keep', note: '', invoice: '', inputTax: '' };
  const { tax } = pair;
  return {
    treatment: tax?.treatment ?? 'profile',
    note: tax?.note ?? '',
    invoice: tax?.purchaseInvoice ?? '',
    inputTax: tax?.inputTax == null ? '' : moneyText(tax.inputTax, { cents: 'fixed' }),
  };
}

/** What the fields change; of many pairs an empty field leaves what is there. */
export function pairTaxChanges(
  { treatment, note, invoice, inputTax }: PairTaxFields,
  pair: Pair | null,
  currency: CurrencyCode,
): { readonly changes: Changes | null; readonly problem?: string } {
  const said = treatment === 'keep' ? {} : { treatment: treatment === 'profile' ? null : treatment };
  if (pair === null)
    return {
      changes: {
        ...said,
        ...(note.trim() === '' ? {} : { note }),
        ...(invoice.trim() === '' ? {} : { purchaseInvoice: invoice }),
      },
    };
  const texts = { ...said, note, purchaseInvoice: invoice };
  if (pair.cost === null) return { changes: texts };
  if (inputTax.trim() === '') return { changes: { ...texts, inputTax: null } };
  const parsed = parseMoney(inputTax, currency);
  if (!parsed.ok) return { changes: null, problem: amountProblem(parsed.reason) };
  if (parsed.money.minor < 0) return { changes: null, problem: amountProblem('negative') };
  return { changes: { ...texts, inputTax: parsed.money } };
}
