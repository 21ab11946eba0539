/** How much one request may carry: entries, and bytes of them as JSON in UTF-8. */
export type BatchLimits = Readonly<{ count: number; bytes: number }>;

/** The envelope around the entries of a request, with room to spare. Bytes. */
export const ENVELOPE_BYTES = 1_024;

/**
 * Browsers refuse larger bodies on requests that may outlive their page: 64 KiB of the bodies of all that are under way.
 */
export const LEAVING_BYTES = 60_000;

/**
 * The first entries that fit into one request, in their order. At least one, whatever its size: an entry that is too large
 * for any request is found by sending it alone.
 */
export function cutBatch<Sent>(entries: readonly Sent[], limits: BatchLimits): readonly Sent[] {
  let left = limits.bytes - ENVELOPE_BYTES;
  const batch: Sent[] = [];
  for (const entry of entries.slice(0, Math.max(1, limits.count))) {
    left -= bytesOf(entry);
    if (left < 0 && batch.length > 0) break;
    batch.push(entry);
  }
  return batch;
}

/** All entries as requests that each keep the limits. */
export function cutAll<Sent>(entries: readonly Sent[], limits: BatchLimits): readonly (readonly Sent[])[] {
  const batches: (readonly Sent[])[] = [];
  for (let from = 0; from < entries.length; from += batches.at(-1)?.length ?? 1) {
    batches.push(cutBatch(entries.slice(from), limits));
  }
  return batches;
}

/** The length of a text on the wire. */
export function textBytes(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function bytesOf(entry: unknown): number {
  const comma = 1;
  return textBytes(JSON.stringify(entry)) + comma;
}
