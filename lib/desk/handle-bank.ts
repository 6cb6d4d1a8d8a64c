import { removeBankAccount, saveBankAccount } from '@/lib/commands/bank-accounts';
import { CommandError } from '@/lib/commands/command-deps';
import { expenseOfLine } from '@/lib/commands/expense-of-line';
import { fillInRates } from '@/lib/commands/fill-in-rates';
import { importStatement } from '@/lib/commands/import-statement';
import { ignoreLines, matchCertain, matchLines, unmatchLines } from '@/lib/commands/match-lines';
import { addPayout, removePayout } from '@/lib/commands/payouts';
import { takeBackStatement } from '@/lib/commands/take-back-statement';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { noonOf } from '@/lib/domain/reconcile/noon-of';
import { isSalePlatform } from '@/lib/domain/reconcile/sale-platforms';
import type { CalendarDate } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, flat } from './attempt';
import { composeRates } from './compose-rates';
import type { DeskParts } from './ports';

/** Bank statements, payouts and exchange rates. */
export function bankHandlers(parts: DeskParts) {
  const { ground, stored, repricing } = parts;
  const deps = { ...commandDeps(ground), offsetAt: repricing.offsetAt };
  const rates = composeRates(parts);
  const display = () => stored.get('displayCurrency');
  return {
    'bank/save-account': async ({ id, account }) =>
      flat(await attempt(ground, async () => saveBankAccount(deps, id, toAccount(account)))),
    'bank/remove-account': async ({ id }) => flat(await attempt(ground, () => removeBankAccount(deps, id))),
    'bank/import': async ({ account, lines, ...wish }) =>
      flat(
        await attempt(ground, async () =>
          importStatement(deps, {
            ...wish,
            account: 'id' in account ? account : toAccount(account),
            lines: lines.map(toLine),
          }),
        ),
      ),
    'bank/take-back': async ({ importId }) => flat(await attempt(ground, () => takeBackStatement(deps, importId))),
    'bank/match': async ({ lines }) => flat(await attempt(ground, () => matchLines(deps, lines))),
    'bank/match-certain': async () => flat(await attempt(ground, () => matchCertain(deps))),
    'bank/unmatch': async ({ ids }) => flat(await attempt(ground, () => unmatchLines(deps, ids))),
    'bank/ignore': async ({ ids }) => flat(await attempt(ground, () => ignoreLines(deps, ids))),
    'bank/make-expense': async ({ lineId, category, supplier }) =>
      flat(
        await attempt(ground, async () => {
          const known = EXPENSE_CATEGORIES.find((each) => each === category);
          if (known === undefined) throw new CommandError('bad-value', 'That is no category. Nothing was changed.');
          return expenseOfLine(deps, { lineId, category: known, supplier, displayCurrency: await display() });
        }),
      ),
    'payouts/add': async (told) =>
      flat(await attempt(ground, async () => addPayout(deps, toPayout(told, deps.offsetAt)))),
    'payouts/remove': async ({ id }) => flat(await attempt(ground, () => removePayout(deps, id))),
    'fx/keep-ecb': async ({ days, file }) =>
      flat(await attempt(ground, async () => toRates(await rates.keep(days.map(toDay), 'user', file)))),
    'fx/fetch-ecb': async ({ days }) => flat(await attempt(ground, async () => toRates(await rates.fetch(days)))),
    'fx/fill-in': async () => flat(await attempt(ground, async () => fillInRates(deps, await display()))),
  } satisfies Partial<MessageHandlers>;
}

const toRates = <T extends { readonly missing: readonly string[] }>(kept: T) => ({
  ...kept,
  missing: [...kept.missing],
});

function toMoney({ minor, currency }: { readonly minor: number; readonly currency: string }): Money {
  return money(minor, currencyOf(currency));
}

function toAccount({ currency, ...told }: { name: string; number: string; currency: string }) {
  return { ...told, currency: currencyOf(currency) };
}

function toLine({ amount, bookedOn, ...told }: MessageInput<'bank/import'>['lines'][number]) {
  return { ...told, bookedOn: bookedOn as CalendarDate, amount: toMoney(amount) };
}

function toPayout(
  { platform, paidOn, amount, ...told }: MessageInput<'payouts/add'>,
  offsetAt: DeskParts['repricing']['offsetAt'],
) {
  if (!isSalePlatform(platform)) throw new CommandError('bad-value', 'That is no platform. Nothing was changed.');
  return { ...told, platform, paidAt: noonOf(paidOn as CalendarDate, offsetAt), amount: toMoney(amount) };
}

/** Currencies the companion does not keep are passed over: the ECB names more. */
function toDay({ day, rates }: MessageInput<'fx/keep-ecb'>['days'][number]) {
  const kept = Object.entries(rates).filter(([currency]) => isCurrencyCode(currency));
  return { day: day as CalendarDate, rates: Object.fromEntries(kept) };
}
