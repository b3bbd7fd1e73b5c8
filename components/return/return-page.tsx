import { useTranslations } from 'next-intl'
import { KeepForm } from '@/components/return/keep-form'
import { ReturnMade } from '@/components/return/made'
import { ReturnSteps } from '@/components/return/return-steps'
import { SignForm } from '@/components/return/sign-form'
import { UndoMade } from '@/components/return/undo-step'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { Watch } from '@/components/ui/watch'
import { useMessage } from '@/lib/i18n/use-message'
import type { MyReturnView } from '@/lib/queries/my-return'
import type { FormAction } from '@/lib/web/answer'

export type ReturnActions = {
  completeReturnStep: FormAction
  undoReturnStep: FormAction
  signReturn: FormAction
  keepPhone: FormAction
  lookAgain: () => Promise<void>
}

/** The end of the old phone: what to do on it, handing it in, or keeping it wiped. */
export function ReturnPage({ view, actions }: { view: MyReturnView; actions: ReturnActions }) {
  const t = useTranslations('return')
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <Body view={view} actions={actions} />
      <p>
        <TextLink href="/my">{t('back')}</TextLink>
      </p>
    </div>
  )
}

function Body({ view, actions }: { view: MyReturnView; actions: ReturnActions }) {
  const t = useTranslations('return')
  const message = useMessage()
  if (view.made)
    return (
      <>
        <ReturnMade made={view.made} isContradicted={view.isContradicted} />
        <UndoMade view={view} undoStep={actions.undoReturnStep} />
      </>
    )
  if (view.hasOldPhone === false)
    return (
      <Notice tone="note" title={t('noPhone')}>
        {t('noPhoneHint')}
      </Notice>
    )
  const refusal = view.steps[0]?.refusal
  if (refusal)
    return (
      <Notice tone="wait" title={t('notYet')}>
        {message(refusal)}
      </Notice>
    )
  const isSignable = view.steps.every(({ doneAt }) => doneAt !== null)
  return (
    <>
      <p>{t('lead')}</p>
      {view.isReadOld && <LookFirst lookAgain={actions.lookAgain} />}
      <section aria-labelledby="steps" className="flex flex-col gap-4">
        <h2 id="steps" className="text-xl">
          {t('steps')}
        </h2>
        <ReturnSteps
          view={view}
          completeStep={actions.completeReturnStep}
          undoStep={actions.undoReturnStep}
        />
      </section>
      {isSignable && (
        <section aria-labelledby="sign" className="flex flex-col gap-4">
          <h2 id="sign" className="text-xl">
            {t('sign')}
          </h2>
          <Messages namespaces={['return']}>
            <SignForm signReturn={actions.signReturn} refusal={message(view.signRefusal)} />
          </Messages>
        </section>
      )}
      <Details summary={t('keep')}>
        <Messages namespaces={['return']}>
          <KeepForm keepPhone={actions.keepPhone} refusal={message(view.keepRefusal)} />
        </Messages>
      </Details>
    </>
  )
}

/** Whether the old phone is really gone from the account is asked again before anybody signs. */
function LookFirst({ lookAgain }: { lookAgain: () => Promise<void> }) {
  const t = useTranslations('return')
  const s = useTranslations('swap')
  return (
    <Notice tone="note" title={t('lookFirst')}>
      <form action={lookAgain} className="flex flex-col items-start gap-2">
        <p role="status">{s('looking')}</p>
        <Button type="submit">{s('lookNow')}</Button>
        <Watch lookAgain={lookAgain} />
      </form>
    </Notice>
  )
}
