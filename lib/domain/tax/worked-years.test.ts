import { describe, expect, test } from 'vitest';
import { makeSale, usd } from '@/tests/fixtures/builders';
import { boughtPair, day, gbp, soldPair, spent, taxBooks, treated, UK } from '@/tests/fixtures/tax-books';
import type { CurrencyCode } from '../money/currency';
import type { FxRate } from '../money/fx';
import { money } from '../money/money';
import { NO_CHARGES } from '../sales/charges';
import { makeTaxReport, reportPeriodOf } from './make-tax-report';
import { platformSummaries } from './platform-summary';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { calendarQuarterOf, calendarYearOf } from './tax-period';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';
import type { TaxReportKind } from './tax-report';

const utc = (): number => 0;
const eur = (euros: number) => money(Math.round(euros * 100), 'EUR');
const aud = (dollars: number) => money(Math.round(dollars * 100), 'AUD');
const US: TaxProfile = { ...NO_TAX_PROFILE, country: 'US' };

function reportOf(kind: TaxReportKind, books: TaxBooks, profile: TaxProfile, currency: CurrencyCode, on: string) {
  const period = reportPeriodOf(kind, day(on), profile, utc);
  return makeTaxReport(kind, settleBooks(books, profile, currency), profile, period, utc);
}

function shown(...asked: Parameters<typeof reportOf>): Record<string, number> {
  return Object.fromEntries(reportOf(...asked).figures.map(({ id, shown: { minor } }) => [id, minor / 100]));
}

describe('a British quarter with all three schemes at once', () => {
  // Standard: 180 / 6 = 30. Margin: (250 - 100.05) / 6 = 24.99 (24.991…). Pool: (90 + 45 - 60 - 50) / 6 = 4.17 (4.166…).
  const pairs = {
    standard: boughtPair(gbp(72), '2026-01-05', { condition: 'new', tax: treated(null, { inputTax: gbp(12) }) }),
    margin: boughtPair(gbp(100.05), '2025-11-05', { tax: treated('margin') }),
    cheap: boughtPair(gbp(60), '2026-01-06', { tax: treated('global') }),
    small: boughtPair(gbp(50), '2026-02-06', { tax: treated('global') }),
    dear: boughtPair(gbp(500.01), '2026-02-07', { tax: treated('global') }),
  };
  const sales = [
    soldPair(pairs.standard, gbp(180), '2026-01-20'),
    soldPair(pairs.margin, gbp(250), '2026-02-20'),
    soldPair(pairs.cheap, gbp(90), '2026-03-01'),
    soldPair(pairs.small, gbp(45), '2026-03-31'),
    soldPair(pairs.dear, gbp(620.01), '2026-03-31'),
  ];
  const expenses = [spent(gbp(24), '2026-03-02', { tax: gbp(4) })];
  const books = taxBooks({ pairs: Object.values(pairs), sales, expenses });
  const boxes = shown('uk-vat', books, UK, 'GBP', '2026-02-01');

  test('box 1: 30.00 + 24.99 + (620.01 - 500.01) / 6 = 20.00 for the one above 500 + (135 - 110) / 6 = 4.17 is 79.16', () => {
    expect(boxes).toMatchObject({ box1: 79.16, box2: 0, box3: 79.16 });
  });

  test('box 4: 12.00 on the invoice + 4.00 on the receipt; box 5: 79.16 - 16.00 = 63.16', () => {
    expect(boxes).toMatchObject({ box4: 16, box5: 63.16 });
  });

  test('box 6: 180 + 250 + 90 + 45 + 620.01 - 79.16 = 1,105.85, cut to 1,105; box 7: 60 + 60 + 50 + 500.01 + 20 = 690', () => {
    expect(boxes).toMatchObject({ box6: 1105, box7: 690, box8: 0, box9: 0 });
  });
});

