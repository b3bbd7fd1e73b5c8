import { getTranslations } from 'next-intl/server'
import { BlankSheet } from '@/components/kit/blank-sheet'
import { pageActor } from '@/lib/auth/actor'

export async function generateMetadata() {
  const t = await getTranslations('kit')
  return { title: t('sheetTitle') }
}

export default async function KitSheetPage() {
  await pageActor('/my/kit/sheet')
  return <BlankSheet />
}
