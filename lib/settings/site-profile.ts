import * as z from 'zod/mini';
import { CURRENCY_CODES } from '@/lib/domain/money/currency';

const siteMoney = z.nullable(z.object({ minor: z.int().check(z.minimum(0)), currency: z.enum(CURRENCY_CODES) }));
const siteShare = z.int().check(z.minimum(0), z.maximum(10_000));

/** How money moves on a site, as the seller changed it; sites that are not named go by what the companion knows. */
export const siteProfile = z.object({
  currency: z.nullable(z.enum(CURRENCY_CODES)),
  buyer: z.object({
    feeBasisPoints: z.nullable(siteShare),
    fixedFee: siteMoney,
    shipping: siteMoney,
    dutyBasisPoints: z.nullable(siteShare),
  }),
  seller: z.nullable(
    z.object({
      commissionBasisPoints: siteShare,
      paymentBasisPoints: siteShare,
      minimumCommission: siteMoney,
      fixedFee: siteMoney,
      shipping: siteMoney,
      step: z.nullable(
        z.object({
          from: z.object({ minor: z.int().check(z.minimum(0)), currency: z.enum(CURRENCY_CODES) }),
          commissionBasisPoints: siteShare,
        }),
      ),
    }),
  ),
});
