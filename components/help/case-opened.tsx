import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { caseName } from '@/lib/domain/case'
import type { OwnCaseView } from '@/lib/queries/own-case'

/** A call for help is open: what to say on the phone. */
export function CaseOpened({ opened, children }: { opened: OwnCaseView; children?: ReactNode }) {
  const t = useTranslations('help')
  return (
    <Notice tone="note" announce title={t('caseOpen', { number: caseName(opened.number) })}>
      <p>{t.rich('caseOpenHint', { at: () => <Time at={opened.openedAt} /> })}</p>
      {children}
    </Notice>
  )
}
