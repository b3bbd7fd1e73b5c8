import { useTranslations } from 'next-intl'
import { NotMeDone } from '@/components/not-me/not-me-done'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import { TextLink } from '@/components/ui/text-link'
import type { NotMeView } from '@/lib/queries/not-me'
import type { FormAction } from '@/lib/web/answer'

/** One press stops everything this portal can stop. Said before: what it does, and what it does not. */
export function NotMe({ view, raiseCase }: { view: NotMeView; raiseCase: FormAction }) {
  const t = useTranslations('notMe')
  const { hasSwap, frozenAt, otherSessions } = view
  const isDone = view.case?.isUrgent === true && (!hasSwap || frozenAt !== null)
  if (isDone) return <NotMeDone view={view} raiseCase={raiseCase} />
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <p className="text-lg">{t('lead')}</p>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('will')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>{t(hasSwap ? 'will_frozen' : 'will_noMove')}</li>
          <li>{t('will_case')}</li>
          <li>{t('will_sessions', { count: otherSessions })}</li>
        </ul>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('willNot')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>{t('willNot_microsoft')}</li>
          <li>{t('willNot_wipe')}</li>
        </ul>
      </section>
      <Messages>
        <PlainForm action={raiseCase} label={t('button')} variant="danger" />
      </Messages>
      <p>
        <TextLink href="/my">{t('back')}</TextLink>
      </p>
    </div>
  )
}
