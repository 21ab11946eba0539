/** The most events one request may carry; a device with more sends several batches. */
export const MAX_BATCH = 200;

/** The most bytes the body of such a request may have: 200 events of 700 bytes, and room to spare. */
export const MAX_BATCH_BYTES = 256 * 1024;
