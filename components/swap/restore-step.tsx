import { useLocale, useTranslations } from 'next-intl'
import type { StepProps } from '@/components/swap/step-props'
import { PlainForm } from '@/components/ui/plain-form'

/** What must happen before the work account is added: a restore refuses to start after it. */
export function RestoreStep({ edition, actions }: StepProps) {
  const t = useTranslations('swap')
  const language = useLocale()
  return (
    <div className="flex flex-col gap-4">
      {edition && (
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          {edition.lines[language].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <PlainForm
        action={actions.completeStep}
        label={t('restoreDone')}
        hidden={{ step: 'restore', edition: edition?.id ?? '' }}
      />
      {edition && (
        <p className="text-ink-soft text-sm">
          {t('edition', { id: edition.id, reviewed: edition.reviewedOn })}
        </p>
      )}
    </div>
  )
}
