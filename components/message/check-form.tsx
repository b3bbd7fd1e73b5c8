'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { useForm } from '@/components/ui/use-form'
import type { CheckAnswer } from '@/lib/messages/checked'
import type { FormAction } from '@/lib/web/answer'

/** One field, one button, and the answer above them. */
export function CheckForm({ action }: { action: FormAction<CheckAnswer> }) {
  const t = useTranslations('checkMessage')
  const { run, problems, error, value, done } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={problems} />
      {done && <Answer answer={done} />}
      <TextInput
        label={t('code')}
        hint={t('codeHint')}
        name="code"
        defaultValue={value('code')}
        error={error('code')}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
        className="font-mono tracking-wider"
      />
      <SubmitButton wide>{t('check')}</SubmitButton>
    </form>
  )
}

function Answer({ answer: { found } }: { answer: CheckAnswer }) {
  const t = useTranslations('checkMessage')
  if (!found) {
    return (
      <Notice tone="stop" announce title={t('unknown')}>
        <p>{t('unknownHint')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="safe" announce title={t('ours')}>
      <dl className="my-2">
        <dt className="text-ink-soft text-sm">{t('subject')}</dt>
        <dd className="font-semibold">{found.subject}</dd>
        <dt className="mt-2 text-ink-soft text-sm">{t('sentAt')}</dt>
        <dd>
          <Time at={found.sentAt} />
        </dd>
      </dl>
      <p>{t('compare')}</p>
    </Notice>
  )
}
