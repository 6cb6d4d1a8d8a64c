import * as z from 'zod/mini';
import type { ExportSettings } from '@/lib/domain/exports/export-settings';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { declare } from './declaration';
import { exportSettings, USUAL_EXPORT } from './export-settings';
import { guardSettings } from './guard-settings';
import { accounting, feeProfile, notifications, overlay, watching } from './setting-shapes';
import { siteProfile } from './site-profile';
import { taxProfile } from './tax-profile';

/** Every setting a person can change, by name. Read and written only through stored-settings.ts. */
export const SETTINGS = {
  displayCurrency: declare<CurrencyCode>({
    area: 'local',
    key: 'display-currency',
    version: 1,
    schema: z.enum(CURRENCY_CODES),
    fallback: 'USD',
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  feeProfile: declare<z.infer<typeof feeProfile>>({
    area: 'local',
    key: 'fee-profile',
    version: 1,
    schema: feeProfile,
    fallback: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** alias's region id for prices; null is the global market. */
  regionId: declare<string | null>({
    area: 'local',
    key: 'region-id',
    version: 1,
    schema: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
    fallback: null,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  notifications: declare<z.infer<typeof notifications>>({
    area: 'local',
    key: 'notifications',
    version: 3,
    schema: notifications,
    fallback: { sales: true, deadlines: true, targets: true, releases: true, trouble: true, quietHours: null },
    migrations: {
      2: (stored) => ({ ...(stored as object), targets: true }),
      3: (stored) => ({ ...(stored as object), releases: true }),
    },
    clearedOn: ['delete-all'],
  }),
  /** The demo market, while it is on: when it began and which one it is. Null: the real market. */
  demo: declare<{ startedAt: number; seed: number } | null>({
    area: 'local',
    key: 'demo',
    version: 1,
    schema: z.nullable(z.object({ startedAt: z.int(), seed: z.int() })),
    fallback: null,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** What the card on marketplace pages shows, and how it was left on each site. */
  overlay: declare<z.infer<typeof overlay>>({
    area: 'local',
    key: 'overlay',
    version: 1,
    schema: overlay,
    fallback: { ownCosts: false, sites: {} },
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** By site: what buying and selling there costs, where the seller changed it. */
  siteProfiles: declare<Readonly<Record<string, SiteProfile>>>({
    area: 'local',
    key: 'site-profiles',
    version: 1,
    schema: z.record(z.string(), siteProfile) as z.ZodMiniType<Readonly<Record<string, SiteProfile>>>,
    fallback: {},
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  watching: declare<z.infer<typeof watching>>({
    area: 'local',
    key: 'watching',
    version: 1,
    schema: watching,
    fallback: { freshnessMinutes: 60, mostPerDay: 5, digestAt: 8 * 60, badge: true },
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** Country, registration, schemes and periods, as the seller told them. */
  taxProfile: declare<TaxProfile>({
    area: 'local',
    key: 'tax-profile',
    version: 1,
    schema: taxProfile,
    fallback: NO_TAX_PROFILE,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** How files for the accountant's program are made. */
  exports: declare<ExportSettings>({
    area: 'local',
    key: 'exports',
    version: 1,
    schema: exportSettings,
    fallback: USUAL_EXPORT,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** Exchange rates are asked for once a day; only while the permission for the ECB's site is there. */
  dailyRates: declare<boolean>({
    area: 'local',
    key: 'daily-rates',
    version: 1,
    schema: z.boolean(),
    fallback: false,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** Return on a purchase the seller wants, in basis points (1500 is 15 %): says what a pair may cost at most. */
  targetRoi: declare<number>({
    area: 'local',
    key: 'target-roi',
    version: 1,
    schema: z.int().check(z.minimum(0), z.maximum(100_000)),
    fallback: 1500,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** How the books are told: a sale counts when it was sold or when it was paid, and which pair's cost it took. */
  accounting: declare<z.infer<typeof accounting>>({
    area: 'local',
    key: 'accounting',
    version: 1,
    schema: accounting,
    fallback: { basis: 'accrual', costMethod: 'specific' },
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** The bounds of everything rules do. */
  repricingGuards: declare<GuardSettings>({
    area: 'local',
    key: 'repricing-guards',
    version: 1,
    schema: guardSettings,
    fallback: CAREFUL_GUARDS,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** When the person last saw Today; what changed since is news. Null: never. */
  todaySeenAt: declare<number | null>({
    area: 'local',
    key: 'today-seen-at',
    version: 1,
    schema: z.nullable(z.int().check(z.minimum(0))),
    fallback: null,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** Limits of taxes that were put away on Today, each with the level it had reached. */
  taxLimitsSeen: declare<Readonly<Record<string, 'near' | 'over'>>>({
    area: 'local',
    key: 'tax-limits-seen',
    version: 1,
    schema: z.record(z.string().check(z.maxLength(80)), z.enum(['near', 'over'])),
    fallback: {},
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** Columns of the inventory, in order; null: the usual ones. Names nobody knows any more are passed over. */
  inventoryColumns: declare<readonly string[] | null>({
    area: 'local',
    key: 'inventory-columns',
    version: 1,
    schema: z.nullable(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))),
    fallback: null,
    migrations: {},
    clearedOn: ['delete-all'],
  }),
  /** How far the first run got. */
  onboarding: declare<'welcome' | 'connect' | 'preferences' | 'extras' | 'first-sync' | 'next' | 'done'>({
    area: 'local',
    key: 'onboarding',
    version: 1,
    schema: z.enum(['welcome', 'connect', 'preferences', 'extras', 'first-sync', 'next', 'done']),
    fallback: 'welcome',
    migrations: {},
    clearedOn: ['delete-all'],
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = (typeof SETTINGS)[N]['fallback'];
