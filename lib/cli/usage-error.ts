/** Thrown when a command was given something it cannot work with. The message is a sentence for whoever typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
