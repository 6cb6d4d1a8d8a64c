import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../money/fx';
import { money } from '../money/money';
import { ecbCross, ecbRate } from './ecb';
import { readEcbXml } from './read-ecb-xml';

const DAY = { day: '2026-11-20', rates: { USD: 108_230_000, GBP: 83_450_000, JPY: 16_412_000_000 } } as const;

describe('rates of the ECB', () => {
  test.each([
    ['1.0823', 108_230_000],
    ['164.12', 16_412_000_000],
    ['0.00000001', 1],
    ['1', 100_000_000],
    ['0', null],
    ['N/A', null],
    ['1,08', null],
    ['-1', null],
  ])('%s is %s', (text, rate) => {
    expect(ecbRate(text)).toBe(rate);
  });

  test.each([
    ['USD', 'GBP', 77_104_315, 'ECB, 2026-11-20, through EUR'],
    ['EUR', 'USD', 108_230_000, 'ECB, 2026-11-20'],
    ['USD', 'EUR', 92_395_824, 'ECB, 2026-11-20'],
    ['GBP', 'JPY', 19_666_866_387, 'ECB, 2026-11-20, through EUR'],
  ] as const)('%s to %s: %i', (base, quote, rateE8, source) => {
    expect(ecbCross(DAY, base, quote)).toEqual({ base, quote, rateE8, source, asOf: Date.UTC(2026, 10, 20) });
  });

  test('half to even: 1 / 8 of 10^-8 steps, and none where a currency is not named', () => {
    expect(ecbCross({ ...DAY, rates: { USD: 200_000_000, GBP: 5 } }, 'USD', 'GBP')?.rateE8).toBe(2);
    expect(ecbCross({ ...DAY, rates: { USD: 200_000_000, GBP: 7 } }, 'USD', 'GBP')?.rateE8).toBe(4);
    expect(ecbCross(DAY, 'USD', 'CHF')).toBeNull();
    expect(ecbCross(DAY, 'USD', 'USD')).toBeNull();
  });

  test('there and back through a cross rate is the same to the cent, for amounts of a shop', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 50_000_000, max: 200_000_000 }),
        (cents, usd) => {
          const rate = ecbCross({ ...DAY, rates: { USD: usd, GBP: 83_450_000 } }, 'USD', 'GBP');
          if (rate === null) throw new Error('no rate');
          const back = convert(convert(money(cents, 'USD'), rate, 'half-even'), rate, 'half-even');
          // A penny is worth at most so many cents, half of which one rounding may lose.
          expect(Math.abs(back.minor - cents)).toBeLessThanOrEqual(Math.ceil(1e8 / rate.rateE8));
        },
      ),
      { seed: 20_261_123 },
    );
  });
});

const XML = `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01">
<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.0823'/><Cube rate="0.8345" currency="GBP"/><Cube currency='XXX' rate='2'/></Cube>
<Cube time="2026-11-19"><Cube currency="USD" rate="1.08"/></Cube></Cube></gesmes:Envelope>`;

describe('its XML file', () => {
  test('one day or many, in either kind of quotes', () => {
    expect(readEcbXml(XML)).toEqual([
      { day: '2026-11-20', rates: { USD: 108_230_000, GBP: 83_450_000 } },
      { day: '2026-11-19', rates: { USD: 108_000_000 } },
    ]);
  });

  test.each([
    '',
    '<html>no</html>',
    `<!DOCTYPE x [<!ENTITY a "b">]>${XML}`,
    "<Cube time='soon'><Cube currency='USD' rate='1'/>",
  ])('%s holds nothing', (text) => {
    expect(readEcbXml(text)).toEqual([]);
  });
});
