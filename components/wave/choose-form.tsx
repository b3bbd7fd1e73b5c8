'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { ActionBar } from '@/components/ui/action-bar'
import { FormErrors } from '@/components/ui/form-errors'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { Chosen } from '@/components/wave/choose-box'
import { SeatSelect } from '@/components/window/seat-select'
import type { WindowView } from '@/lib/queries/waves'
import type { FormAction } from '@/lib/web/answer'

/** The form around a table of people to tick: whom, and which seat they get. */
export function ChooseForm({ waveId, windows, eligibleCount, totalCount, addPeople, children }: Props) {
  const t = useTranslations('wave')
  const form = useRef<HTMLFormElement>(null)
  const { run, error, value, values, problems, done } = useForm(addPeople)
  return (
    <form action={run} ref={form} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      {done && (
        <Notice tone="safe" announce>
          {t('added', { count: done.count })}
        </Notice>
      )}
      <input type="hidden" name="waveId" value={waveId} />
      {totalCount > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 text-sm">
          <p className="text-ink-soft">{t('eligible', { can: eligibleCount, all: totalCount })}</p>
          {eligibleCount > 0 && (
            <label className="inline-flex min-h-(--control) items-center gap-2">
              <input
                type="checkbox"
                className="size-5"
                onChange={(event) => tickAll(form.current, event.currentTarget.checked)}
              />
              {t('selectPage', { count: eligibleCount })}
            </label>
          )}
        </div>
      )}
      <Chosen value={values('personIds')}>{children}</Chosen>
      {eligibleCount > 0 && (
        <ActionBar>
          {windows.length > 0 && (
            <SeatSelect windows={windows} chosen={value('windowId')} error={error('windowId')} none />
          )}
          <SubmitButton className="self-end">{t('chosen')}</SubmitButton>
        </ActionBar>
      )}
    </form>
  )
}

function tickAll(form: HTMLFormElement | null, isTicked: boolean): void {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="personIds[]"]') ?? []) {
    box.checked = isTicked
  }
}

type Props = {
  waveId: string
  windows: WindowView[]
  eligibleCount: number
  totalCount: number
  addPeople: FormAction<{ count: number }>
  children: ReactNode
}
