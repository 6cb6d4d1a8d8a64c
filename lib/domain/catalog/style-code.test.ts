import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStyleCode, sameStyleCode, styleCodeKey, styleCodesIn } from './style-code';

const codesIn = (text: string) => styleCodesIn(text).map(({ code }) => code);

describe('every brand of the contract', () => {
  test.each([
    ['Nike', ['DZ5485-612', 'IM7410-001', 'FV5029-010', 'HF4340-800', 'DC3728-101', 'FN6040-400']],
    ['Nike', ['555088-101', '378038-047', '724183-063', '315122-111']],
    ['adidas', ['CP9652', 'FY4176', 'IE3438', 'IG9030', 'JI2734', 'JR8166', 'KR0295', 'HP8739', 'B75571']],
    ['New Balance', ['M990GL6', 'M2002RDA', 'U9060EED', 'U1906AE', 'M990GY3', 'M1500BWG', 'GBKLSTO1']],
    ['New Balance', ['M2002RUT', 'M990TD3', 'MS327CGW', 'U574LGB1', 'GSB550PB', 'URC30AD']],
    ['ASICS', ['1201A019-108', '1203A383-104', '1202A507-100', '1201B020-100']],
    ['Vans', ['VN000EBNBPN1', 'VN000EBNBPN1-050']],
    ['Converse', ['A01651C', '659428C']],
    ['Puma', ['776064-01', '312313-01']],
    ['Crocs', ['205759-610', '207393-2Y2']],
    ['UGG', ['1116109-CHE', '1144032-BLK']],
    ['Salomon', ['L49229300']],
    ['Birkenstock', ['1013255', '1013256']],
    ['Gucci', ['715192 XJETI 2270']],
  ])('%s %o', (brand, codes) => {
    for (const code of codes) {
      expect(parseStyleCode(code)).toBe(code);
      expect(parseStyleCode(code.toLowerCase())).toBe(code);
      expect(styleCodesIn(code)).toMatchObject([{ code, whole: true }]);
      expect(styleCodesIn(code)[0]?.brands).toContain(brand);
    }
  });
});

describe('every way a site writes them', () => {
  test.each([
    ['DZ4137 106', 'DZ4137-106'],
    ['DZ5485 612', 'DZ5485-612'],
    ['555088 101', '555088-101'],
    ['1201A457 101', '1201A457-101'],
    ['1144032 SAN', '1144032-SAN'],
    ['207393 2Y2', '207393-2Y2'],
    ['776064 01', '776064-01'],
    ['dz4137-106', 'DZ4137-106'],
    ['DZ4137\u2011106', 'DZ4137-106'],
    ['DZ4137\u00a0106', 'DZ4137-106'],
    ['DZ4137 - 106', 'DZ4137-106'],
    ['DZ4137_106', 'DZ4137-106'],
    ['DZ4137106', 'DZ4137-106'],
    ['1201A457101', '1201A457-101'],
    ['1116109CHE', '1116109-CHE'],
    ['ANA_1201A457-101', '1201A457-101'],
    ['HQ2010_005_8.5_CNF', 'HQ2010-005'],
    ['DZ4137-106 (GS)', 'DZ4137-106'],
    ['JR8166 (White)', 'JR8166'],
    ['  dd1391-100 ', 'DD1391-100'],
    ['DD1391-100/DD1391 100', 'DD1391-100'],
    ['715192-xjeti-2270', '715192 XJETI 2270'],
  ])('%s is %s', (text, expected) => {
    expect(parseStyleCode(text)).toBe(expected);
  });

  test.each([
    ['315122-111/CW2288-111', ['315122-111', 'CW2288-111']],
    ['FB7921-473/FB8002-473', ['FB7921-473', 'FB8002-473']],
    ['DD1391-100/DD1391 100', ['DD1391-100']],
    ['1013255/1013256', ['1013255', '1013256']],
    ['CU1110-010, JR8166', ['CU1110-010', 'JR8166']],
    ['Jordan 1 Retro Low Og Sp Travis Scott Medium Olive - DM7866-200', ['DM7866-200']],
    ['style cu1110-010', ['CU1110-010']],
    ['air-jordan-4-retro-fear-dz4137-106', ['DZ4137-106']],
    ['adidas-ae-1-jr8166', ['JR8166']],
    ['gel-kayano-14-1201a457-101', ['1201A457-101']],
    ['Release (Style 1203A383-104) 2024', []],
    ['style 1203A383-104, was 022952-090', ['1203A383-104', '022952-090']],
    ['AQ0818-148 S', ['AQ0818-148']],
    ['MNJDLS 761 740207/AA3834-101 S', ['AA3834-101']],
    ['NB M2002RDA US 10 and U9060EED', ['M2002RDA', 'U9060EED']],
  ])('%s holds %o', (text, expected) => {
    expect(codesIn(text)).toEqual(expected);
  });

  test('several codes, or a code with something behind it, are not one code', () => {
    for (const text of ['315122-111/CW2288-111', '1013255/1013256', 'AQ0818-148 S', 'MNJDLS 761 740207/AA3834-101 S']) {
      expect(parseStyleCode(text)).toBeNull();
    }
    expect(styleCodesIn('AQ0818-148 S')[0]?.whole).toBe(false);
  });

  test('a letter or digit beside it makes it something else', () => {
    expect(codesIn('75192 and 1715192 XJETI 2270')).toEqual([]);
    expect(codesIn('XDZ5485-612')).toEqual([]);
    expect(codesIn('DZ5485-6123')).toEqual([]);
  });
});

