import { Check, Minus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** Whether MFA is registered, as the report says. */
export function MfaWord({ isMfaRegistered }: { isMfaRegistered: boolean | null }) {
  const t = useTranslations('people')
  if (isMfaRegistered === null) {
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-soft">
        <Icon of={Minus} />
        {t('mfa_unknown')}
      </span>
    )
  }
  return (
    <span className={`inline-flex items-center gap-1.5 ${isMfaRegistered ? '' : 'text-wait'}`}>
      <Icon of={isMfaRegistered ? Check : X} />
      {t(isMfaRegistered ? 'mfa_yes' : 'mfa_no')}
    </span>
  )
}

/** Gives the words for the report's method names, one comma after the other. */
export function useReportMethods() {
  const t = useTranslations('people')
  return (methods: readonly string[] | null) => {
    if (methods === null) return t('mfa_unknown')
    if (methods.length === 0) return t('noMethods')
    return methods.map((kind) => t('method', { kind, other: kind })).join(', ')
  }
}