describe('two years of Schedule C', () => {
  const old = boughtPair(usd(100), '2024-06-01', { otherCosts: usd(10) });
  const [kept, lost, back] = [
    boughtPair(usd(80), '2024-07-01'),
    boughtPair(usd(70), '2025-02-01', { status: 'written-off', writtenOffAt: day('2025-09-01') }),
    boughtPair(usd(60), '2025-03-01'),
  ];
  const fees = { ...NO_CHARGES, commission: usd(20), shipping: usd(5) };
  const sales = [
    soldPair(old, usd(250), '2025-04-01', { payout: usd(225), charges: fees }),
    soldPair(back, usd(150), '2025-12-30', {
      payout: usd(130),
      status: 'reversed',
      reversal: { reason: 'returned', at: day('2026-01-05'), penalty: null, note: '' },
    }),
  ];
  const books = taxBooks({ pairs: [old, kept, lost, back], sales, expenses: [spent(usd(30), '2025-05-01')] });
  const [y2024, y2025, y2026] = ['2024-08-01', '2025-08-01', '2026-08-01'].map((on) =>
    shown('year', books, US, 'USD', on),
  );

  test('2025: 35 = 110 + 80, 36 = 70 + 60, 40 = 320, 41 = 80, 42 = 240: sold 110 + 60, lost 70', () => {
    expect(y2025).toMatchObject({ line35: 190, line36: 130, line39: 0, line40: 320, line41: 80, line42: 240 });
  });

  test('2025: 1 = 250 + 150, 2 = 0, 7 = 400 - 240, 10 = 20 + 20, 27 = 5, 22 = 30, 31 = 160 - 75 = 85', () => {
    expect(y2025).toMatchObject({ line1: 400, line2: 0, line7: 160, line10: 40, line27: 5, line22: 30, line31: 85 });
  });

  test('2026: what came back is in 2 and in 36, its fee comes back: 42 = 80 + 60 - 140 = 0, 31 = -150 + 20 = -130', () => {
    expect(y2026).toMatchObject({ line1: 0, line2: 150, line35: 80, line36: 60, line41: 140, line42: 0 });
    expect(y2026).toMatchObject({ line10: -20, line31: -130 });
  });

  test('line 35 is line 41 of the year before, each year', () => {
    expect([y2025?.['line35'], y2026?.['line35']]).toEqual([y2024?.['line41'], y2025?.['line41']]);
  });

  test('1099-K of 2025: 400 gross, 40 of fees, 5 of a label, nothing given back yet: 355 to arrive', () => {
    const period = calendarYearOf(day('2025-06-01'), utc);
    const [ebay] = platformSummaries(settleBooks(books, US, 'USD'), books, period);
    expect(ebay).toMatchObject({ gross: usd(400), fees: usd(40), shipping: usd(5), refunds: usd(0), net: usd(355) });
  });
});

describe('a pair bought in another currency', () => {
  // A dollar was 0.80 when it was bought and 0.70 when it was sold.
  const rate = (on: string, rateE8: number): FxRate => {
    return { base: 'USD', quote: 'GBP', rateE8, asOf: day(on), source: 'test' };
  };
  const rates = [rate('2025-12-01', 80_000_000), rate('2026-05-01', 70_000_000)];
  const rateAt: TaxBooks['rateAt'] = (_a, _b, at) => rates.findLast(({ asOf }) => asOf <= at) ?? null;
  const pair = boughtPair(usd(100), '2026-01-10', { tax: treated('margin') });
  const sale = soldPair(pair, usd(300), '2026-05-10', { fx: rates[1]! });
  const stock = taxBooks({ pairs: [pair], rateAt });
  const sold = taxBooks({ pairs: [pair], sales: [sale], rateAt });

  test('box 7 of the first quarter is 100 x 0.80 = 80, and stays so once it is sold', () => {
    for (const books of [stock, sold])
      expect(shown('uk-vat', books, UK, 'GBP', '2026-02-01')).toMatchObject({ box7: 80 });
  });

  test('its margin is 300 x 0.70 - 100 x 0.80 = 130.00, a sixth 21.67; box 6 is 210 - 21.67 = 188', () => {
    expect(shown('uk-vat', sold, UK, 'GBP', '2026-05-01')).toMatchObject({ box1: 21.67, box6: 188 });
  });

  test('the stock at the end of the year before is what it began with: 80.00', () => {
    expect(shown('year', stock, UK, 'GBP', '2026-02-01')).toMatchObject({ line41: 80 });
    expect(shown('year', sold, UK, 'GBP', '2026-05-01')).toMatchObject({ line35: 80, line42: 80 });
  });

  test('where no rate was known that day, that of its sale serves: 100 x 0.70', () => {
    const books = taxBooks({ pairs: [pair], sales: [sale] });
    expect(shown('uk-vat', books, UK, 'GBP', '2026-02-01')).toMatchObject({ box7: 70 });
  });
});

