import type { SettingsField } from '@stammgast/shared/contract/channels';

export type SettingsValues = Readonly<Record<string, string | boolean>>;
export type SettingsErrors = Readonly<Record<string, 'required' | 'number' | 'url'>>;

/** What the form starts with; secrets never come back from the server. */
export function valuesOf(fields: readonly SettingsField[]): SettingsValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'boolean' ? field.value === true : String(field.value ?? '')]),
  );
}

/** What a person can get wrong before anything is sent. `keeping`: an empty secret means the stored one. */
export function checkSettings(
  fields: readonly SettingsField[],
  values: SettingsValues,
  keeping: boolean,
): SettingsErrors {
  const errors: Record<string, 'required' | 'number' | 'url'> = {};
  for (const field of fields) {
    const problem = checkField(field, values[field.name], keeping);
    if (problem) errors[field.name] = problem;
  }
  return errors;
}

function checkField(field: SettingsField, value: string | boolean | undefined, keeping: boolean) {
  if (field.kind === 'boolean') return null;
  const text = String(value ?? '').trim();
  if (text === '') return field.required && !(keeping && field.kind === 'secret') ? 'required' : null;
  if (field.kind === 'number' && !Number.isFinite(Number(text))) return 'number';
  if (field.kind === 'url' && !isWebAddress(text)) return 'url';
  return null;
}

const isWebAddress = (text: string) => /^https?:\/\/[^\s/]+/i.test(text);

/** What is sent. Empty fields are left out: secrets then stay as stored, others become unset. */
export function settingsOf(
  fields: readonly SettingsField[],
  values: SettingsValues,
): Record<string, string | number | boolean> {
  const settings: Record<string, string | number | boolean> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (typeof value === 'boolean') settings[field.name] = value;
    else if (value?.trim()) settings[field.name] = field.kind === 'number' ? Number(value) : value.trim();
  }
  return settings;
}
