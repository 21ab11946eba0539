import { MAX_BITMAP_PIXELS } from '../limits';
import type { MediaProblem } from './read-svg';

/** What a bitmap's first bytes say of it; null for a format that is not taken. */
export type BitmapType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

export type BitmapHeader = Readonly<{ type: BitmapType; width: number; height: number }>;

/**
 * Reads the header of a bitmap: its format by its first bytes, whatever its name says, and its size in pixels. Refuses
 * what is no PNG, JPEG, WebP or GIF, what is too large to unpack, and what carries EXIF: a photograph would tell where
 * and with what it was taken, and perhaps of whom.
 */
export function readBitmap(bytes: Uint8Array): BitmapHeader | MediaProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = typeOf(bytes);
  if (type === null) return UNKNOWN;
  const header = headerIn(type, view);
  if (header === null) return BROKEN;
  if (header.tellsMore) return TELLS_MORE;
  const { width, height } = header;
  if (width === 0 || height === 0) return BROKEN;
  if (width * height > MAX_BITMAP_PIXELS) return tooLarge(width, height);
  return { type, width, height };
}

const UNKNOWN: MediaProblem = {
  line: null,
  message: 'This is no picture that is taken.',
  hint: 'Use SVG for drawings, and PNG, JPEG, WebP or GIF for photographs.',
};
const BROKEN: MediaProblem = {
  line: null,
  message: 'This picture is damaged: its size cannot be read.',
  hint: 'Save it again.',
};
const TELLS_MORE: MediaProblem = {
  line: null,
  message:
    'This picture carries EXIF or similar data, which may tell the place, the camera, or who the patient is.',
  hint: 'Save it without (`exiftool -all= file`, or “Remove properties”), turned the right way up.',
};

function tooLarge(width: number, height: number): MediaProblem {
  const megapixels = (pixels: number) => (pixels / 1_000_000).toFixed(0);
  return {
    line: null,
    message: `This picture has ${width} × ${height} pixels, ${megapixels(width * height)} million.`,
    hint: `At most ${megapixels(MAX_BITMAP_PIXELS)} million are shown: save it smaller.`,
  };
}

function typeOf(bytes: Uint8Array): BitmapType | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif';
  return null;
}

type Read = Readonly<{ width: number; height: number; tellsMore: boolean }>;

/** Null where the file ends before it has said all. */
function headerIn(type: BitmapType, view: DataView): Read | null {
  try {
    switch (type) {
      case 'image/png':
        return pngHeader(view);
      case 'image/jpeg':
        return jpegHeader(view);
      case 'image/webp':
        return webpHeader(view);
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true), tellsMore: false };
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** Chunks of length, name, data and checksum (PNG specification, section 5); the size stands in the first. */
function pngHeader(view: DataView): Read | null {
  if (tagAt(view, 12) !== 'IHDR') return null;
  let tellsMore = false;
  for (let at = 8; tagAt(view, at + 4) !== 'IEND'; at += 12 + view.getUint32(at))
    tellsMore ||= tagAt(view, at + 4) === 'eXIf';
  return { width: view.getUint32(16), height: view.getUint32(20), tellsMore };
}

/** Segments of a marker and a length (ITU-T T.81, annex B); the size stands in the frame, EXIF and XMP in APP1, IPTC in APP13. */
function jpegHeader(view: DataView): Read | null {
  let size: Pick<Read, 'width' | 'height'> | null = null;
  let tellsMore = false;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Here the pixels begin.
    if (marker === 0xda || marker === 0xd9) return size === null ? null : { ...size, tellsMore };
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    tellsMore ||= marker === 0xe1 || marker === 0xed;
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

const EXIF_OR_XMP = 0b1100;

/** RIFF chunks (WebP container specification): `VP8X` has canvas and flags, else the first frame has the size. */
function webpHeader(view: DataView): Read | null {
  switch (tagAt(view, 12)) {
    case 'VP8X': {
      const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
      return {
        width: three(24) + 1,
        height: three(27) + 1,
        tellsMore: (view.getUint8(20) & EXIF_OR_XMP) !== 0,
      };
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, tellsMore: false };
    }
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
        tellsMore: false,
      };
    default:
      return null;
  }
}
