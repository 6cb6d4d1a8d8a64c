import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant';
import { uuidV7 } from './uuid-v7';

describe('uuidV7', () => {
  test('is what RFC 9562 shows', () => {
    // 017F22E2-79B0-7CC3-98C4-DC0C0C07398F, with the example's chance as 16-bit words
    const words = [0x0cc3, 0x18c4, 0xdc0c, 0x0c07, 0x398f];
    const random = () => (words.shift() ?? 0) / 0x10000;
    expect(uuidV7(instant(0x017f22e279b0), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('has its version and variant, whatever the chance', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 47),
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 5 }),
        (ms, chance) => {
          let turn = 0;
          const id = uuidV7(instant(ms), () => chance[turn++ % chance.length] ?? 0);
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
          expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(ms);
        },
      ),
      { seed: 1 },
    );
  });

  test('later ids sort later', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 10 ** 12 }), (ms, later) => {
        expect(uuidV7(instant(ms), () => 0.99999) < uuidV7(instant(ms + later), () => 0)).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test('refuses times it cannot hold', () => {
    expect(() => uuidV7(instant(-1), () => 0)).toThrow(RangeError);
    expect(() => uuidV7(instant(2 ** 48), () => 0)).toThrow(RangeError);
  });
});
