const HIDDEN = '[hidden]';
/** Names of fields whose value is nobody's business, whatever it is. */
const SECRET_NAME = /pass(word|phrase)?$|secret|token|cookie|authorization|e-?mail|session(id)?$/i;
const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g;
const CREDENTIAL = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
const COOKIE = /\b([\w.-]*(?:hornbook|session|token|auth)[\w.-]*)=[^;\s"']+/gi;
/** Long runs of letters and digits: our tokens are 43 characters of base64url, hashes 64 of hexadecimal. */
const LONG_RUN = /[A-Za-z0-9_-]{24,}/g;
/** When and why a backup was made; operators have to find it. */
const BACKUP = /^hornbook-\d{8}T\d{9}Z-[a-z-]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DEPTH = 6;

/**
 * `value` without what a log must not keep: cookies, tokens, secrets, passwords and e-mail addresses, by the name of
 * their field and, in any text, by their look. `secrets` are texts to hide wherever they stand. Errors keep name,
 * message, stack and cause. Nothing is changed in place; what is nested deeper than six levels is left out.
 */
export function scrubbed(value: unknown, secrets: readonly string[]): unknown {
  return scrub(value, secrets, 0, new Set());
}

/** One text without what a log must not keep. */
export function scrubbedText(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) if (secret !== '') safe = safe.replaceAll(secret, HIDDEN);
  return safe
    .replace(CREDENTIAL, `$1 ${HIDDEN}`)
    .replace(COOKIE, `$1=${HIDDEN}`)
    .replace(EMAIL, HIDDEN)
    .replace(LONG_RUN, (run) => (looksRandom(run) ? HIDDEN : run));
}

function scrub(
  value: unknown,
  secrets: readonly string[],
  depth: number,
  above: ReadonlySet<object>,
): unknown {
  if (typeof value === 'string') return scrubbedText(value, secrets);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH || above.has(value)) return '[…]';
  const inside = new Set([...above, value]);
  const within = (part: unknown) => scrub(part, secrets, depth + 1, inside);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    const { code } = value as { code?: unknown };
    return { name, message: within(message), code: within(code), stack: within(stack), cause: within(cause) };
  }
  if (Array.isArray(value)) return value.map(within);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, SECRET_NAME.test(name) ? HIDDEN : within(part)]),
  );
}

function looksRandom(run: string): boolean {
  if (UUID.test(run) || BACKUP.test(run)) return false;
  if (/^[0-9a-f]{32,}$/i.test(run)) return true;
  return /[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
}
