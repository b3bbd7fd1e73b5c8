import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import type { PlannedStep } from '@/lib/domain/reset'
import type { StepView } from '@/lib/queries/resets'

/** A step in words: "Remove Microsoft Authenticator: iPhone 12". */
export function useStepName() {
  const t = useTranslations('reset')
  const nameOf = useMethodName()
  return ({ kind, method }: Pick<StepView, 'kind' | 'method'>) =>
    kind === 'revoke_sessions'
      ? t('step_revoke_sessions')
      : t('step_remove_method', { name: method ? nameOf(method) : '' })
}

/** A planned step as `useStepName` takes it. */
export function namedStep(step: PlannedStep): Pick<StepView, 'kind' | 'method'> {
  const method = step.methodKind === null ? null : { kind: step.methodKind, name: step.methodName }
  return { kind: step.kind, method }
}
