import { useTranslations } from 'next-intl'
import { platformOf } from '@/components/return/platform'
import { Known } from '@/components/truth/known'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import type { MyReturnView } from '@/lib/queries/my-return'
import type { FormAction } from '@/lib/web/answer'

/** What is to be done on the old phone, in order: what is done and who says so, and the one thing to do now. */
export function ReturnSteps({ view, completeStep }: { view: MyReturnView; completeStep: FormAction }) {
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
                <span>
                  <Known how="attested" by="you" at={doneAt} />
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
