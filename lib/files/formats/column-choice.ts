/** What a column of the seller's own table can be. */
export const FIELDS = [
  'orderNumber',
  'soldAt',
  'boughtAt',
  'name',
  'brand',
  'styleCode',
  'barcode',
  'size',
  'quantity',
  'price',
  'payout',
  'fees',
  'shipping',
  'cost',
  'otherCosts',
  'currency',
  'platform',
  'status',
  'paidAt',
  'buyer',
  'country',
  'supplier',
  'condition',
  'location',
  'tags',
  'note',
  'invoice',
  'category',
  'amount',
  'tax',
] as const;

export type Field = (typeof FIELDS)[number];

/** Heading of each field; left out: the table does not tell it. */
export type ColumnChoice = Readonly<Partial<Record<Field, string>>>;

/** Headings by what they mean, as lists and templates of other programs write them, in plain form. */
const MEANINGS: Readonly<Record<Field, RegExp>> = {
  orderNumber: /^(?:order(?:number|no|id|ref)?|saleid|transactionid|ref|reference|id|ledgerref)$/,
  soldAt: /^(?:solddate|saledate|soldat|soldon|dateofsale|datesold|sold|orderdate)$/,
  boughtAt:
    /^(?:purchasedate|purchasedat|boughtat|boughton|dateofpurchase|datepurchased|dateacquired|acquired|buydate|datebought|purchasedon)$/,
  name: /^(?:name|title|product|productname|item|itemname|shoe|sneaker|model|description|itemtitle)$/,
  brand: /^(?:brand|make|manufacturer)$/,
  styleCode: /^(?:style|stylecode|styleid|sku|productcode|article|articlenumber|stylenumber|pid|mpn|code)$/,
  barcode: /^(?:barcode|gtin\d*|ean\d*|upc\d*)$/,
  size: /^(?:size|sizes|us|ussize|sizeus|uk|uksize|sizeuk|eu|eusize|sizeeu|shoesize)$/,
  quantity: /^(?:quantity|qty|count|units|pairs)$/,
  price: /^(?:price|saleprice|soldprice|soldfor|sellprice|sellingprice|sellprice|salesprice|revenue|gross)$/,
  payout: /^(?:payout|net|netpayout|received|proceeds|totalpayout|netproceeds)$/,
  fees: /^(?:fees|fee|platformfees?|sellingfees?|sellerfees?|commission|totalfees)$/,
  shipping: /^(?:shipping|shippingcost|postage|shippingfee)$/,
  cost: /^(?:cost|purchaseprice|paid|unitcost|buyprice|boughtfor|cogs|costprice|pricepaid|buy)$/,
  otherCosts: /^(?:othercosts?|additionalcosts?|extracosts?|buyfees|tax(?:and|&)?shipping)$/,
  currency: /^(?:currency|ccy|currencycode)$/,
  platform: /^(?:platform|marketplace|soldon|site|channel|saleplatform|wheresold)$/,
  status: /^(?:status|state)$/,
  paidAt: /^(?:payoutdate|paidat|paidon|datepaid|paymentdate)$/,
  buyer: /^(?:buyer|buyername|buyerusername|customer)$/,
  country: /^(?:country|shiptocountry|buyercountry|destinationcountry)$/,
  supplier: /^(?:supplier|store|shop|boughtfrom|purchasedfrom|seller|source|retailer|vendor|placeofpurchase)$/,
  condition: /^(?:condition|cond)$/,
  location: /^(?:location|shelf|place|bin|storage|whereis)$/,
  tags: /^(?:tags?|labels?|group)$/,
  note: /^(?:notes?|comments?|remarks?|memo)$/,
  invoice: /^(?:invoice|invoicenumber|invoiceno|purchaseinvoice|receipt|receiptnumber)$/,
  category: /^(?:category|type|expensetype|kind)$/,
  amount: /^(?:amount|total|value|totalamount|sum|expense|spent)$/,
  tax: /^(?:tax|vat|gst|taxamount|vatamount)$/,
};

/** A heading without case, blanks and signs, so that `Sku Size`, `sku_size` and `SKU size (US)` are compared as one. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^'+/, '')
    .replace(/\([^)]*\)|[£$€]/g, '')
    .normalize('NFD')
    .replace(/[^a-z0-9&]/g, '');
}

/** What each field's column most probably is: by its heading, the first that fits. A heading is taken once. */
export function guessColumns(header: readonly string[], fields: readonly Field[] = FIELDS): ColumnChoice {
  const choice: Partial<Record<Field, string>> = {};
  const taken = new Set<string>();
  for (const field of fields) {
    const heading = header.find((each) => !taken.has(each) && MEANINGS[field].test(plainHeading(each)));
    if (heading === undefined) continue;
    choice[field] = heading;
    taken.add(heading);
  }
  return choice;
}

/** A choice made for another file holds only where its headings are. */
export function choiceWithin(choice: ColumnChoice, header: readonly string[]): ColumnChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, heading]) => header.includes(heading))) as ColumnChoice;
}
