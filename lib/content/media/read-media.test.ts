import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CN7, FACE } from '../golden/sample-media';
import { MAX_BITMAP_BYTES, MAX_DRAWING_BYTES, MAX_DRAWING_DEPTH, MAX_DRAWING_ELEMENTS } from '../limits';
import type { Drawing } from './drawing';
import { readMedia } from './read-media';

const read = (content: string | Uint8Array) => readMedia('x', { bytes: Buffer.from(content as string) });
const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50" ${attributes}>${inside}</svg>`;
const drawn = (inside: string) => {
  const { picture, problems } = read(svg(inside));
  expect(problems).toEqual([]);
  return picture as Drawing;
};

/** What has been tried against those who let drawings in, and what would leave the drawing. */
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<script href="data:,alert(1)"/>',
  '<g onload="alert(1)"/>',
  '<g ONCLICK="alert(1)"/>',
  '<a href="javascript:alert(1)"><text>x</text></a>',
  '<a xlink:href="https://evil.example"><text>x</text></a>',
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  '<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext/></math>',
  '<image href="https://evil.example/pixel.png" width="1" height="1"/>',
  '<image xlink:href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;" width="1" height="1"/>',
  '<use href="https://evil.example/x.svg#a"/>',
  '<use xlink:href="/media/x.svg#a"/>',
  '<use href="data:image/svg+xml;base64,PHN2Zz4=#a"/>',
  '<g id="a"/><use href="#a"><set attributeName="href" to="javascript:alert(1)"/></use>',
  '<rect><animate attributeName="href" values="javascript:alert(1)"/></rect>',
  '<animateTransform attributeName="transform"/>',
  '<style>@import url(https://evil.example/x.css);</style>',
  '<rect style="fill: url(https://evil.example/x)"/>',
  '<rect style="background: url(//evil.example/x)"/>',
  '<rect style="fill: u\\72l(https://evil.example)"/>',
  '<rect fill="url(https://evil.example/x.svg#p)"/>',
  '<rect fill="url(//evil.example#p)"/>',
  '<rect fill="URL( https://evil.example )"/>',
  '<rect fill="u\\72 l(https://evil.example)"/>',
  '<rect fill="url/**/(https://evil.example)"/>',
  '<g id="p"/><rect fill="url(#p) url(https://evil.example)"/>',
  '<rect mask="image-set(&quot;https://evil.example&quot; 1x)"/>',
  '<rect clip-path="src(https://evil.example)"/>',
  '<rect fill="&#x75;rl(https://evil.example)"/>',
  '<filter id="f"><feImage href="https://evil.example"/></filter>',
  '<feImage href="https://evil.example"/>',
  '<handler type="application/ecmascript">alert(1)</handler>',
  '<listener event="click" handler="#x"/>',
  '<switch><g/></switch>',
  '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
  '<view id="v"/>',
  '<cursor href="https://evil.example"/>',
  '<g id="x&quot; onload=&quot;alert(1)"/>',
  '<g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/>',
  '<use href="#nowhere"/>',
  '<rect fill="url(#nowhere)"/>',
  '<g id="twice"/><g id="twice"/>',
  '<text data-label-for="nowhere">x</text>',
  '<?xml-stylesheet href="https://evil.example/x.css"?>',
  '<text>&undefined;</text>',
  '<text>&#0;</text>',
  '<text>&#1;</text>',
  '<g></rect>',
  `<g fill="${'a'.repeat(5_000)}"/>`,
];

const WHOLE: readonly string[] = [
  `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>&a;</text>')}`,
  `<!DOCTYPE svg SYSTEM "file:///etc/passwd">${svg('')}`,
  `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>${svg('<text>&b;</text>')}`,
  `<?xml-stylesheet type="text/css" href="https://evil.example"?>${svg('')}`,
  svg('', 'onload="alert(1)"'),
  '<svg viewBox="0 0 1 1"><g/></svg>',
  '<html xmlns="http://www.w3.org/1999/xhtml"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="a b c d"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"',
  `${svg('')}${svg('')}`,
  svg('<g>'.repeat(MAX_DRAWING_DEPTH) + '</g>'.repeat(MAX_DRAWING_DEPTH)),
  svg('<g>'.repeat(40_000)),
  svg('<g/>'.repeat(MAX_DRAWING_ELEMENTS)),
  svg(`<path d="${'M0 0'.repeat(MAX_DRAWING_BYTES / 4)}"/>`),
];

