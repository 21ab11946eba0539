/**
 * The outcome of an operation that may be refused for a reason the caller is expected to handle.
 * A bug is thrown, an author's mistake is a `Diagnostic`; this is for everything in between.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as success. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps an expected refusal. `error` is a small union declared by the operation that refuses. */
export function refuse<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
