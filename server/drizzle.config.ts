import { defineConfig } from 'drizzle-kit';

const dialect = process.env.DIALECT === 'postgres' ? 'postgres' : 'sqlite';
export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  casing: 'snake_case',
  schema: `./src/storage/schema.${dialect}.ts`,
  out: `${process.env.MIGRATIONS_OUT ?? '../migrations'}/${dialect}`,
});
