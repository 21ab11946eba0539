// Draws the icons of the installed app, and the one that browsers ask for unbidden, from app/icon.svg: `node scripts/draw-icons.mjs`. Run it when the drawing changes.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { root } from './environment.mjs';

// A maskable icon may lose everything outside a circle of 80%.
const ICONS = [
  { file: 'public/icons/192.png', size: 192, drawing: 0.84 },
  { file: 'public/icons/512.png', size: 512, drawing: 0.84 },
  { file: 'public/icons/maskable-512.png', size: 512, drawing: 0.56 },
  { file: 'app/apple-icon.png', size: 180, drawing: 0.7 },
];

const drawing = Buffer.from(fs.readFileSync(path.join(root, 'app/icon.svg'))).toString('base64');
const browser = await chromium.launch({
  executablePath: (await findChromium(process.env)) ?? undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { file, size, drawing: share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * share);
  await page.setContent(`<body style="margin:0;display:grid;place-items:center;height:100vh;background:#faf7f0">
    <img width="${side}" height="${side}" src="data:image/svg+xml;base64,${drawing}">`);
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: path.join(root, file) });
  await page.close();
}
const page = await browser.newPage({ viewport: { width: 32, height: 32 } });
await page.setContent(
  `<body style="margin:0"><img width="32" height="32" src="data:image/svg+xml;base64,${drawing}">`,
);
await page.locator('img').evaluate((image) => image.decode());
const small = await page.screenshot({ omitBackground: true });
fs.writeFileSync(path.join(root, 'public/favicon.ico'), iconOf(small, 32));
await browser.close();

/** A Windows icon of one square PNG: the list with its one entry, then the picture as it is. */
function iconOf(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
