// Draws public/icon/*.png from icon.svg; run by hand after a change of the picture: npx tsx scripts/icon/draw.ts
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../find-chromium';

const SIZES = [16, 32, 48, 96, 128];
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const svg = readFileSync(path('./icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: path(`../../public/icon/${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
