/**
 * The headers of every response, whatever made it: a page, a route, a file, an error of the framework. `secure` says
 * that the public address is https, so that browsers may be told to stay there.
 *
 * The policy is that of a response which is no page: nothing may run or load. Pages replace it with their own.
 */
export function baselineHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CLOSED_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Other sites learn nothing. Our own forms must say where they come from: with `no-referrer` their Origin is
    // `null`, and Next refuses them wherever scripts are off.
    'referrer-policy': 'same-origin',
    'permissions-policy': NO_DEVICE,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}

/** For what is no page: JSON, scripts, style sheets, pictures opened by themselves. */
export const CLOSED_POLICY = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const YEAR_S = 365 * 24 * 60 * 60;

/** Hornbook asks for no device and no sensor; a script that slipped in shall not either. */
const NO_DEVICE = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]
  .map((device) => `${device}=()`)
  .join(', ');
