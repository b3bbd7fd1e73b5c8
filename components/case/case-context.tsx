import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import { KeyValues } from '@/components/ui/key-values'
import { levels } from '@/lib/domain/gate'
import { topicIn } from '@/lib/domain/topic'
import { useMessage } from '@/lib/i18n/use-message'
import type { CaseView } from '@/lib/queries/case-view'

/** Where the person was when they asked for help, in words; what was not kept is left out. */
export function CaseContext({ context }: { context: CaseView['context'] }) {
  const t = useTranslations('case')
  const say = useContextWords()
  const items = keys.flatMap((key) => {
    const value = context[key]
    if (value === undefined || value === null || value === '') return []
    return [{ key, label: t(`context_${key}`), value: say(key, value) }]
  })
  if (items.length === 0) return null
  return (
    <>
      <h3 className="text-base">{t('context')}</h3>
      <KeyValues items={items} />
    </>
  )
}

const keys = [
  'topic',
  'swapState',
  'levels',
  'stuckAt',
  'testedWay',
  'secondWays',
  'deskAgreed',
  'lastSignInWith',
  'lastLookFailure',
] as const

function useContextWords() {
  const t = useTranslations('case')
  const topic = useTranslations('topic')
  const message = useMessage()
  const methodName = useMethodName()
  return (key: (typeof keys)[number], value: string | number | boolean): string => {
    const text = String(value)
    switch (key) {
      case 'topic':
        return topicName(text)
      case 'swapState':
        return t.has(`swap_${text}` as 'swap_closed') ? t(`swap_${text}` as 'swap_closed') : text
      case 'levels':
        return text
          .split(' ')
          .map((pair) => levelWord(pair.split(':')[0] ?? ''))
          .join(', ')
      case 'stuckAt':
        return levelWord(text)
      case 'testedWay':
        return methodName({ kind: text, name: null })
      case 'deskAgreed':
        return t(value === true ? 'yes' : 'no')
      case 'lastSignInWith':
        return t.has(`factor_${text}` as 'factor_pass') ? t(`factor_${text}` as 'factor_pass') : text
      case 'lastLookFailure':
        // Written by our own commands, from the codes of errors.
        return message(text as Parameters<typeof message>[0]) ?? text
      default:
        return text
    }
  }

  function topicName(text: string): string {
    const code = topicIn(text)
    return code ? topic(`name.${code}`) : text
  }

  function levelWord(text: string): string {
    const level = levels.find((known) => known === text)
    return level ? t(`level_${level}`) : text
  }
}
