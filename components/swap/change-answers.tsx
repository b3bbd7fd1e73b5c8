import { useTranslations } from 'next-intl'
import { DevicesForm } from '@/components/swap/devices-form'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import type { MySwapView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

/** A wrong first answer can be mended from any step. Nothing while there are none, or once the old phone is gone for good. */
export function ChangeAnswers({ swap, changeAnswers }: { swap: MySwapView; changeAnswers: FormAction }) {
  const t = useTranslations('swap')
  if (swap.answersRefusal || swap.frozenAt) return null
  return (
    <Details summary={t('changeAnswers')}>
      <div className="flex flex-col gap-4 py-2">
        <p>{t('changeAnswersLead')}</p>
        <p className="text-ink-soft">{t('changeAnswersKeeps')}</p>
        <Messages namespaces={['swap']}>
          <DevicesForm
            said={swap.said}
            shown={{}}
            action={changeAnswers}
            submit="changeAnswersButton"
            done="changeAnswersDone"
          />
        </Messages>
      </div>
    </Details>
  )
}
