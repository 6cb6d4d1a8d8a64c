import { money } from '@/lib/domain/money/money';
import type { VariantKey } from '@/lib/domain/market/quote';
import { makeWireAvailability, makeWireCatalogItem, makeWireVariant } from '@/tests/fakes/alias-answers';
import { describeReads, type ReadCase } from '@/tests/fakes/alias-reads';

const OPTIONS = { priority: 'user' } as const;
const USD = (minor: number) => money(minor, 'USD');
const VARIANT: VariantKey = {
  marketplace: 'alias',
  catalogId: 'dunk',
  usSize: 10,
  condition: 'new',
  packaging: 'good',
  consigned: null,
  regionId: null,
};
const NEW_GOOD = 'product_condition=PRODUCT_CONDITION_NEW&packaging_condition=PACKAGING_CONDITION_GOOD_CONDITION';

const CASES: readonly ReadCase[] = [
  {
    name: 'token check',
    call: (a) => a.checkConnection(OPTIONS),
    sent: ['/test', ''],
    answer: { ok: true },
    result: { value: true },
  },
  {
    name: 'search',
    call: (a) => a.searchCatalog('DD1391-100', { token: 't', pageSize: 5 }, OPTIONS),
    sent: ['/catalog', 'query=DD1391-100&limit=5&pagination_token=t'],
    answer: { catalog_items: [makeWireCatalogItem()], next_pagination_token: 'n', has_more: true },
    result: { items: [{ styleCode: 'DD1391-100', retailPrice: USD(10_000) }], next: 'n', total: null },
  },
  {
    name: 'search without hits',
    call: (a) => a.searchCatalog('x', { token: null, pageSize: 999 }, OPTIONS),
    sent: ['/catalog', 'query=x&limit=100'],
    answer: { catalog_items: [], next_pagination_token: '', has_more: false },
    result: { items: [], next: null },
  },
  {
    name: 'product',
    call: (a) => a.getProduct('a b', OPTIONS),
    sent: ['/catalog/a%20b', ''],
    answer: {
      catalog_item: makeWireCatalogItem({
        release_date: '',
        retail_price_cents: '0',
        main_picture_url: 'https://evil.test/x.png',
      }),
    },
    result: {
      value: {
        releaseDate: null,
        retailPrice: null,
        pictureUrl: null,
        sizeRun: 'men',
        allowedSizes: [{ usValue: 10 }, { usValue: 10.5 }],
      },
    },
  },
  {
    name: 'quotes, pooled and global',
    call: (a) => a.getQuotes({ catalogId: 'dunk', regionId: '' }, OPTIONS),
    sent: ['/pricing_insights/availabilities/dunk', ''],
    answer: { variants: [makeWireVariant()] },
    result: { value: [{ variant: VARIANT, lowestAsk: USD(9600), highestOffer: USD(10_500), globalIndicator: null }] },
  },
  {
    name: 'quotes of a region, not consigned',
    call: (a) => a.getQuotes({ catalogId: 'dunk', regionId: '3', consigned: false }, OPTIONS),
    sent: ['/pricing_insights/availabilities/dunk', 'region_id=3&consigned=false'],
    answer: { variants: [makeWireVariant({ consigned: false })] },
    result: { value: [{ variant: { ...VARIANT, regionId: '3', consigned: false } }] },
  },
  {
    name: 'one quote',
    call: (a) => a.getQuote({ ...VARIANT, regionId: '3', consigned: true }, OPTIONS),
    sent: ['/pricing_insights/availability', `catalog_id=dunk&size=10&${NEW_GOOD}&region_id=3&consigned=true`],
    answer: { availability: makeWireAvailability() },
    result: { value: { lastSale: USD(11_500) } },
  },
  {
    name: 'offers',
    call: (a) => a.getOffers(VARIANT, OPTIONS),
    sent: ['/pricing_insights/offer_histogram', `catalog_id=dunk&size=10&${NEW_GOOD}`],
    answer: { offer_histogram: { bins: [{ offer_price_cents: '5500', count: '1' }] } },
    result: { value: [{ price: USD(5500), count: 1 }] },
  },
  {
    name: 'recent sales of a size',
    call: (a) => a.getRecentSales({ catalogId: 'dunk', usSize: 10, limit: 200 }, OPTIONS),
    sent: ['/pricing_insights/recent_sales', 'catalog_id=dunk&size=10&limit=10'],
    answer: {
      recent_sales: [
        {
          purchased_at: '2025-12-09T18:24:08.701Z',
          price_cents: '6500',
          size: 10,
          consigned: true,
          catalog_id: 'dunk',
        },
      ],
    },
    result: { value: [{ price: USD(6500), purchasedAt: Date.parse('2025-12-09T18:24:08.701Z'), consigned: true }] },
  },
  {
    name: 'recent sales of new pairs, in whatever box',
    call: (a) => a.getRecentSales({ catalogId: 'dunk', usSize: 10, condition: 'new' }, OPTIONS),
    sent: ['/pricing_insights/recent_sales', 'catalog_id=dunk&size=10&product_condition=PRODUCT_CONDITION_NEW'],
    answer: { recent_sales: [] },
    result: { value: [] },
  },
  {
    name: 'recent sales with every filter',
    call: (a) =>
      a.getRecentSales(
        {
          catalogId: 'dunk',
          usSize: 10,
          limit: 500,
          consigned: false,
          regionId: '3',
          condition: 'new',
          packaging: 'good',
        },
        OPTIONS,
      ),
    sent: [
      '/pricing_insights/recent_sales',
      `catalog_id=dunk&size=10&${NEW_GOOD}&consigned=false&region_id=3&limit=200`,
    ],
    answer: { recent_sales: [] },
    result: { value: [] },
  },
];

describeReads(CASES);
