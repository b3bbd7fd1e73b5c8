import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Says once, on top of the room, that nothing in it can be changed. */
export function ReadOnly() {
  const t = useTranslations('audit')
  return (
    <div className="mb-5 print:hidden">
      <Notice tone="plain">
        <span className="text-sm">{t('readOnly')}</span>
      </Notice>
    </div>
  )
}
