import { getLocale, getTranslations } from 'next-intl/server'
import { openCase } from '@/app/(employee)/my/actions'
import { sayState } from '@/app/(employee)/my/devices/actions'
import { DeviceMarks } from '@/components/help/device-marks'
import { Help } from '@/components/help/help'
import { RecoveryAdvice } from '@/components/topic/recovery-advice'
import { pageActor } from '@/lib/auth/actor'
import { countLookup } from '@/lib/commands/visit/count-lookup'
import { isSituation } from '@/lib/domain/topic'
import { readEnv } from '@/lib/env'
import { readHelp } from '@/lib/guides/read-help'
import { findOwnCase } from '@/lib/queries/own-case'
import { getRecovery } from '@/lib/queries/standing'
import { today } from '@/lib/queries/today'

export async function generateMetadata() {
  const t = await getTranslations('help')
  return { title: t('title') }
}

export default async function HelpPage({ searchParams }: PageProps<'/my/help'>) {
  const actor = await pageActor('/my/help')
  const help = readHelp(await searchParams, await getLocale(), today())
  if (help.counted) await countLookup(actor, { topic: help.counted })
  const code = help.topics[0]?.code
  const recovery = code && help.isFound && isSituation(code) ? await getRecovery(actor, code) : null

  return (
    <Help
      help={help}
      recovery={
        recovery && (
          <>
            <RecoveryAdvice recovery={recovery} />
            {recovery.mark && (
              <DeviceMarks mark={recovery.mark} devices={recovery.devices} sayState={sayState} />
            )}
          </>
        )
      }
      opened={await findOwnCase(actor)}
      openCase={openCase}
      securityInfoUrl={readEnv('SECURITY_INFO_URL')}
    />
  )
}
