import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from '../api/query-client.ts';
import { AnnounceProvider } from '../components/announcer.tsx';
import { ToastProvider } from '../components/toast.tsx';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <AnnounceProvider>
        <ToastProvider>{children}</ToastProvider>
      </AnnounceProvider>
    </QueryClientProvider>
  );
}
