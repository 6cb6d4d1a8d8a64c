/** Where each courier tells of a parcel; `%s` is its number. Only couriers whose address is public and stable. */
const COURIERS: readonly (readonly [name: RegExp, address: string])[] = [
  [/\bups\b|united parcel/, 'https://www.ups.com/track?tracknum=%s'],
  [/fedex|federal express/, 'https://www.fedex.com/fedextrack/?trknbr=%s'],
  [/usps|united states postal/, 'https://tools.usps.com/go/TrackConfirmAction?tLabels=%s'],
  [/dhl/, 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=%s'],
];

/**
 * Where to follow a parcel; null for a courier nobody told us of, whose number is for the person to copy.
 *
 * @example trackingLink('UPS', '1Z999AA10123456784') // 'https://www.ups.com/track?tracknum=1Z999AA10123456784'
 */
export function trackingLink(courier: string | null, trackingNumber: string | null): string | null {
  const number = trackingNumber?.replaceAll(/\s/g, '') ?? '';
  if (courier === null || !/^[A-Za-z0-9-]{6,40}$/.test(number)) return null;
  const found = COURIERS.find(([name]) => name.test(courier.toLowerCase()));
  return found === undefined ? null : found[1].replace('%s', encodeURIComponent(number));
}
