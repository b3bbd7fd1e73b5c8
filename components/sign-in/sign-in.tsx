import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'

/** The one door. `action` starts the sign-in at Microsoft: an action, or a route that takes a POST. */
export function SignIn({ action, returnTo, children }: Props) {
  const t = useTranslations('signIn')
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
        <p className="text-ink-soft text-lg">{t('lead')}</p>
      </div>
      {children}
      <form
        action={action}
        {...(typeof action === 'string' && { method: 'post' })}
        className="flex flex-col gap-2"
      >
        <input type="hidden" name="returnTo" value={returnTo} />
        <SubmitButton wide>{t('withMicrosoft')}</SubmitButton>
        <p className="text-ink-soft text-sm">{t('sameAccount')}</p>
      </form>
      <div className="flex flex-col border-line border-t pt-5">
        <p>
          <TextLink href="/locked-out" className="inline-flex min-h-(--control) items-center">
            {t('lockedOut')}
          </TextLink>
        </p>
        <p className="text-ink-soft text-sm">{t('lockedOutHint')}</p>
        <p className="mt-3">
          <TextLink href="/message" className="inline-flex min-h-(--control) items-center">
            {t('checkMessage')}
          </TextLink>
        </p>
        <p className="text-ink-soft text-sm">{t('checkMessageHint')}</p>
      </div>
      <p className="text-ink-soft text-sm">{t('never')}</p>
    </div>
  )
}

type Props = {
  action: string | ((form: FormData) => void | Promise<void>)
  /** Where to go once signed in, a path of ours. */
  returnTo: string
  /** What went wrong with the last attempt, if anything. */
  children?: React.ReactNode
}
