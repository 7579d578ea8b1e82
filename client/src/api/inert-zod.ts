// Stands in for zod in the browser's bundle (vite.config.ts): the client needs of a contract only method and path, the
// server validates. Saves 11 KB of script. A part of zod that a contract uses and this file lacks fails the build.
interface Inert {
  check(): Inert;
}
const inert: Inert = { check: () => inert };
const part = (): Inert => inert;

export const _default = part;
export const array = part;
export const boolean = part;
export const coerce = { number: part, boolean: part, string: part };
export const discriminatedUnion = part;
export const email = part;
export const extend = part;
export const int = part;
export const iso = { datetime: part, date: part };
export const length = part;
export const literal = part;
export const maxLength = part;
export const maximum = part;
export const minLength = part;
export const minimum = part;
export const nullable = part;
export const number = part;
export const object = part;
export const optional = part;
export const partialRecord = part;
export const record = part;
export const refine = part;
export const strictObject = part;
export const regex = part;
export const string = part;
export const toLowerCase = part;
export const trim = part;
export const undefined_ = part;
export { undefined_ as undefined };
export const union = part;
export const unknown = part;
export const url = part;

const enumeration = part;

export { enumeration as enum };
