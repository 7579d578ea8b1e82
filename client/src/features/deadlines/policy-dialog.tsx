import type { PolicyTerms, SlaPolicy } from '@stammgast/shared/contract/sla';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFirstError } from '../../components/use-first-error.ts';
import { type Conditions, PolicyConditions } from './policy-conditions.tsx';
import { readTargets, type Targets, toTargets } from './target.ts';
import { TargetFields } from './target-fields.tsx';
import { useDeadlineChange } from './use-deadline-change.tsx';

const anything: Conditions = {
  channelId: null,
  sentiment: null,
  urgency: null,
  author: null,
  tag: null,
  language: null,
};

function conditionsOf(policy: SlaPolicy | undefined): Conditions {
  if (!policy) return anything;
  const { channelId, sentiment, urgency, author, tag, language } = policy;
  return { channelId, sentiment, urgency, author, tag, language };
}

/** Adds a target, or changes the one given. The default one keeps matching everything. */
export function PolicyDialog({ policy, onClose }: { policy?: SlaPolicy; onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const [name, setName] = useState(policy?.name ?? '');
  const [conditions, setConditions] = useState(() => conditionsOf(policy));
  const [targets, setTargets] = useState<Targets>(() => toTargets(policy));
  const [tries, setTries] = useState(0);
  const frame = useFirstError<HTMLDivElement>(tries);
  const changing = useDeadlineChange(onClose);
  const read = readTargets(targets);
  const general = !policy?.isDefault && Object.values(conditions).every((value) => value === null);
  const submit = () => {
    setTries((count) => count + 1);
    if (name.trim() === '' || !read.minutes || general) return;
    const terms: PolicyTerms = { name, ...conditions, ...read.minutes };
    changing.propose(
      policy ? { does: 'change-policy', policyId: policy.id, policy: terms } : { does: 'add-policy', policy: terms },
      t('form.saved', { name }),
    );
  };
  return (
    <>
      <Dialog
        title={policy ? t('form.editTitle', { name: policy.name }) : t('form.addTitle')}
        onClose={onClose}
        onSubmit={submit}
        footer={
          <>
            <Button kind="quiet" size="lg" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button kind="primary" size="lg" type="submit" busy={changing.busy}>
              {changing.busy ? t('form.saving') : t('form.save')}
            </Button>
          </>
        }
      >
        <div className="form" ref={frame}>
          {changing.words && <Notice kind="error">{changing.words}</Notice>}
          <Field
            label={t('form.name')}
            value={name}
            maxLength={80}
            autoComplete="off"
            error={tries > 0 && name.trim() === '' && t('form.required')}
            onChange={(event) => setName(event.target.value)}
          />
          {!policy?.isDefault && (
            <PolicyConditions conditions={conditions} onChange={setConditions} missing={tries > 0 && general} />
          )}
          <TargetFields targets={targets} onChange={setTargets} errors={tries > 0 ? read.errors : {}} />
        </div>
      </Dialog>
      {changing.question}
    </>
  );
}
