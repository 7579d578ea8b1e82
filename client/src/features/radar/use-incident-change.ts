import { changeIncident, type IncidentReport } from '@stammgast/shared/contract/radar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { codeOf } from '../../api/problem.ts';
import { incidentQuery } from '../../api/radar.ts';
import { useToast } from '../../components/toast.tsx';

type Change = Parameters<typeof call<typeof changeIncident>>[1]['body'];

/** Changes an incident; the answer is how it stands then, `wanted` what is on its way. */
export function useIncidentChange(number: number) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation();
  const incident = String(number);
  const { mutate, isPending, variables } = useMutation({
    // What was asked before the change must not be told after it.
    onMutate: () => client.cancelQueries({ queryKey: incidentQuery(incident).queryKey }),
    mutationFn: (body: Change) => call(changeIncident, { params: { incident }, body }),
    onSuccess: (report: IncidentReport) => client.setQueryData(incidentQuery(incident).queryKey, report),
    onError: (error) => toasts.show({ title: t(`problems:${codeOf(error)}`) }),
  });
  return { change: mutate, busy: isPending, wanted: isPending ? variables : null };
}
