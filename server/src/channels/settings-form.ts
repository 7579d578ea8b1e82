import type { SettingsField } from '@stammgast/shared/contract/channels';
import { z } from 'zod';

export type Settings = Readonly<Record<string, string | number | boolean>>;

const Field = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
});

/** A connector's settings as a form. Secrets never get a value, whatever is stored. */
export function settingsForm(schema: z.ZodType, secrets: readonly string[], values: Settings = {}): SettingsField[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const field = Field.parse(property);
    const kind = secrets.includes(name) ? 'secret' : kindOf(field);
    const value = kind === 'secret' ? undefined : values[name];
    return {
      name,
      kind,
      required: required.includes(name),
      ...(field.enum ? { choices: field.enum } : {}),
      ...(value === undefined ? {} : { value }),
    };
  });
}

function kindOf({ type, format, enum: choices }: z.infer<typeof Field>): SettingsField['kind'] {
  if (choices) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'number' || type === 'integer') return 'number';
  return format === 'uri' ? 'url' : 'text';
}

/**
 * New settings over the stored ones. An empty field of the form takes a setting away; an empty secret, which the form
 * cannot show, stays as it is.
 */
export function mergeSettings(stored: Settings, given: Settings, secrets: readonly string[]): Settings {
  const entries = Object.entries(given).filter(([name, value]) => !(secrets.includes(name) && value === ''));
  return Object.fromEntries(
    Object.entries({ ...stored, ...Object.fromEntries(entries) }).filter(([, value]) => value !== ''),
  );
}

export function splitSecrets(settings: Settings, secrets: readonly string[]): { open: Settings; secret: Settings } {
  const entries = Object.entries(settings);
  return {
    open: Object.fromEntries(entries.filter(([name]) => !secrets.includes(name))),
    secret: Object.fromEntries(entries.filter(([name]) => secrets.includes(name))),
  };
}
