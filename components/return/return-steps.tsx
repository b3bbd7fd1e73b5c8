import { useTranslations } from 'next-intl'
import { platformOf } from '@/components/return/platform'
import { UndoStep } from '@/components/return/undo-step'
import { Known } from '@/components/truth/known'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import type { MyReturnView } from '@/lib/queries/my-return'
import type { FormAction } from '@/lib/web/answer'

/** What is to be done on the old phone, in order: what is done and who says so, and the one thing to do now. */
export function ReturnSteps({ view, completeStep, undoStep }: Props) {
  const t = useTranslations('return')
  const platform = platformOf(view.platform)
  return (
    <ol className="flex list-decimal flex-col gap-4 pl-5">
      {view.steps.map(({ step, doneAt, refusal }) => {
        const name = t(`step_${step}_${platform}`)
        return (
          <li key={step}>
            <div className="flex flex-col gap-2">
              <p className={doneAt || !refusal ? 'font-semibold' : 'text-ink-soft'}>{name}</p>
              {doneAt && (
                <span className="flex flex-wrap items-center gap-x-4">
                  <Known how="attested" by="you" at={doneAt} />
                  <UndoStep view={view} step={step} undoStep={undoStep} />
                </span>
              )}
              {!doneAt && !refusal && (
                <>
                  <p>{t(`how_${step}_${platform}`)}</p>
                  <Messages>
                    <PlainForm
                      action={completeStep}
                      label={t('stepDone', { step: name })}
                      variant="secondary"
                      hidden={{ step }}
                    />
                  </Messages>
                </>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type Props = { view: MyReturnView; completeStep: FormAction; undoStep: FormAction }
