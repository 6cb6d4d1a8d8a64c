import { buildExtension, lastBuildUrl } from '../../../scripts/build-extension';
import { freePort } from '../../../scripts/free-port';

/** Where the builds go; ARCHVD_E2E_OUT names another folder, so that two runs at a time do not share one. */
export const OUT_DIR = process.env.ARCHVD_E2E_OUT ?? '.output/e2e';
const DEFAULT_PORT = 41_730;

/**
 * The address of the market is part of the build, so the port is chosen first: the one named by ARCHVD_E2E_PORT, the
 * one of the last build (which may then be reused), or a free one.
 */
export async function buildForTests(): Promise<{ extension: string; port: number }> {
  const last = lastBuildUrl(OUT_DIR);
  const wanted = Number(process.env.ARCHVD_E2E_PORT ?? (last ? new URL(last).port : DEFAULT_PORT));
  const port = await freePort(wanted);
  const extension = buildExtension({ apiUrl: `http://127.0.0.1:${port}/api/v1`, outDir: OUT_DIR, reuse: true });
  return { extension, port };
}
