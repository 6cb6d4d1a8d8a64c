import type { CatalogueItem } from '../catalogue/item';
import type { Variant } from '../market/market';
import type { Random } from '../random/random';
import type { World } from '../world/world';

/** Which sizes of which models a seller comes by: more of what sells more, but not in proportion. */
export function createVariantDraw(world: World, random: Random, only: (item: CatalogueItem) => boolean): () => Variant {
  const choices: { readonly variant: Variant; readonly upTo: number }[] = [];
  let total = 0;
  for (const item of world.catalogue.items) {
    if (!only(item)) continue;
    for (const variant of world.market.variants(item)) {
      total += Math.sqrt(item.entry.demand) * Math.sqrt(variant.size.rate + 0.002);
      choices.push({ variant, upTo: total });
    }
  }
  return () => {
    const draw = random() * total;
    let low = 0;
    let high = choices.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((choices[middle]?.upTo ?? total) < draw) low = middle + 1;
      else high = middle;
    }
    const found = choices[low];
    if (found === undefined) throw new Error('the catalogue is empty');
    return found.variant;
  };
}

/** The size as the catalogue writes it, which is what listings and orders carry. */
export function catalogueSize(variant: Variant): number {
  const sizes = variant.item.wire.allowed_sizes;
  return sizes.find((size) => size.us_size_equivalent === variant.size.us)?.value ?? variant.size.us;
}
