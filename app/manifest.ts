import type { MetadataRoute } from 'next';

/** What a device needs to put Hornbook among its programs. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Hornbook',
    short_name: 'Hornbook',
    description: 'Spaced repetition for medicine.',
    start_url: '/today',
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f0',
    theme_color: '#faf7f0',
    categories: ['education', 'medical'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
