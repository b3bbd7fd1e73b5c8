import { useTranslations } from 'next-intl'
import { namedStep, useStepName } from '@/components/reset/step-name'
import type { PlannedStep } from '@/lib/domain/reset'

/** The steps as they would go, in the one order Microsoft accepts. */
export function PlanSteps({ steps }: { steps: PlannedStep[] }) {
  const t = useTranslations('reset')
  const nameOf = useStepName()
  return (
    <section aria-labelledby="reset-order">
      <h3 id="reset-order" className="mb-1 text-base">
        {t('order')}
      </h3>
      <ol className="list-decimal pl-6">
        {steps.map((step) => (
          <li key={step.entraMethodId ?? step.kind}>{nameOf(namedStep(step))}</li>
        ))}
      </ol>
    </section>
  )
}
