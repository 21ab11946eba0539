import { defineConfig } from 'prisma/config';

// scripts/prisma.mjs always sets DATABASE_URL; the default serves a bare `prisma` command.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:data/hornbook.db' },
});
