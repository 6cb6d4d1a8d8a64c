import * as z from 'zod/mini';
import type { ExportSettings } from '@/lib/domain/exports/export-settings';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currency';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { SiteProfile } from '@/lib/domain/sites/site-profile';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { declare, type OpaqueDeclaration } from './declaration';
import { exportSettings, USUAL_EXPORT } from './export-settings';
import { guardSettings } from './guard-settings';
import { taxProfile } from './tax-profile';

const MINUTES_OF_DAY = 24 * 60;

const minuteOfDay = z.int().check(z.minimum(0), z.maximum(MINUTES_OF_DAY - 1));

const feeProfile = z.object({
  /** Seller rating, 0 to 100: chooses the commission. */
  rating: z.int().check(z.minimum(0), z.maximum(100)),
  /** ISO 3166 alpha-2 of the place the pairs are sent from. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  method: z.enum(['prepaid', 'drop-off']),
  /** Whether earnings are paid out, which costs the cash-out fee, or spent on alias. */
  withdraws: z.boolean(),
});

const notifications = z.object({
  sales: z.boolean(),
  deadlines: z.boolean(),
  /** A watched product reached its target. */
  targets: z.boolean(),
  /** A watched release comes tomorrow, or in an hour. */
  releases: z.boolean(),
  trouble: z.boolean(),
  /** Minutes after local midnight; may run over midnight (22:00 to 08:00 is 1320 to 480). Null: always loud. */
  quietHours: z.nullable(z.object({ from: minuteOfDay, to: minuteOfDay })),
});

const siteMoney = z.nullable(z.object({ minor: z.int().check(z.minimum(0)), currency: z.enum(CURRENCY_CODES) }));
const siteShare = z.int().check(z.minimum(0), z.maximum(10_000));

/** How money moves on a site, as the seller changed it; sites that are not named go by what the companion knows. */
const siteProfile = z.object({
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

const accounting = z.object({
  basis: z.enum(['cash', 'accrual']),
  costMethod: z.enum(['specific', 'fifo', 'average']),
});

const watching = z.object({
  /** How old the prices of what is watched may get, in minutes; near an alert they are read more often. */
  freshnessMinutes: z.int().check(z.minimum(15), z.maximum(24 * 60)),
  /** At most so many alerts ring for one watched thing on one day. */
  mostPerDay: z.int().check(z.minimum(1), z.maximum(100)),
  /** When the digest is told, in minutes after local midnight. */
  digestAt: minuteOfDay,
  /** The badge counts alerts nobody has looked at, while nothing else waits. */
  badge: z.boolean(),
});

const overlay = z.object({
  /** Own costs and floors on marketplace pages; other extensions can look into a page. */
  ownCosts: z.boolean(),
  /** By site (`goat`): folded to a tab or open, and how far from the top in pixels when it was moved. */
  sites: z.record(z.string(), z.object({ folded: z.boolean(), top: z.nullable(z.int()) })),
});

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

/** Stored values that are no settings. Their owners check them; nobody else reads them. */
export const OPAQUE = {
  /** The encrypted token with the parameters of its protection. */
  vault: { area: 'local', key: 'vault', clearedOn: ['disconnect', 'delete-all'] },
  /** When the vault locks by itself. On disk, since a device key also outlives the browser. */
  vaultLockAt: { area: 'local', key: 'vault-lock-at', clearedOn: ['disconnect', 'delete-all'] },
  /** Unlocked keys of the mode `session`: in memory only. */
  vaultKeys: { area: 'session', key: 'vault-keys', clearedOn: ['disconnect', 'delete-all'] },
  /** Commands already carried out, by message id, so that a repeated message has no second effect. */
  answeredMessages: { area: 'session', key: 'answered-messages', clearedOn: ['delete-all'] },
  /** That everything is being deleted, until it is: whoever dies over it is not done. Removed last, by its owner. */
  deletion: { area: 'local', key: 'deletion', clearedOn: [] },
  /** Where the side panel of a window was asked to go; taken away by the panel that goes there. */
  panelRoute: { area: 'session', key: 'panel-route', clearedOn: ['delete-all'] },
} as const satisfies Record<string, OpaqueDeclaration>;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = (typeof SETTINGS)[N]['fallback'];
