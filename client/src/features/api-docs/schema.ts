export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Bounds {
  readonly of: 'characters' | 'entries' | 'value';
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface SchemaRow {
  /** Path inside the value, as `comments[].author.name`. */
  readonly path: string;
  readonly depth: number;
  readonly type: string;
  readonly required: boolean;
  readonly bounds: readonly Bounds[];
  /** What is taken when the field is left out, as JSON. */
  readonly standard?: string | undefined;
  /** The alternative that this row and those below belong to. */
  readonly alternative?: string;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const schemasOf = (value: unknown) => listOf(value).filter(isSchema);

/** Every field of a value, parents before children, in the order of the contract. */
export function rowsOf(schema: JsonSchema, path = '', depth = 0): SchemaRow[] {
  const alternatives = schemasOf(schema.anyOf);
  if (alternatives.length > 1 && alternatives.some((one) => one.type === 'object')) {
    return alternatives.flatMap((one, at) => [
      { path, depth, type: 'object', required: true, bounds: [], alternative: String(one.title ?? at + 1) },
      ...rowsOf(one, path, depth + 1),
    ]);
  }
  if (schema.type === 'array' && isSchema(schema.items)) return rowsOf(schema.items, `${path}[]`, depth);
  if (!isSchema(schema.properties)) return [];
  const required = listOf(schema.required);
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    if (!isSchema(property)) return [];
    const here = path ? `${path}.${name}` : name;
    const row = {
      path: here,
      depth,
      type: typeOf(property),
      required: required.includes(name),
      bounds: boundsOf(property),
      standard: property.default === undefined ? undefined : JSON.stringify(property.default),
    };
    return [row, ...rowsOf(property, here, depth + 1)];
  });
}

export function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return listOf(schema.enum).map(String).join(' | ');
  if (schema.anyOf) return [...new Set(schemasOf(schema.anyOf).map(typeOf))].join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array' && isSchema(schema.items)) return `${typeOf(schema.items)}[]`;
  return typeof schema.format === 'string' ? schema.format : String(schema.type ?? 'any');
}

const bounds = [
  { of: 'characters', from: 'minLength', to: 'maxLength' },
  { of: 'entries', from: 'minItems', to: 'maxItems' },
  { of: 'value', from: 'minimum', to: 'maximum' },
] as const;

/** How long, how many or how large; the bounds that only say "a safe integer" are left out. */
function boundsOf(schema: JsonSchema): Bounds[] {
  const bound = (key: string) => {
    const value = schema[key];
    return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER - 1 ? value : undefined;
  };
  return bounds.flatMap(({ of, from, to }) => {
    const [min, max] = [bound(from), bound(to)];
    return min === undefined && max === undefined ? [] : [{ of, min, max }];
  });
}

const samples: Record<string, unknown> = {
  externalId: 'comment-4711',
  commentExternalId: 'comment-4711',
  postExternalId: 'post-12',
  title: 'Unser Frühstück',
  url: 'https://blog.example/fruehstueck',
  name: 'Sabine Keller',
  body: 'Das Frühstück war leider kalt.',
  reason: 'Der Beitrag ist geschlossen.',
};

/** A sample value: required fields only, first alternative, friendly texts where the name is known. */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
  const [first] = schemasOf(schema.anyOf);
  if (first) return exampleOf(first, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return listOf(schema.enum)[0];
  if (schema.type === 'array') return isSchema(schema.items) ? [exampleOf(schema.items, name)] : [];
  if (isSchema(schema.properties)) {
    const required = listOf(schema.required);
    const entries = Object.entries(schema.properties).filter(([key]) => required.includes(key));
    return Object.fromEntries(
      entries.map(([key, property]) => [key, isSchema(property) ? exampleOf(property, key) : null]),
    );
  }
  return exampleValue(schema, name);
}

function exampleValue(schema: JsonSchema, name: string): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.format === 'date-time') return '2026-03-05T12:14:00.000Z';
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 0);
  if (schema.type === 'boolean') return true;
  return samples[name] ?? name;
}
