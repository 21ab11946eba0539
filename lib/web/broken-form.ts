/** The framework refuses larger forms by itself, unread. Bytes. */
const MOST_BYTES = 1024 * 1024;

/**
 * Whether a request brings a form that cannot be read: cut off on its way, or never one. The framework would take that
 * for a fault of the server. Reads the body.
 */
export async function isBrokenForm(
  request: Pick<Request, 'method' | 'headers' | 'formData'>,
): Promise<boolean> {
  if (request.method !== 'POST') return false;
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) return false;
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return false;
  return request.formData().then(
    () => false,
    () => true,
  );
}
