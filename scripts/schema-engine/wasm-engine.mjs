// Loads Prisma's schema engine from its WebAssembly build. The package is made for bundlers, which link the
// module by themselves; plain Node has to do it by hand.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const GLUE = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');

// The engine's panic hook looks for this global by name and leaves its message there.
const panics = {
  message: '',
  set_message(message) {
    this.message = message;
  },
};
globalThis.PRISMA_WASM_PANIC_REGISTRY = panics;

let loading = null;

/** The glue module with the engine linked to it: `SchemaEngine` and `version`. Linked once: the glue has one memory. */
export function loadEngine() {
  loading ??= linkEngine();
  return loading;
}

/** What the engine said when it panicked, or the empty string. */
export function panicMessage() {
  return panics.message;
}

async function linkEngine() {
  const glue = await import(pathToFileURL(GLUE).href);
  const module = await WebAssembly.compile(
    await readFile(path.join(path.dirname(GLUE), 'schema_engine_bg.wasm')),
  );
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map((entry) => [entry.module, glue]));
  const { exports } = await WebAssembly.instantiate(module, imports);
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}
