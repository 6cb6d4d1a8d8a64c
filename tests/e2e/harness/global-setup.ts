import { buildForTests } from './build-for-tests';

/** Environment variables set here reach the test process, which Playwright starts afterwards. */
export default async function globalSetup(): Promise<void> {
  const { extension, port } = await buildForTests();
  process.env.ARCHVD_E2E_EXTENSION = extension;
  process.env.ARCHVD_E2E_PORT = String(port);
}
