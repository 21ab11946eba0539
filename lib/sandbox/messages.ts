import type { CompileContext } from '@/lib/content/context';
import type { CompileResult, SourceFile } from '@/lib/content/model';

/** What the sandbox sends a thread: one deck. */
export type Task = Readonly<{ files: readonly SourceFile[]; context: CompileContext }>;

/** What a thread sends back: once that it has loaded the compiler, then the result of each task in turn. */
export type Answer = Readonly<{ kind: 'ready' }> | Readonly<{ kind: 'compiled'; result: CompileResult }>;
