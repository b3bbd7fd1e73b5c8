import { useTranslations } from 'next-intl'
import { WordsForm } from '@/components/device/words-form'
import { Messages } from '@/components/ui/messages'
import { TextLink } from '@/components/ui/text-link'
import type { FormAction } from '@/lib/web/answer'

/** A phone or tablet is added by hand. */
export function NewDevice({ addDevice }: { addDevice: FormAction }) {
  const t = useTranslations('devices')
  return (
    <div className="flex flex-col gap-5">
      <p>
        <TextLink href="/my/devices">{t('back')}</TextLink>
      </p>
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('addTitle')}</h1>
        <p className="text-ink-soft">{t('addLead')}</p>
      </div>
      <Messages namespaces={['devices']}>
        <WordsForm device={null} action={addDevice} />
      </Messages>
    </div>
  )
}
