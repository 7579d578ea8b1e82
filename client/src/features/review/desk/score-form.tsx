import type { ReviewCase } from '@stammgast/shared/contract/review';
import {
  BEST_SCORE,
  type CriticalError,
  criteria,
  criticalErrors,
  isExemplary,
  MOST_POINTS,
  pointsOf,
} from '@stammgast/shared/domain/review/scorecard';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Check, TextField } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { KeyCap } from '../../../components/kbd.tsx';
import { Notice } from '../../../components/notice.tsx';
import { CriterionField } from './criterion-field.tsx';
import { focusCriterion, useRatingKeys } from './use-rating-keys.ts';
import { useSaveReview } from './use-save-review.ts';

/** Five criteria by keys alone: see the table of keys for what digits do. */
export function ScoreForm({ shown, note: line }: { shown: ReviewCase; note: ReactNode }) {
  const { t } = useTranslation('review');
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState<readonly (number | null)[]>(criteria.map(() => null));
  const [critical, setCritical] = useState<readonly CriticalError[]>([]);
  const [note, setNote] = useState('');
  const [exemplary, setExemplary] = useState(false);
  const [tried, setTried] = useState(false);
  const saving = useSaveReview(shown.sample.id);
  const scored = shown.answer !== null;
  const scores = given.filter((score) => score !== null);
  const open = scored ? criteria.length - scores.length : 0;
  const best = scored && open === 0 && isExemplary(scores, critical);
  const points = pointsOf(
    given.map((score) => score ?? 0),
    critical,
  );
  const give = (index: number, score: number) => setGiven((now) => now.map((one, i) => (i === index ? score : one)));
  const save = () => {
    setTried(true);
    if (open > 0) return focusCriterion(form.current, given.indexOf(null));
    if (saving.isPending) return;
    saving.mutate({
      scores: scored ? scores : null,
      critical: [...critical],
      exemplary: exemplary && best,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  useRatingKeys({ form, give, save, enabled: scored });
  return (
    <form
      ref={form}
      className="score"
      aria-label={t('score.title')}
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <header className="rhead">
        <h2 className="label">{t('score.title')}</h2>
        {scored && (
          <p className="meta">
            {t('score.keys.go')} <KeyCap keys="1" />–<KeyCap keys="5" />, {t('score.keys.give')} <KeyCap keys="0" />–
            <KeyCap keys="3" />
          </p>
        )}
      </header>
      <div className="score-body">
        {scored ? (
          criteria.map((criterion, i) => (
            <CriterionField
              key={criterion}
              criterion={criterion}
              number={i + 1}
              score={given[i] ?? null}
              missing={tried && given[i] === null}
              onGive={(score) => give(i, score)}
            />
          ))
        ) : (
          <p className="muted">{t('score.onlyErrors')}</p>
        )}
        <CriticalErrors chosen={critical} onChange={setCritical} />
        {scored && (
          <Check
            label={
              <>
                {t('score.exemplary')}
                {!best && <small className="meta">{t('score.exemplaryNeeds', { best: BEST_SCORE })}</small>}
              </>
            }
            disabled={!best}
            checked={exemplary && best}
            onChange={(event) => setExemplary(event.target.checked)}
          />
        )}
        <TextField
          label={t('score.note')}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {saving.isError && <Notice kind="error">{saving.words}</Notice>}
      </div>
      <footer className="score-foot">
        {scored && (
          <p>
            <span className="figure">{scores.length > 0 ? points : '–'}</span>
            <span className="meta">
              {t('score.of', { most: MOST_POINTS })}
              <br />
              {critical.length > 0 ? t('score.zero') : t('score.open', { count: open })}
            </span>
          </p>
        )}
        <Button type="submit" kind="primary" size="lg" command="saveReview" busy={saving.isPending}>
          {t('score.save')}
        </Button>
        {line}
      </footer>
    </form>
  );
}

function CriticalErrors({
  chosen,
  onChange,
}: {
  chosen: readonly CriticalError[];
  onChange: (errors: readonly CriticalError[]) => void;
}) {
  const { t } = useTranslation('review');
  return (
    <details className="crit">
      <summary>
        <span className="chev">
          <Icon name="right" />
        </span>
        {t('critical.title')}
        <span className={chosen.length > 0 ? 'meta c-bad' : 'meta'}>
          {chosen.length > 0 ? chosen.map((error) => t(`critical.${error}`)).join(', ') : t('critical.none')}
        </span>
      </summary>
      <div className="crit-list">
        {criticalErrors.map((error) => (
          <Check
            key={error}
            label={t(`critical.${error}`)}
            checked={chosen.includes(error)}
            onChange={() =>
              onChange(chosen.includes(error) ? chosen.filter((one) => one !== error) : [...chosen, error])
            }
          />
        ))}
      </div>
    </details>
  );
}