describe('a hostile drawing', () => {
  test.each(HOSTILE)('is refused with its line and a hint: %s', (inside) => {
    const { picture, problems } = read(svg(`\n${inside}`));
    expect(picture).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, hint } of problems)
      expect([message, hint].every((text) => text.length > 5)).toBe(true);
  });

  test.each(WHOLE.map((text) => ({ text, begin: text.slice(0, 60) })))('is refused: $begin', ({ text }) => {
    const { picture, problems } = read(text);
    expect(picture).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  test('is told where it stands', () => {
    expect(read(svg('\n<g/>\n<script/>')).problems).toMatchObject([{ line: 3 }]);
  });

  test('is read to its end, however it is made', () => {
    const long = 'a'.repeat(250_000);
    for (const inside of [
      `<path d="A${'1'.repeat(250_000)}"/>`,
      `<path d="${'a1'.repeat(100_000)}"/>`,
      `<text>${long}</text>`,
      `<g transform="${'a'.repeat(999)}"/>`.repeat(200),
      `<g style="${long}"/>`,
      `<g style="${'a:'.repeat(100_000)}"/>`,
      `<g id="a"/>${'<use href="#a"/>'.repeat(4_000)}`,
    ]) {
      const { picture, problems } = read(svg(inside));
      expect(picture === null).toBe(problems.length > 0);
    }
  });

  test('never throws, whatever its bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes)));
    const piece = fc.constantFrom(
      ...HOSTILE,
      '<g>',
      '</g>',
      '<text',
      '>',
      '"',
      CN7,
      '&',
      '<![CDATA[',
      ']]>',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => void read(svg(pieces.join('')))),
      { numRuns: 200 },
    );
  });
});

const TAG = /<(\/?)([A-Za-z]+)((?: [A-Za-z][\w-]*="[^"<>]*")*)(\/?)>/g;

describe('a drawing that is kept', () => {
  const attribute = fc.constantFrom(
    'fill="red"',
    'stroke="var(--fig-umn)"',
    'class="x"',
    'style="fill: blue; behaviour: x; position: fixed"',
    'aria-label="Pons"',
    'tabindex="0"',
    'transform="rotate(45)"',
    'data-x="&lt;b&gt;"',
    'xml:space="preserve"',
    'font-family="&quot;Times&quot;"',
  );
  const element = fc
    .tuple(
      fc.constantFrom('g', 'rect', 'text', 'tspan', 'path', 'metadata', 'title', 'desc'),
      fc.array(attribute),
    )
    .map(
      ([name, attributes]) =>
        `<${name} ${[...new Map(attributes.map((a) => [a.split('=')[0], a])).values()].join(' ')}>&lt;x onload="a"&gt; &amp; <![CDATA[<script>]]></${name}>`,
    );

  test('holds nothing but elements and attributes of the list, and escaped text', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
        const { markup } = drawn(elements.join('<!-- a comment -->'));
        for (const [, , , attributes = ''] of markup.matchAll(TAG))
          expect(attributes).not.toMatch(/ (?:on\w+|class|style|aria-\w+|tabindex|data-x|xml:\w+)=/);
        const text = markup.replace(TAG, '');
        expect(text).not.toMatch(/[<>"]/);
        expect(markup).not.toMatch(/<(?:metadata|title|script)/);
      }),
    );
  });

  test('has the properties of its style as attributes', () => {
    expect(drawn('<rect fill="red" style="fill: var(--fig-umn); stroke : blue !important"/>').markup).toBe(
      '<rect fill="var(--fig-umn)" stroke="blue"/>',
    );
  });

  test('keeps the look of its root, and its long description above it', () => {
    const { picture } = read(
      svg('<desc>Long</desc><path d="M0 0"/>', 'fill="none" style="stroke: red" id="x" width="9"'),
    );
    expect((picture as Drawing).markup).toBe(
      '<desc data-text="0">Long</desc><g fill="none" stroke="red"><path d="M0 0"/></g>',
    );
  });

  test('has its references in one form', () => {
    const inside = `<linearGradient id="a"/><rect fill="url( '#a' ) red" xlink:href=" #a "/>`;
    expect(drawn(inside).markup).toBe('<linearGradient id="a"/><rect fill="url(#a) red" href="#a"/>');
  });

  test('loses what only its editor needs', () => {
    const inside =
      '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"><s:x/></s:namedview><metadata><rdf/></metadata><g/>';
    expect(drawn(inside).markup).toBe('<g/>');
  });
});

