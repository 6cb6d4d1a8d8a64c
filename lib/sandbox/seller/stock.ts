import { grades } from '../market/calibration';
import type { Variant } from '../market/market';
import { DAY_MS } from '../market/time';
import { normal, type Random } from '../random/random';
import { quoteTime } from '../world/offers';
import { isoOf, listingStatus, type WireListing } from '../world/wire';
import type { World } from '../world/world';
import { catalogueSize, createVariantDraw } from './draw-variant';

/** A pair of the seller's and where it stands in the market. */
export interface OwnPair {
  readonly listing: WireListing;
  readonly variant: Variant;
  /** Pairs of one size bought together carry the same number. */
  readonly lot: number;
}

const HALF_YEAR = 190;

/** The seller's open listings: mostly active, mostly new, some sizes several times. */
export function drawStock(world: World, random: Random, count: number): OwnPair[] {
  const draw = createVariantDraw(world, random, (item) => item.wire.resellable);
  const pairs: OwnPair[] = [];
  let variant = draw();
  for (let lot = 0, i = 0; i < count; i++) {
    // About one pair in six is a further pair of the size before it.
    if (i === 0 || random() > 0.17) {
      variant = draw();
      lot++;
    }
    pairs.push({ listing: drawListing(world, random, variant), variant, lot });
  }
  return pairs;
}

function drawListing(world: World, random: Random, variant: Variant): WireListing {
  const now = world.clock.now();
  const createdMs = now - (0.2 + random() * random() * HALF_YEAR) * DAY_MS;
  const grade = random() < 0.91 ? 0 : Math.floor(random() * grades.length);
  const consigned = random() < 0.09;
  const mood = random();
  const status = mood < 0.86 ? listingStatus.active : mood < 0.96 ? listingStatus.inactive : listingStatus.pending;
  const activatedMs = createdMs + random() * 3_600_000;
  const updatedMs = status === listingStatus.pending ? createdMs : activatedMs + random() * (now - activatedMs);
  return {
    id: world.newId(createdMs),
    catalog_id: variant.item.catalogId,
    condition: (grades[grade]?.product ?? '').replace('PRODUCT_', ''),
    packaging_condition: grades[grade]?.packaging ?? '',
    size: catalogueSize(variant),
    size_unit: variant.item.wire.size_unit,
    sku: variant.item.wire.sku,
    consigned,
    created_at: isoOf(createdMs),
    updated_at: isoOf(updatedMs),
    activated_at: status === listingStatus.pending ? '' : isoOf(activatedMs),
    status,
    price_cents: String(drawPrice(world, random, variant, grade, consigned)),
    metadata:
      random() < 0.3 ? { shelf: `${'ABCDEF'[Math.floor(random() * 6)] ?? 'A'}${1 + Math.floor(random() * 40)}` } : {},
    defects: grade >= 8 ? ['LISTING_DEFECT_HAS_SCUFFS'] : [],
    additional_defects: grade >= 8 ? 'Light scuff at the left toe' : '',
  };
}

/** Some undercut, some match, most stand above and wait; nobody stands in reach of the highest offer. */
function drawPrice(world: World, random: Random, variant: Variant, grade: number, consigned: boolean): number {
  const at = quoteTime(world.clock.now());
  const book = variant.bookAt(at, grade, consigned);
  const fair = variant.fairAt(at) * (grades[grade]?.factor ?? 1);
  const ask = (book.askCents ?? Math.round(fair * 115)) / 100;
  const mood = random();
  const wish =
    mood < 0.14
      ? ask - 1 - Math.floor(random() * 3)
      : mood < 0.26
        ? ask
        : ask * (1.01 + Math.abs(normal(random)) * 0.12);
  const above = book.offerCents === null ? 0 : book.offerCents / 100 + 1;
  const dollars = Math.max(Math.round(wish), above);
  const { minimumCents, maximumCents } = variant.item;
  return Math.min(maximumCents, Math.max(minimumCents, dollars * 100));
}
