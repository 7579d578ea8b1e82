import { type ApprovalRule, approvalRules } from '@stammgast/shared/domain/approval-codes';
import { useTranslation } from 'react-i18next';
import { Field, SelectField } from '../../components/field.tsx';

interface ApprovalChoice {
  readonly rule: ApprovalRule;
  /** As typed. */
  readonly reach: string;
}

/** The number that was typed; null: it is none, and the stored one stays. */
export function reachOf({ reach }: ApprovalChoice): number | null {
  return /^[1-9]\d{0,5}$/.test(reach.trim()) ? Number(reach) : null;
}

/** Which answers of the channel a second person has to release. */
export function ApprovalFields({
  value,
  onChange,
}: {
  value: ApprovalChoice;
  onChange: (value: ApprovalChoice) => void;
}) {
  const { t } = useTranslation('channels');
  return (
    <div className="pair">
      <SelectField
        label={t('approval.label')}
        hint={value.rule === 'cases' ? t('approval.hint') : undefined}
        value={value.rule}
        onChange={(event) =>
          onChange({ ...value, rule: approvalRules.find((rule) => rule === event.target.value) ?? 'none' })
        }
      >
        {approvalRules.map((rule) => (
          <option key={rule} value={rule}>
            {t(`approval.${rule}`)}
          </option>
        ))}
      </SelectField>
      {value.rule === 'cases' && (
        <Field
          label={t('approval.reach')}
          hint={t('approval.reachHint')}
          error={reachOf(value) === null ? t('approval.reachWrong') : undefined}
          inputMode="numeric"
          maxLength={6}
          value={value.reach}
          onChange={(event) => onChange({ ...value, reach: event.target.value })}
        />
      )}
    </div>
  );
}
