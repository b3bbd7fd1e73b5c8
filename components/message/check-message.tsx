import { useTranslations } from 'next-intl'
import { CheckForm } from '@/components/message/check-form'
import { Messages } from '@/components/ui/messages'
import { TextLink } from '@/components/ui/text-link'
import type { CheckAnswer } from '@/lib/messages/checked'
import type { FormAction } from '@/lib/web/answer'

/** A code from a mail, and whether we sent one with it. */
export function CheckMessage({ action }: { action: FormAction<CheckAnswer> }) {
  const t = useTranslations('checkMessage')
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
        <p className="text-ink-soft text-lg">{t('lead')}</p>
      </div>
      <Messages namespaces={['checkMessage']}>
        <CheckForm action={action} />
      </Messages>
      <p className="border-line border-t pt-6">{t('never')}</p>
      <p>
        <TextLink href="/">{t('back')}</TextLink>
      </p>
    </div>
  )
}
