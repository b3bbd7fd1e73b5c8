'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { UnlockForm } from '@/components/kit/unlock-form'
import type { KitHand, KitProblem } from '@/components/kit/use-kit'
import { Button } from '@/components/ui/button'
import { Field, inputStyle } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type KitFileRefusal, readKitFile, type SealedKit } from '@/lib/domain/kit-file'

/** The locked list as a file, for the change of phones: out of this browser, and into it. */
export function KitFile({ kit }: { kit: KitHand }) {
  const t = useTranslations('kit')
  const { stage, takeOver } = kit
  const [picked, setPicked] = useState<SealedKit | KitFileRefusal | null>(null)
  const [problem, setProblem] = useState<KitProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const file = typeof picked === 'string' ? null : picked

  const unlock = async (sealed: SealedKit, passphrase: string) => {
    setBusy(true)
    const found = await takeOver(sealed, passphrase).catch((): KitProblem => 'kit_not_saved')
    setBusy(false)
    setProblem(found)
    if (!found) leave()
  }
  const leave = () => {
    setPicked(null)
    setProblem(null)
    if (input.current) input.current.value = ''
  }

  return (
    <div className="flex flex-col gap-4">
      <p>{t('fileHow')}</p>
      {'sealed' in stage && (
        <Button wide onClick={() => download(stage.sealed)}>
          {t('export')}
        </Button>
      )}
      <Field
        name="kit-file"
        label={t('import')}
        hint={t('importHint')}
        error={typeof picked === 'string' ? t(`problem_${picked}`) : undefined}
        control={(aria) => (
          <input
            {...aria}
            ref={input}
            type="file"
            accept=".json,application/json"
            className={inputStyle}
            onChange={({ target }) => target.files?.[0]?.text().then((text) => setPicked(readKitFile(text)))}
          />
        )}
      />
      {file && (
        <div className="flex flex-col gap-4">
          {'sealed' in stage && (
            <Notice tone="wait" title={t('importReplaces')}>
              {t('importReplacesHint')}
            </Notice>
          )}
          <UnlockForm
            id="file-passphrase"
            label={t('importUnlock')}
            problem={problem}
            isBusy={isBusy}
            unlock={(passphrase) => unlock(file, passphrase)}
          />
          <Button wide variant="quiet" onClick={leave}>
            {t('importLeave')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Handed to the browser as a file; nothing is asked of the network. */
function download(sealed: SealedKit): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(sealed)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'private-kit.json'
  link.click()
  URL.revokeObjectURL(address)
}
