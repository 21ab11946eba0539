/** How passwords are hashed and checked: slow on purpose, hence never inside a transaction. */
export type Passwords = Readonly<{
  hash: (password: string) => Promise<string>;
  verify: (password: string, hash: string) => Promise<boolean>;
}>;
