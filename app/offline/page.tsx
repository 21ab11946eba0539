import type { Metadata } from 'next';
import { OfflineStudy } from '@/components/offline/offline-study';

export const metadata: Metadata = { title: 'Offline', robots: { index: false } };

/** The shell that the service worker shows where a page cannot be had. It is kept on devices: nobody's data may be in it. */
export default function OfflinePage() {
  return <OfflineStudy />;
}
