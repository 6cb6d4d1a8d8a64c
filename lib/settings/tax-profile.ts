import * as z from 'zod/mini';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import { TAX_COUNTRIES } from '@/lib/domain/tax/tax-country';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const scheme = z.enum(['standard', 'margin', 'global']);
/** A line of a form: `10`, `24a`, `27`. */
const line = z.string().check(z.regex(/^\d{1,2}[a-z]?$/));

/** What the seller said about their taxes, as it is kept. */
export const taxProfile = z.object({
  country: z.nullable(z.enum(TAX_COUNTRIES)),
  registered: z.boolean(),
  registeredOn: z.nullable(day),
  scheme,
  unused: scheme,
  yearStart: z.object({ month: whole(1, 12), day: whole(1, 28) }),
  period: z.enum(['month', 'quarter']),
  quarterEnds: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  rates: z.array(z.object({ from: day, basisPoints: whole(0, 10_000) })).check(z.maxLength(20)),
  oss: z.boolean(),
  invoicePrefix: z.string().check(z.maxLength(12)),
  expenseLines: z.partialRecord(z.enum(EXPENSE_CATEGORIES), line),
  stated: z
    .array(
      z.object({
        what: z.enum(['1099-k', 'closing-stock']),
        year: whole(2000, 2100),
        platform: z.nullable(z.string().check(z.maxLength(40))),
        minor: whole(0, 100_000_000_000_000),
      }),
    )
    .check(z.maxLength(200)),
}) as unknown as z.ZodMiniType<TaxProfile>;