describe('given back after the registration, sold before it', () => {
  const reversal = { reason: 'returned', at: day('2026-05-02'), penalty: null, note: '' } as const;
  const details = { buyer: '', country: 'FR', invoiceNumber: '', marketplaceTax: null, note: '' };
  const books = (at: typeof gbp) => {
    const pair = boughtPair(at(60), '2026-01-10', { condition: 'new' });
    const charges = { ...NO_CHARGES, commission: at(9), feeTax: at(1) };
    const given = { status: 'reversed', reversal, charges, payout: at(110), details } as const;
    return taxBooks({ pairs: [pair], sales: [soldPair(pair, at(120), '2026-03-20', given)] });
  };
  const from = { registered: true, registeredOn: '2026-04-01' } as const;

  test.each([
    ['uk-vat', { ...UK, ...from }, 'GBP', gbp],
    ['eu-vat', { ...NO_TAX_PROFILE, ...from, country: 'DE' }, 'EUR', eur],
    ['oss', { ...NO_TAX_PROFILE, ...from, country: 'DE', oss: true }, 'EUR', eur],
    ['au-bas', { ...NO_TAX_PROFILE, ...from, country: 'AU' }, 'AUD', aud],
  ] as const)('%s: neither was ever in a return, and nothing of it is taken off one', (kind, profile, currency, at) => {
    const figures = shown(kind, books(at), profile, currency, '2026-05-10');
    expect(Object.values(figures).filter((value) => value !== 0)).toEqual([]);
  });
});

describe('Australia, Division 66', () => {
  const AU: TaxProfile = { ...NO_TAX_PROFILE, country: 'AU', registered: true, scheme: 'margin' };

  test('sold for 660, given back and sold again for 440: 660 / 11 - 60 + 440 / 11 = 40; credit min(550 / 11, each)', () => {
    const pair = boughtPair(aud(550), '2026-01-10');
    const back = { reason: 'returned', at: day('2026-03-01'), penalty: null, note: '' } as const;
    const books = taxBooks({
      pairs: [pair],
      sales: [
        soldPair(pair, aud(660), '2026-02-10', { status: 'reversed', reversal: back }),
        soldPair(pair, aud(440), '2026-03-10'),
      ],
    });
    expect(shown('au-bas', books, AU, 'AUD', '2026-02-01')).toMatchObject({ G1: 440, '1A': 40, '1B': 40, due: 0 });
  });

  test('bought for 550 before the registration it gives no credit; 330 bought and 1,100 sold after it give 30 and 100', () => {
    const [before, after] = [boughtPair(aud(550), '2025-12-10'), boughtPair(aud(330), '2026-01-10')];
    const sales = [soldPair(before, aud(660), '2026-02-10'), soldPair(after, aud(1100), '2026-02-11')];
    const profile = { ...AU, registeredOn: '2026-01-01' } as const;
    const figures = shown('au-bas', taxBooks({ pairs: [before, after], sales }), profile, 'AUD', '2026-02-01');
    expect(figures).toMatchObject({ G1: 1760, '1A': 160, '1B': 30, due: 130 });
  });
});

