import type { StepProps } from '@/components/swap/step-props'
import { TickForm } from '@/components/swap/tick-form'

/** A step that only the person can see: they say when it is done. */
export function TickStep({ step, edition, shown, actions }: StepProps & { step: 'restore' | 'enrol' }) {
  const hasTrap = edition?.text.en.trap !== undefined
  return <TickForm step={step} shown={shown} hasTrap={hasTrap} completeStep={actions.completeStep} />
}
