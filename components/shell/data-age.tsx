import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'

/** How old what Microsoft told us is. Null while it has told us nothing. */
export function DataAge({ asOf }: { asOf: string | null }) {
  const t = useTranslations('shell')
  if (!asOf) return <span>{t('dataAgeUnknown')}</span>
  return <span>{t.rich('dataAge', { at: () => <Time at={asOf} /> })}</span>
}
