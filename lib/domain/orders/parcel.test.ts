import { expect, test } from 'vitest';
import { paperPlace } from './paper-place';
import { trackingLink } from './tracking-link';

const MARKET = 'http://127.0.0.1:8787';
const GOAT = { kind: 'fetch', pattern: 'https://*.goat.com/*' };

test.each([
  ['https://labels.goat.com/1.pdf', null, GOAT],
  ['https://goat.com/1.pdf', null, GOAT],
  ['https://api.alias.org/labels/1.pdf?x=1', null, { kind: 'fetch', pattern: 'https://*.alias.org/*' }],
  ['https://goat.com.evil.example/1.pdf', null, { kind: 'tab' }],
  ['https://evilgoat.com/1.pdf', null, { kind: 'tab' }],
  ['https://user@goat.com/1.pdf', null, { kind: 'none' }],
  ['https://labels.goat.com:8443/1.pdf', null, { kind: 'none' }],
  ['https://s3.amazonaws.com/labels/1.pdf', null, { kind: 'tab' }],
  ['http://labels.goat.com/1.pdf', null, { kind: 'none' }],
  ['javascript:alert(1)', null, { kind: 'none' }],
  ['data:application/pdf;base64,JVBERi0=', null, { kind: 'here' }],
  ['data:text/html;base64,JVBERi0=', null, { kind: 'none' }],
  [`${MARKET}/papers/1/2.pdf`, MARKET, { kind: 'fetch', pattern: null }],
  [`${MARKET}/papers/1/2.pdf`, null, { kind: 'none' }],
  ['http://127.0.0.1:9999/papers/1/2.pdf', MARKET, { kind: 'none' }],
])('%s with market %s', (url, market, place) => {
  expect(paperPlace(url, market)).toEqual(place);
});

test.each([
  ['ups', '1Z999AA10123456784', 'https://www.ups.com/track?tracknum=1Z999AA10123456784'],
  ['FedEx Ground', '7946 4479 8465', 'https://www.fedex.com/fedextrack/?trknbr=794644798465'],
  ['USPS', '9400111899560000000000', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899560000000000'],
  ['dhl_express', 'JD014600003', 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=JD014600003'],
  ['DHL', 'JD014600003', 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=JD014600003'],
  ['Evri', 'H00ABC1234567890', null],
  ['drop-off', '1Z999AA10123456784', null],
  ['ups', '"><script>', null],
  ['ups', null, null],
  [null, '1Z999AA10123456784', null],
])('a parcel of %s numbered %s', (courier, number, link) => {
  expect(trackingLink(courier, number)).toBe(link);
});
