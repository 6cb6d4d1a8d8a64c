/** A source of numbers in [0, 1). Everything random in the sandbox comes from a seed, never from Math.random. */
export type Random = () => number;

/** FNV-1a: 32-bit seed from a text, e.g. a catalogue id. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mixes whole numbers into one 32-bit seed, so that (seed, product, day) has its own stream. */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** One draw in [0, 1) that belongs to these numbers alone. */
export function unit(...parts: readonly number[]): number {
  return mix(...parts) / 4294967296;
}

/** mulberry32: small, fast, good enough for a market that is made up. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal (Box-Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Student t with 4 degrees of freedom: the fat tails measured in resale prices. */
export function studentT4(random: Random): number {
  const chi = -2 * (Math.log(1 - random()) + Math.log(1 - random()));
  return normal(random) / Math.sqrt(chi / 4);
}

/** Gamma with mean 1 and a whole shape; divides volume evenly or in bursts. */
export function gammaMeanOne(random: Random, shape: number): number {
  let sum = 0;
  for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
  return sum / shape;
}

/** Poisson count (Knuth; normal approximation above 40, where nobody can tell). */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  let product = random();
  while (product > limit) {
    count++;
    product *= random();
  }
  return count;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/**
 * Smooth noise of about unit variance: independent normals at whole x, joined by a curve. Unlike a random walk it can
 * be asked at any x without the steps before it, which keeps the market a function of time.
 */
export function smoothNoise(seed: number, x: number): number {
  const left = Math.floor(x);
  const weight = x - left;
  const blend = weight * weight * (3 - 2 * weight);
  const a = normal(randomFrom(mix(seed, left)));
  const b = normal(randomFrom(mix(seed, left + 1)));
  return (a * (1 - blend) + b * blend) / Math.sqrt((1 - blend) ** 2 + blend ** 2);
}
