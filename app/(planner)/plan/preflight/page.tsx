import { getTranslations } from 'next-intl/server'
import { askExaminationAction } from '@/app/(planner)/plan/preflight/actions'
import { Preflight } from '@/components/tenant/preflight'
import { pageActor } from '@/lib/auth/actor'
import { findExamination } from '@/lib/queries/tenant'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('findings')
  return { title: t('title') }
}

export default async function PreflightPage() {
  const actor = await pageActor('/plan/preflight')
  return <Preflight examination={await show(findExamination(actor))} ask={askExaminationAction} />
}
