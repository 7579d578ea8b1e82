import './styles/tokens.css';
import './styles/kit.css';
import './styles/parts.css';
import './styles/shell.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/me.ts';
import { queryClient } from './api/query-client.ts';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { guessLocale, readStored, startI18n } from './i18n/setup.ts';

// Who is there and the words are asked for at the same time.
if (!/^\/(sign-in|setup|invitation)/.test(location.pathname)) void queryClient.prefetchQuery(meQuery);
await startI18n(guessLocale(readStored('locale'), navigator.languages));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
