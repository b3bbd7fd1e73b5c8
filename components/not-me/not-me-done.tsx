import { useTranslations } from 'next-intl'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { caseName } from '@/lib/domain/case'
import type { NotMeView } from '@/lib/queries/not-me'
import type { FormAction } from '@/lib/web/answer'

/** After the press: what was done, what was not, and what only the person can do now. */
export function NotMeDone({ view, raiseCase }: { view: NotMeView; raiseCase: FormAction }) {
  const t = useTranslations('notMe')
  const { frozenAt, otherSessions, case: opened } = view
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">{t('title')}</h1>
      <Notice tone="note" announce title={t(frozenAt ? 'doneFrozen' : 'done')}>
        {opened && t.rich('did_case', { number: caseName(opened.number), at: timeOf(opened.openedAt) })}
      </Notice>
      {otherSessions > 0 && (
        <Notice tone="stop" announce title={t('again')}>
          <div className="flex flex-col gap-3">
            <p>{t('againHint')}</p>
            <Messages>
              <PlainForm action={raiseCase} label={t('button')} variant="danger" />
            </Messages>
          </div>
        </Notice>
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('next')}</h2>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          <li>{t('next_call')}</li>
          <li>{t('next_password')}</li>
          <li>{t('next_deny')}</li>
        </ol>
        <p>
          <TextLink href="/my/devices">{t('next_look')}</TextLink>
        </p>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('did')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>{frozenAt ? t.rich('did_frozen', { at: timeOf(frozenAt) }) : t('will_noMove')}</li>
          {otherSessions === 0 && <li>{t('did_sessions')}</li>}
        </ul>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('notDid')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>{t('willNot_microsoft')}</li>
          <li>{t('willNot_wipe')}</li>
        </ul>
      </section>
      <p>
        <TextLink href="/my">{t('back')}</TextLink>
      </p>
    </div>
  )
}

function timeOf(at: string) {
  return () => <Time at={at} />
}
