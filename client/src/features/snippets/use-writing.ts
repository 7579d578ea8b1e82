import type { Snippet } from '@stammgast/shared/contract/snippets';
import { languageOf } from '@stammgast/shared/domain/locale';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { unsavedSnippet } from './unsaved-snippet.ts';
import { type Seen, toWritten, type WrittenSnippet } from './written-snippet.ts';

const nothing = { name: '', channelId: null, bodySie: '', bodyDu: '' };

/** What is written of a snippet, kept until it is saved, whoever closes the dialog or reloads the page. */
export function useWriting(snippet: Snippet | undefined) {
  const me = useMe();
  const copy = unsavedSnippet(sessionStorage, me.id, snippet?.id);
  const stored: WrittenSnippet = snippet ? toWritten(snippet) : { ...nothing, language: languageOf(me.locale) };
  const [found] = useState(copy.read);
  const [restored, setRestored] = useState(found !== null);
  const [written, setWritten] = useState(found?.written ?? stored);
  const [seen, setSeen] = useState<Seen>(found ? found.seen : (snippet ?? null));
  return {
    written,
    seen,
    /** It is from an earlier time, in which it was not saved. */
    restored,
    write: (next: WrittenSnippet, known: Seen) => {
      const of = known && { id: known.id, version: known.version };
      setWritten(next);
      setSeen(of);
      copy.keep({ written: next, seen: of });
    },
    /** Begins again with what is stored. */
    restart: () => {
      copy.forget();
      setWritten(stored);
      setSeen(snippet ?? null);
      setRestored(false);
    },
    forget: copy.forget,
  };
}
