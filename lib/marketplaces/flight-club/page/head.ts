/** Of the page's product head; any of them will do, since a gate that wants too much is the first thing to break. */
export const FLIGHT_CLUB_HEAD =
  '[data-qa*="product_display_name"], [data-qa="product_name"], [data-qa^="buy_bar_"], [data-qa*="ProductName"], script#__NEXT_DATA__, h1';
