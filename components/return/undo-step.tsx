import { useTranslations } from 'next-intl'
import { platformOf } from '@/components/return/platform'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import type { MyReturnView } from '@/lib/queries/my-return'
import type { FormAction } from '@/lib/web/answer'

/** Takes back what was ticked too early. Nothing for a step that is not done, or once somebody else holds the phone. */
export function UndoStep({ view, step, undoStep }: Props) {
  const t = useTranslations('return')
  if (view.steps.find((one) => one.step === step)?.undoRefusal !== null) return null
  return (
    <Messages>
      <PlainForm
        action={undoStep}
        label={t('undo', { step: t(`step_${step}_${platformOf(view.platform)}`) })}
        variant="quiet"
        hidden={{ step }}
      />
    </Messages>
  )
}

type Props = { view: MyReturnView; step: MyReturnView['steps'][number]['step']; undoStep: FormAction }

/** The same once it was signed for or kept: that is void then, and it says so before. */
export function UndoMade({ view, undoStep }: Omit<Props, 'step'>) {
  const t = useTranslations('return')
  const undoable = view.steps.filter(({ undoRefusal }) => undoRefusal === null)
  if (undoable.length === 0) return null
  return (
    <Details summary={t('undoMade')}>
      <div className="flex flex-col gap-2 py-2">
        <p>{t('undoVoids')}</p>
        {undoable.map(({ step }) => (
          <UndoStep key={step} view={view} step={step} undoStep={undoStep} />
        ))}
      </div>
    </Details>
  )
}
