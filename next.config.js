/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm test`, tests included. Serving must not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Tells one build from the next: the service worker replaces itself when this changes.
  env: { HORNBOOK_BUILD: Date.now().toString(36) },
};

export default nextConfig;
