import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { LEAVING_BYTES, textBytes } from './cut-batch';
import type { Delivery } from './sender-model';

/** A hung connection must not hold the line for ever. */
const TIMEOUT_MS = 20 * SECOND_MS;
/** No server may silence a device for longer. */
const LONGEST_WAIT_MS = 10 * MINUTE_MS;

/**
 * Sends JSON to our server and says what came of it; resolves in every case. Small requests survive the page they were
 * made on. `isReply` tells a reply of ours from others': a hotel's sign-in page also answers with 200. `strangers` are
 * the codes that mean that nobody studies here, or somebody whose this is not.
 */
export async function postJson<Reply>(
  address: string,
  content: unknown,
  {
    now,
    isReply,
    strangers,
  }: Readonly<{
    now: () => Instant;
    isReply: (reply: Partial<Reply>) => boolean;
    strangers: readonly number[];
  }>,
): Promise<Delivery<Reply>> {
  const body = JSON.stringify(content);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: textBytes(body) <= LEAVING_BYTES,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      const reply = (await response.json()) as Partial<Reply>;
      return isReply(reply) ? { kind: 'answered', reply: reply as Reply } : { kind: 'unreachable' };
    }
    if (strangers.includes(response.status)) return { kind: 'no-learner' };
    if (response.status === 413 || response.status === 422) return { kind: 'refused' };
    if (response.status === 500) return { kind: 'broke' };
    return { kind: 'busy', retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whether a reply lists results, each of them an object: their contents are the server's word. */
export function listsResults({ results }: Readonly<{ results?: unknown }>): boolean {
  return Array.isArray(results) && results.every((result) => typeof result === 'object' && result !== null);
}

/** How long a server asks to be left alone, from its header (seconds or a date); null when it does not say. */
export function retryAfterMs(header: string | null, now: Instant): number | null {
  if (header === null) return null;
  const asked = /^\d+$/.test(header) ? Number(header) * SECOND_MS : Date.parse(header) - now;
  return asked > 0 ? Math.min(asked, LONGEST_WAIT_MS) : null;
}
