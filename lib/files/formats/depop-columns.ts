import { columnsOf } from './cells';

/** Where a report has what is read of it. Each country's report names its own label. */
export function depopColumns(header: readonly string[]) {
  const at = columnsOf(header);
  return {
    date: at('Date of sale'),
    time: at('Time of sale'),
    bundle: at('Bundle'),
    buyer: at('Buyer'),
    brand: at('Brand'),
    description: at('Description'),
    size: at('Size'),
    price: at('Item price'),
    buyerShipping: at('Buyer shipping cost'),
    total: at('Total'),
    label: at('USPS Cost', 'Shipping cost', 'Evri Cost', 'Depop Shipping cost'),
    fee: at('Depop fee'),
    payments: at('Depop Payments fee'),
    boost: at('Boosting fee'),
    arrived: at('Payout arrival date'),
    country: at('Country'),
    tax: at('US Sales tax'),
    refunded: at('Refunded to buyer amount'),
    feesBack: at('Fees refunded to seller'),
  };
}
