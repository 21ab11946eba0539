/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm test`, tests included. Serving must not wait for that.
  typescript: { ignoreBuildErrors: true },
};

export default nextConfig;
