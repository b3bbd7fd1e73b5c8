import { createTranslator } from 'use-intl/core'
import { closeDatabase } from '@/db/client'
import { type Finding, readFindings } from '@/lib/domain/findings'
import { gatherFacts } from '@/lib/effects/examine-tenant'
import { missingSettings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { readerAccess } from '@/lib/graph/access'
import en from '@/lib/i18n/messages/en.json'

// `npm run doctor`: looks at the tenant with the reader's own right and says for each finding what to click or
// run. Ends with 0 when nothing is in the way, 1 when something is, 2 when it could not look, 78 without settings.

const EX_CONFIG = 78

const missing = missingSettings('worker')
if (missing.length > 0) {
  console.error('The doctor needs the settings of the worker:')
  for (const { name, about } of missing) console.error(`  ${name.padEnd(24)} ${about}`)
  process.exit(EX_CONFIG)
}

const t = createTranslator({ locale: 'en', messages: en, namespace: 'findings' })
const signs = { stop: '✗', wait: '!', note: '·' } as const

try {
  const findings = readFindings(await gatherFacts(readerAccess('high')))
  for (const finding of findings) console.log(`${told(finding)}\n`)
  const inTheWay = findings.filter(({ weight }) => weight === 'stop').length
  console.log(findings.length === 0 ? t('nothing') : `${findings.length} findings, ${inTheWay} in the way.`)
  process.exitCode = inTheWay > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(`Could not look: ${en.errors[error.code]}`)
  process.exitCode = 2
}
await closeDatabase()

function told({ code, weight, values }: Finding): string {
  return [
    `${signs[weight]} ${t(`${code}.title`, values)}`,
    `  ${t(`${code}.means`, values)}`,
    `  ${t('mend')} ${t(`${code}.mend`, values)}`,
  ].join('\n')
}
