import { z } from 'zod';
import type { CardUid } from '@/lib/base/ids';
import type { CardFace } from '@/lib/content/card-face';
import { type Drawings, drawingsIn } from '@/lib/content/place-figures';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** A media file as it is kept; `drawing` has its bytes where it is a drawing, null where they lie beside the database. */
export type MediaRow = Readonly<{ hash: string; type: string; size: number; drawing: Uint8Array | null }>;

/** Files media by their hashes. What is there already is the same and stays. */
export async function saveMedia(tx: WriteTx, media: readonly MediaRow[]): Promise<void> {
  const known = await tx.media.findMany({
    where: { hash: { in: media.map(({ hash }) => hash) } },
    select: { hash: true },
  });
  const missing = withoutKnown(media, known);
  await tx.media.createMany({
    data: missing.map(({ drawing, ...row }) => ({
      ...row,
      drawing: drawing === null ? null : new Uint8Array(drawing),
    })),
  });
}

/** Files the markup of drawings by its hashes. What is there already is the same and stays. */
export async function saveDrawings(tx: WriteTx, drawings: Drawings): Promise<void> {
  const rows = Object.entries(drawings).map(([hash, markup]) => ({ hash, markup }));
  const known = await tx.drawing.findMany({
    where: { hash: { in: rows.map(({ hash }) => hash) } },
    select: { hash: true },
  });
  await tx.drawing.createMany({ data: withoutKnown(rows, known) });
}

function withoutKnown<Row extends Readonly<{ hash: string }>>(
  rows: readonly Row[],
  known: readonly Readonly<{ hash: string }>[],
): Row[] {
  const hashes = new Set(known.map(({ hash }) => hash));
  return [...new Map(rows.map((row) => [row.hash, row])).values()].filter(({ hash }) => !hashes.has(hash));
}

/** The markup of these drawings by hash; an unknown hash has none. */
export async function findDrawings(read: Reader, hashes: readonly string[]): Promise<Drawings> {
  if (hashes.length === 0) return {};
  const rows = await read.drawing.findMany({ where: { hash: { in: [...new Set(hashes)] } } });
  return Object.fromEntries(rows.map(({ hash, markup }) => [hash, markup]));
}

/** The markup of the drawings that these cards show. */
export function drawingsOnFaces(read: Reader, faces: Readonly<Record<CardUid, CardFace>>): Promise<Drawings> {
  const html = Object.values<CardFace>(faces).map(
    ({ frontHtml, backHtml, extraHtml }) => frontHtml + backHtml + (extraHtml ?? ''),
  );
  return findDrawings(read, html.flatMap(drawingsIn));
}

/** The media file under a hash; null when none was ever published. */
export async function findMedia(read: Reader, hash: string): Promise<MediaRow | null> {
  return read.media.findUnique({ where: { hash } });
}

/** Every media file that was ever published, without the bytes of drawings. */
export async function allMedia(
  read: Reader,
): Promise<readonly Readonly<{ hash: string; type: string; size: number }>[]> {
  return read.media.findMany({
    select: { hash: true, type: true, size: true },
    orderBy: { hash: 'asc' },
  });
}

/** The media a revision was compiled with: name under `media/` and hash of each. */
export const MediaList = z.array(z.object({ name: z.string(), hash: z.string() }));
export type RevisionMedia = Readonly<z.output<typeof MediaList>[number]>;