describe('what is no style code', () => {
  test.each([
    ['sizes', ['US 10', 'US 10.5', 'EU 42 2/3', '10.5', '7.5W', 'UK 9', 'EU4142', 'US1050']],
    ['UUIDs', ['45aa9d83-1c7d-435a-82bd-5666a13560fe', '5e6a1e57-1234-4567-8901-ab1234567890']],
    ['dates', ['2021-03-10', '10/03/2021', '20210310', '2021-03-10T23:59:59.999Z', 'FW2024', 'SS2023']],
    ['prices', ['$142', '£98.40', '1,234.50', '120000', '$120000', '1116109 USD', '100000 EUR']],
    ['short numbers', ['75192', '1906', '990']],
    ['barcodes', ['00194502875980', '194502876000']],
    ['models', ['990V6', '1906R', 'M990V6', 'M1906R', 'M2002R', 'GEL-1130', 'AIR MAX 95-OG', 'Air Max 90', '9060']],
    ['words', ['', '-', '/', 'CLASSIC', 'SAMBAOG', 'MEDIUM-OLIVE']],
    ['a code that lost a digit', ['144032-SAN']],
  ])('%s: %o', (kind, texts) => {
    for (const text of texts) {
      // A bare run of six or seven figures is a code where only a code can stand, and a number anywhere else.
      if (text !== '120000') expect(parseStyleCode(text), `${kind} ${text}`).toBeNull();
      expect(codesIn(`new ${text} pair`), `${kind} ${text}`).toEqual([]);
    }
  });

  test('a shop’s own number looks like an old Nike code', () => {
    expect(styleCodesIn('022952-090')).toMatchObject([{ code: '022952-090', shopNumber: 'yes' }]);
    expect(parseStyleCode('022952-090')).toBeNull();
    expect(styleCodesIn('131803-095')).toMatchObject([{ shopNumber: 'maybe' }]);
    expect(styleCodesIn('378038-047')).toMatchObject([{ shopNumber: 'no' }]);
    expect(styleCodesIn('DZ5485-090')).toMatchObject([{ shopNumber: 'no' }]);
  });
});

describe('comparison', () => {
  test('is by letters and digits', () => {
    expect(styleCodeKey('dz4137-106')).toBe('DZ4137106');
    expect(sameStyleCode('DZ4137 106', 'dz4137-106')).toBe(true);
    expect(sameStyleCode('DZ4137-106', 'DZ4137-107')).toBe(false);
    expect(sameStyleCode('VN000EBNBPN1', 'VN000EBNBPN1-050')).toBe(false);
    expect(sameStyleCode('', '-')).toBe(false);
  });

  test('a canonical code reads as itself and nothing ever throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[A-Z]{0,3}\d{2,7}[A-Z]{0,3}[- _/]?[0-9A-Z]{0,4}$/),
      fc.stringMatching(/^(\d{6,7}|[A-Z]{2}\d{4})([- ]\w{2,4})?$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { code } of styleCodesIn(text)) expect(styleCodeKey(text)).toContain(styleCodeKey(code));
        const code = parseStyleCode(text);
        if (code !== null) expect(parseStyleCode(code)).toBe(code);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
