import type { AttackInputs } from './attack-type';

/** What a stranger would send about statements, payouts and rates. */
export const BANK_ATTACKS = {
  'bank/save-account': { id: null, account: { name: 'of an attacker', number: '', currency: 'USD' } },
  'bank/remove-account': { id: 'ACCOUNT' },
  'bank/import': {
    fileName: 'of an attacker',
    digest: 'x',
    format: 'csv',
    account: { name: 'of an attacker', number: '', currency: 'USD' },
    lines: [{ bankId: null, bookedOn: '2026-03-10', amount: { minor: 1, currency: 'USD' }, payee: 'x', text: '' }],
    problems: [],
    mapping: null,
  },
  'bank/take-back': { importId: 'IMPORT' },
  'bank/match': { lines: [{ lineId: 'LINE', to: { kind: 'payout', ids: ['PAYOUT'], reason: '' } }] },
  'bank/match-certain': {},
  'bank/unmatch': { ids: ['LINE'] },
  'bank/ignore': { ids: ['LINE'] },
  'bank/make-expense': { lineId: 'LINE', category: 'postage', supplier: 'of an attacker' },
  'payouts/add': {
    platform: 'stockx',
    ref: 'of an attacker',
    paidOn: '2026-03-10',
    amount: { minor: 100, currency: 'USD' },
    note: '',
  },
  'payouts/remove': { id: 'PAYOUT' },
  'fx/keep-ecb': {
    days: [{ day: '2026-03-10', rates: { USD: 108_230_000 } }],
    file: { fileName: 'a.csv', digest: 'a'.repeat(64) },
  },
  'fx/fetch-ecb': { days: 'today' },
  'fx/fill-in': {},
} satisfies Partial<AttackInputs>;