describe('the parts of a drawing', () => {
  test.each([
    ['<rect id="a" x="10" y="20" width="30" height="4"/>', 10, 20, 30, 4],
    ['<g id="a" transform="translate(5 6)"><circle cx="10" cy="10" r="2"/></g>', 13, 14, 4, 4],
    ['<g transform="scale(2)"><line id="a" x1="1" y1="2" x2="3" y2="5"/></g>', 2, 4, 4, 6],
    ['<polygon id="a" points="1,2 3,4 -5,6"/>', -5, 2, 8, 4],
    ['<path id="a" d="M10 10h5v-5H2z m1 1 l2 2"/>', 2, 5, 13, 8],
    ['<path id="a" d="M0 0 c1 2 3 4 5 6 s1 1 2 2"/>', 0, 0, 7, 8],
    ['<path id="a" d="M0,0a5 5 0 0110 3"/>', 0, 0, 10, 3],
    ['<rect id="a" width="10" height="10" transform="rotate(90 5 5)"/>', 0, 0, 10, 10],
    ['<defs><rect id="b" width="2" height="2"/></defs><use id="a" href="#b" x="7" y="8"/>', 7, 8, 2, 2],
  ])('stand where they are drawn: %s', (inside, x, y, width, height) => {
    const box = drawn(inside).parts.get('a')?.box;
    expect(box?.x).toBeCloseTo(x);
    expect(box?.y).toBeCloseTo(y);
    expect(box?.width).toBeCloseTo(width);
    expect(box?.height).toBeCloseTo(height);
  });

  test('are nowhere while they are only defined', () => {
    expect(drawn('<defs><rect id="a" width="2" height="2"/></defs>').parts.get('a')?.box).toBeNull();
  });

  test('are named by the texts inside them and by those that say so', () => {
    const { parts, texts } = drawn(
      '<g id="a"><g id="b"><text x="1" y="9">In <tspan>b</tspan></text></g></g><text data-label-for="a">Far</text>',
    );
    const names = (id: string) => parts.get(id)?.texts.map((number) => texts[number]?.words);
    expect(names('a')).toEqual(['In b', 'Far']);
    expect(names('b')).toEqual(['In b']);
  });
});

describe('a bitmap', () => {
  const webp = (chunk: string) => Buffer.concat([Buffer.from('RIFF....WEBP'), Buffer.from(chunk, 'latin1')]);
  test.each<[string, Uint8Array, string, number, number]>([
    ['PNG', FACE, 'image/png', 2, 1],
    ['GIF', Buffer.from('GIF89a\x03\x00\x02\x00\x00', 'latin1'), 'image/gif', 3, 2],
    ['JPEG', Buffer.from('ffd8ffe00004ffffffc2000b080002000301011100ffda', 'hex'), 'image/jpeg', 3, 2],
    ['WebP (VP8X)', webp('VP8X\x0a\0\0\0\x10\0\0\0\x02\0\0\x01\0\0'), 'image/webp', 3, 2],
    ['WebP (VP8L)', webp('VP8L\0\0\0\0\x2f\x02\x40\0\0'), 'image/webp', 3, 2],
    ['WebP (VP8)', webp('VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x03\0\x02\0'), 'image/webp', 3, 2],
  ])('is known by its bytes: %s', (_, bytes, type, width, height) => {
    expect(read(bytes)).toMatchObject({ problems: [], picture: { kind: 'bitmap', type, width, height } });
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['a HEIC photograph', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), /no picture/],
    ['an AVIF picture', Buffer.from('\0\0\0\x18ftypavif', 'latin1'), /no picture/],
    ['a PDF', Buffer.from('%PDF-1.7'), /no picture/],
    ['nothing at all', Buffer.alloc(0), /no picture/],
    ['a PNG cut short', FACE.subarray(0, 30), /damaged/],
    ['a JPEG cut short', Buffer.from('ffd8ffe00010', 'hex'), /damaged/],
    ['a GIF of nothing', Buffer.from('GIF89a\0\0\0\0', 'latin1'), /damaged/],
    [
      'a JPEG with EXIF',
      Buffer.from('ffd8ffe10008457869660000ffc0000b080001000101011100ffda', 'hex'),
      /EXIF/,
    ],
    [
      'a JPEG with EXIF after its size',
      Buffer.from('ffd8ffc0000b080001000101011100ffe10008457869660000ffda', 'hex'),
      /EXIF/,
    ],
    ['a WebP with EXIF', webp('VP8X\x0a\0\0\0\x08\0\0\0\x02\0\0\x01\0\0'), /EXIF/],
    ['a flood of pixels', Buffer.from('GIF89a\xff\xff\xff\xff', 'latin1'), /pixels/],
    ['more than may be sent', Buffer.concat([FACE, Buffer.alloc(MAX_BITMAP_BYTES)]), /kB/],
  ])('that is %s is refused', (_, bytes, message) => {
    const { picture, problems } = read(bytes);
    expect(picture).toBeNull();
    expect(problems).toMatchObject([{ message: expect.stringMatching(message) }]);
  });
});
