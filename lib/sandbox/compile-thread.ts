import { parentPort } from 'node:worker_threads';
import { compileDeck } from '@/lib/content/compile-deck';
import type { Answer, Task } from './messages';

// The entry of a thread: compiles what it is sent, one deck after another. scripts/build-workers.mjs makes one file of
// it, which Node runs without TypeScript. Whatever is thrown here ends the thread, and the sandbox tells.
const answer = (message: Answer) => parentPort?.postMessage(message);

parentPort?.on('message', ({ files, context }: Task) =>
  answer({ kind: 'compiled', result: compileDeck(files, context) }),
);
answer({ kind: 'ready' });
