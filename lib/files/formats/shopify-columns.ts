import { columnsOf } from './cells';

export function shopifyColumns(header: readonly string[]) {
  const at = columnsOf(header);
  return {
    name: at('Name'),
    financial: at('Financial Status'),
    paid: at('Paid at'),
    currency: at('Currency'),
    subtotal: at('Subtotal'),
    shipping: at('Shipping'),
    created: at('Created at'),
    quantity: at('Lineitem quantity'),
    title: at('Lineitem name'),
    price: at('Lineitem price'),
    sku: at('Lineitem sku'),
    cancelled: at('Cancelled at'),
    refunded: at('Refunded Amount'),
    buyer: at('Billing Name', 'Email'),
    country: at('Shipping Country', 'Billing Country'),
  };
}
