import type { Books, Row, TableName } from './books';

/** Texts that do harm where a text is taken for something else. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(2)</script>',
  'javascript:alert(3)',
  '__proto__',
  'constructor',
  '\u202egnp.exe\u202c \u200f\u200e Shoe',
  '{{7*7}}${7*7}`',
  `<svg onload=alert(4)>${'Lorem ipsum '.repeat(850)}`,
  '=HYPERLINK("https://evil.example","x")',
  '\u0000\ud800 half a character',
] as const;

const pick = (nth: number): string => HOSTILE[nth % HOSTILE.length] ?? '';

/** Rows as a hostile market would have them, wherever a text of its own can stand; no other picture address gets in. */
export function poison(books: Books): [TableName, Row[]][] {
  const evil = 'javascript:alert(document.domain)';
  const named = (rows: readonly Row[], more: (nth: number) => Row = () => ({})): Row[] =>
    rows.map((row, nth) => ({ ...row, name: pick(nth), brand: pick(nth + 1), rawSku: pick(nth + 2), ...more(nth) }));
  return [
    [
      'products',
      named(books.products ?? [], (nth) => ({ pictureUrl: null, colorway: pick(nth), nickname: pick(nth + 3) })),
    ],
    ['inventory', named(books.inventory ?? [], (nth) => ({ note: pick(nth), supplier: pick(nth), tags: [pick(nth)] }))],
    [
      'listings',
      (books.listings ?? []).map((row, nth) => ({
        ...row,
        rawSku: pick(nth),
        defects: [pick(nth)],
        metadata: { [pick(nth)]: pick(nth + 1) },
        status: nth % 7 === 0 ? `unknown:${pick(nth)}` : row.status,
        condition: nth % 5 === 0 ? `unknown:${pick(nth)}` : row.condition,
      })),
    ],
    [
      'orders',
      named(books.orders ?? [], (nth) => ({
        orderNumber: pick(nth),
        salesChannel: pick(nth),
        status: nth % 3 === 0 ? `unknown:${pick(nth)}` : 'confirmed',
        label: { type: null, url: evil, trackingNumber: pick(nth), courier: pick(nth + 1) },
      })),
    ],
    ['sales', named(books.sales ?? [], (nth) => ({ orderNumber: pick(nth) }))],
    [
      'quarantine',
      HOSTILE.map((text, nth) => ({
        id: `q${nth}`,
        endpoint: text,
        externalId: text,
        issues: [text],
        raw: text,
        firstSeenAt: 1,
        lastSeenAt: Date.now(),
        count: 1,
      })),
    ],
    [
      'jobRuns',
      (books.jobRuns ?? []).map((row, nth) => ({
        ...row,
        outcome: 'failed',
        requestIds: [pick(nth)],
        error: { code: 'internal', message: pick(nth) },
      })),
    ],
    [
      'activity',
      HOSTILE.map((text, nth) => ({
        id: `a${nth}`,
        at: Date.now(),
        kind: text,
        by: 'sync',
        entity: { table: 'inventory', id: String(books.inventory?.[0]?.id) },
        summary: text,
        facts: {},
      })),
    ],
  ];
}
