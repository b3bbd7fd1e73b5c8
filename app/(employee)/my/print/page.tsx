import { getLocale, getTranslations } from 'next-intl/server'
import { NoSheet } from '@/components/print/no-sheet'
import { PrintButton } from '@/components/print/print-button'
import { Sheet } from '@/components/print/sheet'
import { pageActor } from '@/lib/auth/actor'
import { portalUrl } from '@/lib/auth/cookies'
import { findEditionFor } from '@/lib/guides/find-edition'
import { findMySheet } from '@/lib/queries/my-sheet'

export async function generateMetadata() {
  const t = await getTranslations('print')
  return { title: t('title') }
}

export default async function PrintPage() {
  const sheet = await findMySheet(await pageActor('/my/print'))
  if (!sheet) return <NoSheet />
  const t = await getTranslations('print')
  const edition = findEditionFor(sheet.said, sheet.now)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2 print:hidden">
        <p className="text-ink-soft">{t('lead')}</p>
        <PrintButton>{t('button')}</PrintButton>
        <noscript>{t('noScript')}</noscript>
      </div>
      <Sheet sheet={sheet} lines={edition?.lines[await getLocale()] ?? []} portalUrl={portalUrl()} />
    </div>
  )
}
