import { expect, test } from 'vitest';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { pageReport } from './page-report';

test('says where and which layers answered, without query, fragment and seller', () => {
  const url = 'https://www.depop.com/products/somebody-nike-aero-9f3a/?ref=me@example.com#top';
  const report = {
    styleCode: null,
    size: null,
    price: 'json-ld',
    layers: { embedded: 'absent', 'json-ld': 'invalid' },
  } as const;
  const told = pageReport({
    generation: 1,
    url,
    status: 'reading',
    reading: makeReading({ site: 'depop', url, warnings: ['SKU_MISSING', 'JSONLD_INVALID'], report }),
  });
  expect(told.split('\n')).toEqual([
    'site: depop',
    'page: https://www.depop.com/products/*-nike-aero-9f3a/',
    'status: reading',
    'type: product',
    'styleCode: none',
    'size: none',
    'price: json-ld',
    'sizes: 0',
    'layers: embedded absent, json-ld invalid',
    'warnings: SKU_MISSING JSONLD_INVALID',
  ]);
  expect(pageReport({ generation: 1, url: 'nonsense', status: 'unreadable', reading: null })).toContain('page: -');
});
