import type { MediaFile } from '../context';

/** A drawing as an author writes it: two branches with names, one of them labelled from afar, and a nucleus without. */
export const CN7 = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
  <title>Facial nerve</title>
  <desc>Two branches: temporal above, marginal mandibular below.</desc>
  <defs>
    <linearGradient id="shade"><stop offset="0" stop-color="currentColor"/></linearGradient>
    <path id="dot" d="M0 0h4v4h-4z"/>
  </defs>
  <g id="temporal" stroke="var(--fig-lmn)">
    <path d="M20 150 C 80 40 120 40 200 40" fill="none" stroke-width="4"/>
    <text x="210" y="45" font-size="28">Temporal <tspan dy="1">branch</tspan></text>
  </g>
  <path id="mandibular" d="M20 160 l 180 100" style="stroke: var(--fig-lmn); fill: none"/>
  <text data-label-for="mandibular" x="210" y="265" font-size="28">Marginal mandibular</text>
  <circle id="nucleus" cx="20" cy="155" r="12" fill="url(#shade)"/>
  <use href="#dot" x="300" y="100"/>
  <text x="10" y="290" font-size="28">Pons</text>
</svg>
`;

/** A photograph of 2 × 1 pixels. */
export const FACE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DwHwwBABHwAv4nZJ1sAAAAAElFTkSuQmCC',
  'base64',
);

/** The media that the examples of rules and the golden decks refer to, good ones and bad ones. */
export const SAMPLE_MEDIA: ReadonlyMap<string, MediaFile> = new Map(
  Object.entries({
    'cn7.svg': CN7,
    'script.svg': CN7.replace('<defs>', '<script>alert(1)</script><defs>'),
    'no-view.svg': CN7.replace('viewBox="0 0 400 300"', ''),
    'face.png': FACE,
    'exif.jpg': Buffer.from('ffd8ffe1000a457869660000000000ffc0000b080001000201011100ffda', 'hex'),
    'notes.txt': 'These are notes.',
  }).map(([name, content]) => [name, { bytes: Buffer.from(content as string) }]),
);
