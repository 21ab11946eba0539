// The native engine's log: one JSON object a line on stderr. The Prisma command line parses it.
import fs from 'node:fs';

export function log(level, message, fields = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...fields },
    target: 'schema_engine::logger',
  };
  // Synchronous, because some callers exit at once and a pipe would lose the line.
  fs.writeSync(2, `${JSON.stringify(line)}\n`);
}
