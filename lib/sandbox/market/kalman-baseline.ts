/** Parameters as measured on real sales; log prices, per day. */
const LEVEL_SD = 0.008;
const PREMIUM_SD = 0.005;
const PRIOR_SD = 0.3;
const SALE_SD = 0.035;
const CLIP = 2.5;

export interface KalmanBaseline {
  /** A day passes. */
  endDay(): void;
  see(size: number, price: number): void;
  forecast(size: number): number;
}

/**
 * The yardstick of how forecastable the market is: one random-walk level of the model and one premium per size, all
 * estimated together. Starts at the first price it sees. Used by the realism test only.
 */
export function createKalmanBaseline(sizes: number): KalmanBaseline {
  const state = new Float64Array(sizes + 1);
  const cov = Array.from({ length: sizes + 1 }, (_, i) => {
    const row = new Float64Array(sizes + 1);
    row[i] = i === 0 ? 1 : PRIOR_SD ** 2;
    return row;
  });
  const cell = (i: number, j: number): number => cov[i]?.[j] ?? 0;
  let started = false;

  function update(z: number, innovation: number): void {
    const spread = cell(0, 0) + 2 * cell(0, z) + cell(z, z) + SALE_SD ** 2;
    const limit = CLIP * Math.sqrt(spread);
    const step = Math.max(-limit, Math.min(limit, innovation));
    const gain = state.map((_, i) => (cell(i, 0) + cell(i, z)) / spread);
    for (const [i, row] of cov.entries()) {
      state[i] = (state[i] ?? 0) + (gain[i] ?? 0) * step;
      for (let j = 0; j <= sizes; j++) row[j] = (row[j] ?? 0) - (gain[i] ?? 0) * (gain[j] ?? 0) * spread;
    }
  }

  return {
    endDay() {
      for (const [i, row] of cov.entries()) row[i] = (row[i] ?? 0) + (i === 0 ? LEVEL_SD : PREMIUM_SD) ** 2;
    },
    see(size, price) {
      const log = Math.log(price);
      if (!started) state[0] = log;
      started = true;
      update(size + 1, log - (state[0] ?? 0) - (state[size + 1] ?? 0));
    },
    forecast: (size) => Math.exp((state[0] ?? 0) + (state[size + 1] ?? 0)),
  };
}
