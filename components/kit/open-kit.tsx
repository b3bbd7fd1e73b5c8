'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EntryForm } from '@/components/kit/entry-form'
import { EntryList } from '@/components/kit/entry-list'
import { KitFile } from '@/components/kit/kit-file'
import { PrintKit } from '@/components/kit/print-kit'
import { useIdleLock } from '@/components/kit/use-idle-lock'
import type { KitHand } from '@/components/kit/use-kit'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { dropEntry, emptyEntry, type Kit, type KitEntry, keepEntry, kitEntriesMax } from '@/lib/domain/kit'

/** The list while it is open: read it, change it, print it, take it along, lock it. */
export function OpenKit({ kit, list }: { kit: KitHand; list: Kit }) {
  const t = useTranslations('kit')
  const [edited, setEdited] = useState<KitEntry | null>(list.draft)
  const { isWarning, moreTime } = useIdleLock(true, kit.lock)
  const { problem, isBusy, draft, change, lock } = kit

  const save = async (next: Kit) => {
    if (await change(next)) setEdited(null)
  }
  const leave = () => {
    draft.current = null
    if (list.draft) void save({ ...list, draft: null })
    else setEdited(null)
  }

  return (
    <div className="flex flex-col gap-6">
      {isWarning && (
        <Notice tone="wait" announce title={t('lockSoon')}>
          <Button onClick={moreTime}>{t('moreTime')}</Button>
        </Notice>
      )}
      {problem && (
        <Notice tone="stop" announce title={t(`problem_${problem}`)}>
          {t(`problem_${problem}Hint`)}
        </Notice>
      )}
      {edited ? (
        <EntryForm
          key={edited.id}
          begun={edited}
          draft={draft}
          isBusy={isBusy}
          keep={(entry) => save(keepEntry(list, entry))}
          leave={leave}
        />
      ) : (
        <>
          <EntryList entries={list.entries} edit={setEdited} drop={(id) => save(dropEntry(list, id))} />
          <Button
            variant="primary"
            wide
            refusal={list.entries.length >= kitEntriesMax ? t('full', { count: kitEntriesMax }) : null}
            onClick={() => setEdited(emptyEntry(crypto.randomUUID()))}
          >
            {t('add')}
          </Button>
        </>
      )}
      <Button wide onClick={lock}>
        {t('lock')}
      </Button>
      <div className="flex flex-col gap-1">
        <Details summary={t('printTitle')}>
          <PrintKit entries={list.entries} />
        </Details>
        <Details summary={t('fileTitle')}>
          <KitFile kit={kit} />
        </Details>
      </div>
    </div>
  )
}
