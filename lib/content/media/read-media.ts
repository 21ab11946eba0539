import { hash } from 'node:crypto';
import type { MediaFile } from '../context';
import { MAX_BITMAP_BYTES, MAX_DRAWING_BYTES } from '../limits';
import { type Drawing, drawingOf } from './drawing';
import { type BitmapHeader, readBitmap } from './read-bitmap';
import { type MediaProblem, readSvg } from './read-svg';

/** A photograph or other picture of pixels. */
export type Bitmap = Readonly<{ kind: 'bitmap'; extension: string }> & BitmapHeader;

/** A file of the deck's media that a picture refers to. */
export type Media = Readonly<{
  /** Its name under `media/`. */
  name: string;
  /** SHA-256 of its bytes in hexadecimal. */
  hash: string;
  /** Null where there are problems. */
  picture: Drawing | Bitmap | null;
  problems: readonly MediaProblem[];
}>;

/** Reads one media file. What a file is, its bytes say, not its name. Never throws. */
export function readMedia(name: string, { bytes }: MediaFile): Media {
  const read = isText(bytes) ? readDrawing(bytes) : readPixels(bytes);
  const file = { name, hash: hash('sha256', bytes, 'hex') };
  return 'kind' in read
    ? { ...file, picture: read, problems: [] }
    : { ...file, picture: null, problems: read.slice(0, MOST_PROBLEMS) };
}

/** Nobody mends more at once. */
const MOST_PROBLEMS = 10;

const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
} as const;

/** Every format of pixels begins with a byte or a mark that no drawing begins with. */
function isText(bytes: Uint8Array): boolean {
  const first = bytes
    .subarray(0, 1_024)
    .find((byte) => ![0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte));
  return first === 0x3c;
}

function readDrawing(bytes: Uint8Array): Drawing | readonly MediaProblem[] {
  if (bytes.byteLength > MAX_DRAWING_BYTES) return [tooLong('drawing', bytes.byteLength, MAX_DRAWING_BYTES)];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return [{ line: null, message: 'This drawing is not UTF-8.', hint: 'Save it as UTF-8.' }];
  }
  const { root, problems } = readSvg(text);
  return root === null ? problems : drawingOf(root);
}

function readPixels(bytes: Uint8Array): Bitmap | readonly MediaProblem[] {
  if (bytes.byteLength > MAX_BITMAP_BYTES) return [tooLong('picture', bytes.byteLength, MAX_BITMAP_BYTES)];
  const header = readBitmap(bytes);
  return 'message' in header ? [header] : { kind: 'bitmap', extension: EXTENSIONS[header.type], ...header };
}

function tooLong(what: string, size: number, limit: number): MediaProblem {
  const kilobytes = (number: number) => Math.ceil(number / 1_000);
  return {
    line: null,
    message: `This ${what} has ${kilobytes(size)} kB; at most ${kilobytes(limit)} kB are shown.`,
    hint: 'Save it smaller: fewer points in paths, fewer pixels, or WebP.',
  };
}