describe('Europe: rates by the day of the sale', () => {
  const DE: TaxProfile = { ...NO_TAX_PROFILE, country: 'DE', registered: true, oss: true };
  const soldTo = (country: string, on: string, euros: number) => {
    const pair = boughtPair(eur(10), '2020-01-01', { condition: 'new' });
    const details = { buyer: '', country, invoiceNumber: '', marketplaceTax: null, note: '' };
    return { pair, sale: soldPair(pair, eur(euros), on, { details }) };
  };

  test.each([
    ['EE', '2025-06-30', 122, 22],
    ['EE', '2025-07-01', 124, 24],
    ['FI', '2024-08-31', 124, 24],
    ['FI', '2024-09-01', 125.5, 25.5],
    ['LU', '2022-12-31', 117, 17],
    ['LU', '2023-01-01', 116, 16],
    ['RO', '2025-08-01', 121, 21],
    ['SK', '2025-01-01', 123, 23],
  ] as const)('to %s on %s for %d: net 100, tax %d', (country, on, euros, tax) => {
    const { pair, sale } = soldTo(country, on, euros);
    const figures = shown('oss', taxBooks({ pairs: [pair], sales: [sale] }), DE, 'EUR', on);
    expect(figures).toEqual({ [`net@${country}`]: 100, [`tax@${country}`]: tax, due: tax });
  });

  test('a day no rate is known for: in no figure, and named', () => {
    const { pair, sale } = soldTo('CZ', '2012-12-31', 121);
    const report = reportOf('oss', taxBooks({ pairs: [pair], sales: [sale] }), DE, 'EUR', '2012-12-31');
    expect(report.left.map(({ id, reason }) => [id, reason])).toEqual([[sale.id, 'no-tax-rate']]);
  });

  test('a margin of 100 at home in Germany: 100 x 16 / 116 = 13.79 in December 2020, x 19 / 119 = 15.97 in January', () => {
    const margin: TaxProfile = { ...NO_TAX_PROFILE, country: 'DE', registered: true, scheme: 'margin' };
    const taxOn = (on: string) => {
      const pair = boughtPair(eur(100), '2020-01-01');
      return shown('eu-vat', taxBooks({ pairs: [pair], sales: [soldPair(pair, eur(200), on)] }), margin, 'EUR', on);
    };
    expect([taxOn('2020-12-31')['marginTax'], taxOn('2021-01-01')['marginTax']]).toEqual([13.79, 15.97]);
  });

  test('DAC7 by quarter: 2 sales of 300 less 30 of fees in the first, one of them given back in the second', () => {
    const pairs = [0, 1].map(() => boughtPair(eur(100), '2026-01-01', { condition: 'new' }));
    const reversal = { reason: 'refunded', at: day('2026-04-01'), penalty: null, note: '' } as const;
    const sales = [
      makeSale({
        pairId: pairs[0]!.id,
        marketplace: 'vinted',
        price: eur(100),
        payout: eur(90),
        soldAt: day('2026-03-31'),
      }),
      soldPair(pairs[1]!, eur(200), '2026-03-30', {
        marketplace: 'vinted',
        payout: eur(180),
        status: 'reversed',
        reversal,
      }),
    ];
    const books = taxBooks({ pairs, sales });
    const of = (on: string) =>
      platformSummaries(settleBooks(books, DE, 'EUR'), books, calendarQuarterOf(day(on), utc))[0];
    expect(of('2026-02-01')).toMatchObject({
      sales: 2,
      gross: eur(300),
      fees: eur(30),
      refunds: eur(0),
      net: eur(270),
    });
    expect(of('2026-05-01')).toMatchObject({
      sales: 0,
      gross: eur(0),
      fees: eur(-20),
      refunds: eur(200),
      net: eur(-180),
    });
  });
});
