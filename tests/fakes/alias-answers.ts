/** Hand-made answers in alias's recorded and documented shapes; fields can be changed, and `undefined` leaves one out. */
type Changes = Readonly<Record<string, unknown>>;

export function makeWireListing(changes: Changes = {}): Record<string, unknown> {
  return {
    id: '0199b1d2-3c4d-7e5f-8a9b-000000000001',
    catalog_id: 'dunk-low-black-white-dd1391-100',
    condition: 'CONDITION_NEW',
    packaging_condition: 'PACKAGING_CONDITION_GOOD_CONDITION',
    size: 10.5,
    size_unit: 'SIZE_UNIT_US',
    sku: 'DD1391 100',
    consigned: false,
    created_at: '2025-11-01T10:00:00Z',
    updated_at: '2025-12-01T10:00:00.250Z',
    activated_at: '2025-11-02T10:00:00Z',
    status: 'LISTING_STATUS_ACTIVE',
    price_cents: '14200',
    metadata: { archvd: 'pair-1' },
    defects: [],
    additional_defects: '',
    ...changes,
  };
}

export function makeWireOrder(changes: Changes = {}): Record<string, unknown> {
  return {
    id: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d',
    status: 'ORDER_STATUS_IN_TRANSIT',
    fulfillment_status: 'FULFILLMENT_STATUS_SELLER_SHIPPED',
    catalog_id: 'dunk-low-black-white-dd1391-100',
    catalog_name: "Nike Dunk Low 'Black White'",
    catalog_brand: 'Nike',
    catalog_sku: 'DD1391 100',
    size: 10.5,
    price_cents: '22000',
    price_cents_after_take: '19580',
    sales_channel: 'GOAT',
    purchase_order_number: '512345678',
    listing_id: '0199b1d2-3c4d-7e5f-8a9b-000000000001',
    label_type: 'LABEL_TYPE_SHIPPING',
    label_url: 'https://labels.example.com/1a2b.pdf',
    label_tracking_number: '1Z999AA10123456784',
    label_courier: 'UPS',
    sold_at: '2025-11-28T10:30:00Z',
    label_generated_at: '2025-11-28T14:00:00Z',
    in_transit_at: '2025-11-29T09:00:00Z',
    updated_at: '2025-11-29T09:00:00Z',
    cancels_at: '2025-12-04T10:30:00Z',
    ...changes,
  };
}

export function makeWireCatalogItem(changes: Changes = {}): Record<string, unknown> {
  return {
    catalog_id: 'dunk-low-black-white-dd1391-100',
    name: "Nike Dunk Low 'Black White'",
    sku: 'DD1391 100',
    brand: 'Nike',
    gender: 'men',
    release_date: '2021-03-10T23:59:59.999Z',
    product_category: 'PRODUCT_CATEGORY_SHOES',
    product_type: 'sneakers',
    size_unit: 'SIZE_UNIT_US',
    allowed_sizes: [
      { display_name: '10', value: 10, us_size_equivalent: 10 },
      { display_name: '10.5', value: 10.5, us_size_equivalent: 10.5 },
    ],
    minimum_listing_price_cents: '2500',
    maximum_listing_price_cents: '200000',
    main_picture_url: 'https://image.goat.com/750/attachments/719082_00.png.png',
    retail_price_cents: '10000',
    colorway: 'White/Black/White',
    nickname: 'Black White',
    requires_listing_pictures: false,
    requested_pictures: [{ type: 'PICTURE_TYPE_OUTER', quantity: '1' }],
    resellable: true,
    ...changes,
  };
}

export function makeWireVariant(changes: Changes = {}): Record<string, unknown> {
  return {
    size: 10,
    product_condition: 'PRODUCT_CONDITION_NEW',
    packaging_condition: 'PACKAGING_CONDITION_GOOD_CONDITION',
    availability: makeWireAvailability(),
    ...changes,
  };
}

export function makeWireAvailability(changes: Changes = {}): Record<string, unknown> {
  return {
    lowest_listing_price_cents: '9600',
    highest_offer_price_cents: '10500',
    last_sold_listing_price_cents: '11500',
    global_indicator_price_cents: '0',
    ...changes,
  };
}
