import { type Instant, MINUTE_MS } from '@/lib/base/time';

/** The clocks that had a say in one event: three of the device and the server, and the earliest it can have been. */
export type EventClocks = Readonly<{
  /** The device's clock when it happened. */
  answeredAt: Instant;
  /** The device's clock when it sent. */
  sentAt: Instant;
  /** The server's clock when it first received. */
  receivedAt: Instant;
  /** When the card came to be: nobody can have answered it before. */
  notBefore: Instant;
}>;

/** A device's clock is believed if it is no further from the server's than this. As Anki's limit. */
const TRUSTED_SKEW_MS = 5 * MINUTE_MS;
/** How far ahead of the server an event may lie. */
const LATEST_AHEAD_MS = 5 * MINUTE_MS;

/**
 * When an event counts as having happened: the device's clock, put right by the skew seen at sending if that is
 * over five minutes, and never before the card or over five minutes after receipt. Fixed once, at first receipt.
 */
export function effectiveAt({ answeredAt, sentAt, receivedAt, notBefore }: EventClocks): Instant {
  const skew = receivedAt - sentAt;
  const corrected = Math.abs(skew) > TRUSTED_SKEW_MS ? Math.round(answeredAt + skew) : answeredAt;
  return Math.min(Math.max(corrected, notBefore), receivedAt + LATEST_AHEAD_MS);
}
