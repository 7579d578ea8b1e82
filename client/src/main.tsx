import './styles/tokens.css';
import './styles/kit.css';
import './styles/parts.css';
import './styles/shell.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { router } from './app/router.tsx';
import { warmUp } from './app/warm-up.ts';
import { guessLocale, guessRegister, readStored, startI18n } from './i18n/setup.ts';

// Who is there, the words and the first screen are asked for at the same time.
warmUp(window.location);
await startI18n(guessLocale(readStored('locale'), navigator.languages), guessRegister(readStored('register')));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
