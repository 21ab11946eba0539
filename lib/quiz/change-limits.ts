/** The most changes one request may carry; a device with more sends several. */
export const MAX_CHANGES = 200;

/** The longest note, in units of UTF-16. */
export const MAX_NOTE = 2_000;

/** A note of signs that JSON writes as `\u0001`, six bytes each, and what is around it. */
const MAX_CHANGE_BYTES = 6 * MAX_NOTE + 256;
/** What a request of so many changes can come to as JSON, whatever they are: as much is read. */
export const MAX_CHANGES_BYTES = MAX_CHANGES * MAX_CHANGE_BYTES;
