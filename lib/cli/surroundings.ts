/** Where and with what a command runs: everything it takes from its surroundings. */
export type Surroundings = Readonly<{
  /** The folder from which relative paths start, and in relation to which paths are shown. */
  cwd: string;
  /** The folder of the built-in decks. */
  contentDir: string;
  databaseFile: string;
  backupFolder: string;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Takes Ctrl-C from now on: it no longer ends the process but aborts the signal. */
  interrupted: () => AbortSignal;
}>;
