import type { Channel, SettingsField } from '@stammgast/shared/contract/channels';
import { useState } from 'react';
import { isApiProblem } from '../../api/problem.ts';
import { useFirstError } from '../../components/use-first-error.ts';
import { type AddressError, addressesIn, checkAddresses } from './own-addresses.ts';
import { checkSettings, type SettingsValues, settingsOf, valuesOf } from './settings-form.ts';

/** The languages that a channel can be fixed to. */
export const channelLanguages = ['de', 'en', 'fr', 'it', 'es', 'pt'] as const;
type ChannelLanguage = (typeof channelLanguages)[number];

export interface ChannelBasics {
  readonly name: string;
  readonly replyRegister: Channel['replyRegister'];
  readonly language: ChannelLanguage | null;
  readonly allowPrivateAddress: boolean;
  /** One on each line. */
  readonly ownAddresses: string;
}
export type FieldErrors = Readonly<Record<string, 'required' | 'number' | 'url' | 'refused' | AddressError>>;

/** State of a form that is drawn from a connector's fields. `keeping`: secrets left empty stay as stored. */
export function useChannelForm(fields: readonly SettingsField[], start: ChannelBasics, keeping: boolean) {
  const [basics, setBasics] = useState(start);
  const [values, setValues] = useState<SettingsValues>(() => valuesOf(fields));
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<FieldErrors>({});
  const frame = useFirstError<HTMLDivElement>(tries);
  const addresses = addressesIn(basics.ownAddresses);
  const tooMuch = checkAddresses(addresses);
  const wrong = (named: boolean): FieldErrors => ({
    ...(named && basics.name.trim() === '' && { name: 'required' as const }),
    ...checkSettings(fields, values, keeping),
    ...(tooMuch && { ownAddresses: tooMuch }),
  });
  return {
    fields,
    keeping,
    frame,
    basics,
    /** What is sent of it. */
    treatment: { ...basics, ownAddresses: addresses },
    values,
    errors: tries > 0 ? { ...refused, ...wrong(true) } : {},
    settings: () => settingsOf(fields, values),
    change: (changed: Partial<ChannelBasics>) => setBasics((now) => ({ ...now, ...changed })),
    changeValue: (name: string, value: string | boolean) => {
      setRefused({});
      setValues((now) => ({ ...now, [name]: value }));
    },
    /** Another platform: its fields from the start, the words about the channel stay. */
    restart: (next: readonly SettingsField[]) => {
      setValues(valuesOf(next));
      setTries(0);
      setRefused({});
    },
    /** Runs when everything that is needed stands there; a test needs no name. */
    attempt: (run: () => void, named = true) => {
      setTries((count) => count + 1);
      if (Object.keys(wrong(named)).length === 0) run();
    },
    /** Marks the fields that the server did not take. */
    refuse: (error: unknown) => {
      if (isApiProblem(error)) setRefused(refusedFields(error.fields));
    },
  };
}
export type ChannelForm = ReturnType<typeof useChannelForm>;

function refusedFields(fields: readonly { path: string }[]): FieldErrors {
  return Object.fromEntries(fields.map(({ path }) => [path.split('.').at(-1) ?? path, 'refused' as const]));
}
