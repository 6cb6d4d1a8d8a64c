import { BANK_FIELDS, type BankColumns, type BankField } from './statement';

/** Headings by what they mean, as banks of several countries write them; the first that fits is taken. */
const HEADINGS: Readonly<Record<BankField, RegExp>> = {
  date: /^(?:(?:booking|posting|posted|transaction|trans|value|completed|started|process(?:ed|ing)?) ?date|date(?: \(utc\)| posted| completed)?|buchungs(?:tag|datum)|buchung|datum|valuta(?:datum)?|boekdatum|fecha(?: valor| operaci[oó]n)?|data(?: contabile| operazione)?|date (?:op[eé]ration|de comptabilisation|valeur)|completed)$/,
  amount:
    /^(?:amount(?: \([a-z£$€]{1,3}\))?|transaction amount|value|sum|betrag(?: \(?eur\)?)?|umsatz|bedrag(?: \(eur\))?|montant|importe|importo|net(?: amount)?)$/,
  in: /^(?:(?:money|paid|amount|funds) ?in|credits?(?: amount)?|deposits?|receipts?|haben|gutschrift|cr[eé]dit|abonos?|avere|entrate|in)$/,
  out: /^(?:(?:money|paid|amount|funds) ?out|debits?(?: amount)?|withdrawals?|payments?|soll|belastung|lastschrift|d[eé]bit|cargos?|dare|uscite|out)$/,
  payee:
    /^(?:payee|name|merchant(?: name)?|counter ?party(?: name)?|beneficiary|payer|description|transaction description|narrative|beg[uü]nstigter(?:\/zahlungspflichtiger)?|empf[aä]nger|auftraggeber\/empf[aä]nger|naam \/ omschrijving|libell[eé]|concepto|descrizione)$/,
  text: /^(?:memo|notes?|references?|payment reference|purpose|verwendungszweck|mededelingen|motif|observaciones|causale|message|additional information|comment|details)$/,
  id: /^(?:transaction ?id|id|fitid|transaction (?:reference|number)|unique ?id|bank reference|umsatz-?id)$/,
  currency: /^(?:currency|ccy|w[aä]hrung|munt|devise|divisa|valuta code)$/,
  direction:
    /^(?:direction|credit\/debit(?: indicator)?|debit\/credit|dr\/cr|cr\/dr|d\/c|af bij|soll\/haben|type|transaction type|sign)$/,
};

/** How far down headings are looked for: banks put names, periods and balances before them. */
const MOST_PREAMBLE = 40;

const plain = (heading: string) => heading.toLowerCase().replaceAll('_', ' ').replaceAll('"', '').trim();

/** The row with the headings: the one that was chosen for, else the first that could be read. */
export function findHeader(data: readonly (readonly string[])[], told: Partial<BankColumns> = {}): number {
  const chosen = Object.values(told).filter((heading) => heading !== null);
  const rows = data.slice(0, MOST_PREAMBLE).map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const at = rows.findIndex((cells) =>
    chosen.length > 0 ? chosen.every((heading) => cells.includes(heading)) : isStatement(columnsOf(cells)),
  );
  if (at >= 0) return at;
  // Nothing is known: the first row that looks like headings, so that a person can choose among them.
  const first = rows.findIndex((cells) => cells.filter((cell) => cell !== '' && !/\d/.test(cell)).length >= 2);
  return Math.max(0, first);
}

/** Which heading holds what. What was chosen counts; a direction matters only beside an amount without two columns. */
export function columnsOf(headings: readonly string[], told: Partial<BankColumns> = {}): BankColumns {
  const columns: Record<BankField, string | null> = {
    date: null,
    amount: null,
    in: null,
    out: null,
    payee: null,
    text: null,
    id: null,
    currency: null,
    direction: null,
  };
  for (const field of BANK_FIELDS) {
    const chosen = told[field];
    const found = headings.find((heading) => heading !== '' && HEADINGS[field].test(plain(heading)));
    const taken = chosen === undefined ? (found ?? null) : chosen;
    columns[field] = taken !== null && headings.includes(taken) ? taken : null;
  }
  if (told.direction === undefined && /type/i.test(columns.direction ?? '')) columns.direction = null;
  return columns;
}

/** Whether headings nobody spoke of are a statement's: days, and amounts in one way or the other. */
function isStatement({ date, amount, in: came, out }: BankColumns): boolean {
  return date !== null && (amount !== null || (came !== null && out !== null));
}

/** Whether columns are enough; a person may say that there is money out alone, as on some cards. */
export function mayBeRead({ date, amount, in: came, out }: BankColumns): boolean {
  return date !== null && (amount !== null || came !== null || out !== null);
}
